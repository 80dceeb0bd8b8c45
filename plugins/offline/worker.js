// Keeps a copy of this site on the device and reads from it. A page asks for the copy by a message; nothing is fetched at installation.
//
// A version is one cache, filled file by file and checked by hash; it can be resumed. It is read from only once it is whole and written
// down in the notes, by one put: there is never half a version. A page and all that it loads come from one version, the one it was opened
// with; older versions are deleted when no open page reads them. offline.json is the list of files (manifest.ts).
'use strict';

const SCOPE = self.registration.scope;
/** Several sites may stand on one origin: each has its own caches. release.js knows this prefix. */
const PREFIX = `offline ${new URL(SCOPE).pathname} `;
const LIST = `${SCOPE}offline.json`;
const NOTES = `${SCOPE}?notes`;
const AT_ONCE = 3;
const TELL_EVERY_MS = 400;
/** A page that is being opened is not yet among the clients: its version is remembered this long without it. */
const OPENING_MS = 60_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// ── Notes: what must outlive this worker, which the browser stops and starts as it likes ─────────────────────────────────────────────

/** `whole`: complete versions, the current one last. `readers`: version of each open page, by client. `stuck`: a newer version cannot be copied. */
let reading;
const notes = () =>
  (reading ??= (async () => {
    const kept = await (await caches.open(`${PREFIX}notes`)).match(NOTES).catch(() => undefined);
    return { whole: [], readers: {}, stuck: false, ...(kept ? await kept.json() : {}) };
  })().catch(() => ({ whole: [], readers: {}, stuck: false })));
const save = async () => (await caches.open(`${PREFIX}notes`)).put(NOTES, Response.json(await notes()));

const current = ({ whole }) => whole.at(-1);

/** `until`: how long the version is kept for a client that is not open yet. */
async function remember(client, version, until = Date.now() + OPENING_MS) {
  if (!client || !version) return;
  (await notes()).readers[client] = [version, until];
  await save().catch(() => undefined);
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const keyOf = (path) => SCOPE + path.split('/').map(encodeURIComponent).join('/');

/** Path of an address from the site's folder; its query is not part of it. */
function pathOf(address) {
  const path = new URL(address).pathname.slice(new URL(SCOPE).pathname.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const held = async (version, path) => (await caches.open(PREFIX + version)).match(keyOf(path));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || request.headers.has('range') || !request.url.startsWith(SCOPE)) return;
  const path = pathOf(request.url);
  if (path === 'sw.js' || path === 'offline.json') return;
  event.respondWith(request.mode === 'navigate' ? page(event, path) : part(event, path));
});

/** A page: from the current version, else from the network, else the page that says there is none. */
async function page(event, path) {
  const known = await notes();
  const version = current(known)?.version;
  const stay = (response) => {
    event.waitUntil(remember(event.resultingClientId, version));
    return response;
  };
  if (!version) return fetch(event.request);
  if (known.stuck) {
    const fresh = await fetch(event.request).catch(() => undefined);
    if (fresh) return fresh;
  }
  const found = await held(version, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (found) return stay(found);
  if (await held(version, `${path}/index.html`)) return Response.redirect(`${keyOf(path)}/${new URL(event.request.url).search}`);
  try {
    return await fetch(event.request);
  } catch (error) {
    const missing = await held(version, '404.html');
    if (!missing) throw error;
    return stay(new Response(missing.body, { status: 404, headers: missing.headers }));
  }
}

/** What a page loads: from its own version where it is held whole, else from the network. */
async function part(event, path) {
  const known = await notes();
  const [version] = known.readers[event.clientId] ?? [];
  const whole = known.whole.some((other) => other.version === version);
  // A worker that a page starts reads what the page reads.
  if (version && event.request.destination === 'worker') event.waitUntil(remember(event.resultingClientId, version));
  const found = whole ? await held(version, path) : undefined;
  if (found) return found;
  try {
    return await fetch(event.request);
  } catch (error) {
    // Who asks is not known and the network is gone: with one version on the device there is nothing to mix.
    const only = !version && known.whole.length === 1 ? await held(known.whole[0].version, path) : undefined;
    if (!only) throw error;
    return only;
  }
}

// ── Copying ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What pages are told: `current` and `published` are `{ version, built }`, `published` null when it could not be asked. */
const state = { current: undefined, published: undefined, copied: undefined, problem: undefined };

async function tell(news = {}) {
  Object.assign(state, news, { current: current(await notes()) });
  for (const client of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })) {
    if (client.url.startsWith(SCOPE)) client.postMessage(state);
  }
}

self.addEventListener('message', (event) => {
  if (event.data?.type !== 'read') return;
  event.waitUntil(
    (async () => {
      await remember(event.source?.id, event.data.version, 0);
      // At once, before the network is asked: it may not answer.
      await tell();
      await copyOnce();
    })(),
  );
});

let copying;
const copyOnce = () => (copying ??= copy().finally(() => (copying = undefined)));

class Problem extends Error {}

/** Brings the published version whole onto the device. Called again, it goes on where it stopped. */
async function copy() {
  try {
    for (let turn = 0; ; turn += 1) {
      const list = await published();
      if (!list) return await tell({ published: null });
      const known = await notes();
      const fresh = current(known)?.version !== list.version;
      await tell({ published: { version: list.version, built: list.built }, copied: undefined, problem: undefined });
      if (fresh && navigator.connection?.saveData) {
        known.stuck = known.whole.length > 0;
        await save();
        return await tell({ problem: 'spared' });
      }
      if (fresh) {
        try {
          await fill(list);
        } catch (error) {
          // Published again while it was being copied: the list that was followed is no longer true.
          if (error.message === 'altered' && turn < 3 && (await published())?.version !== list.version) continue;
          throw error;
        }
        known.whole.push({ version: list.version, built: list.built });
      }
      known.stuck = false;
      await save();
      await tell({ copied: undefined });
      return await tidy();
    }
  } catch (error) {
    const problem = error instanceof Problem ? error.message : 'storage';
    const known = await notes();
    known.stuck = known.whole.length > 0 && problem !== 'network';
    await save().catch(() => undefined);
    await tell({ problem });
  }
}

/** The list of what is published, or undefined where it cannot be had: no network, or a portal that answers for it. */
async function published() {
  try {
    const list = await (await fetch(LIST, { cache: 'no-cache' })).json();
    return list.format === 1 ? list : undefined;
  } catch {
    return undefined;
  }
}

async function fill(list) {
  const left = new Set(list.left);
  const wanted = list.files.filter(([path]) => !left.has(path));
  const target = await caches.open(PREFIX + list.version);
  // Kept with the files: what is copied from this version later is found by it.
  await target.put(LIST, Response.json(list));
  const there = new Set((await target.keys()).map(({ url }) => url));
  const near = await nearby(list.version);
  const rest = wanted.filter(([path]) => !there.has(keyOf(path)));
  let copied = wanted.reduce((sum, [path, , size]) => sum + (there.has(keyOf(path)) ? size : 0), 0);
  let told = 0;
  let failed = false;
  const work = async () => {
    for (let file = rest.shift(); file && !failed; file = rest.shift()) {
      await bring(file, list, target, near);
      copied += file[2];
      if (Date.now() - told < TELL_EVERY_MS) continue;
      told = Date.now();
      await tell({ copied: copied / list.size });
    }
  };
  const stop = (error) => {
    failed = true;
    throw error;
  };
  await tell({ copied: copied / list.size });
  await Promise.all(Array.from({ length: AT_ONCE }, () => work().catch(stop)));
  const kept = new Set((await target.keys()).map(({ url }) => url));
  if (wanted.some(([path]) => !kept.has(keyOf(path)))) throw new Problem('storage');
}

/** Where files stand that other versions hold, whole or not, by hash. */
async function nearby(version) {
  const found = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === PREFIX + version) continue;
    const cache = await caches.open(name);
    const list = await (await cache.match(LIST))?.json();
    for (const [path, sha] of list?.files ?? []) found.set(sha, [cache, keyOf(path)]);
  }
  return found;
}

async function bring([path, sha], list, target, near) {
  const [cache, key] = near.get(sha) ?? [];
  const response = (await cache?.match(key)) ?? (await checked(path, sha));
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  // A page that did not change says which version it now belongs to.
  const body = path.endsWith('.html') ? stamped(await response.text(), `${list.version} ${list.built}`) : await response.arrayBuffer();
  await target.put(keyOf(path), new Response(body, { headers }));
}

/** A file from the network, once its hash is the one of the list. Whatever status a host gives to 404.html, the hash decides. */
async function checked(path, sha) {
  for (const cache of ['no-cache', 'reload']) {
    const response = await fetch(keyOf(path).replace(/(^|\/)index\.html$/, '$1'), { cache }).catch(() => {
      throw new Problem('network');
    });
    const bytes = await response.clone().arrayBuffer().catch(() => {
      throw new Problem('network');
    });
    const counted = path.endsWith('.html') ? new TextEncoder().encode(stamped(new TextDecoder().decode(bytes), '')) : bytes;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', counted));
    if (Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha) return response;
  }
  throw new Problem('altered');
}

/** The same as stamp.ts. */
const stamped = (html, stamp) => html.replace(/(<meta name="site-version" content=")[^"]*(")/, `$1${stamp}$2`);

/** Deletes versions that are not current and that no open page reads. */
async function tidy() {
  const known = await notes();
  const open = new Set((await self.clients.matchAll({ includeUncontrolled: true, type: 'all' })).map(({ id }) => id));
  for (const [client, [version, until]] of Object.entries(known.readers)) {
    if (open.has(client)) known.readers[client] = [version, 0];
    else if (Date.now() > until) delete known.readers[client];
  }
  const read = new Set(Object.values(known.readers).map(([version]) => version));
  known.whole = known.whole.filter(({ version }, index) => index === known.whole.length - 1 || read.has(version));
  await save();
  const kept = new Set(['notes', ...known.whole.map(({ version }) => version)].map((name) => PREFIX + name));
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !kept.has(name)) await caches.delete(name);
}
