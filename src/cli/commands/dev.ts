import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveEdit, LiveWiki } from '../../checks/live-edit.ts';
import { madeWorse } from '../../checks/made-worse.ts';
import { handOver } from '../../model/handover.ts';
import { noRatingHistory } from '../../model/rating-history.ts';
import { SITE_FILE } from '../../readers/site-file.ts';
import { isDocument } from '../../readers/walk.ts';
import type { Site } from '../../schemas/site.ts';
import { audienceUsage, openEdition, sayEdition, toldIn } from '../audience.ts';
import type { Arguments, Command, ExitCode, Io } from '../command.ts';
import { contentPath } from '../content-path.ts';
import { devAddress } from '../dev-address.ts';
import { wikiRequest } from '../open-wiki.ts';
import { textReport } from '../reporters/text.ts';
import { watchReport } from '../reporters/watch.ts';
import { cacheOf, describeSite, packageRoot } from '../site-paths.ts';
import { editsOf } from '../watch-content.ts';
import { contentOf, wikiOptions, wikiUsage } from '../wiki-options.ts';
import { wikiReadings, type WikiReading } from '../wiki-readings.ts';

/** A mistake may be a file half written, or one that an editor is about to put in place: it is said when it still stands after this time. */
const HALF_WRITTEN_MS = 150;

/** What is open may end by itself for this long. */
const STOP_MS = 1500;

/** In the site's language, as the findings are. */
const SAYS = {
  en: { stays: 'The last good wiki stays on screen.', restart: 'url and mdx in site.yml hold from the next start.' },
  fr: { stays: 'Le dernier wiki correct reste affiché.', restart: 'url et mdx de site.yml ne vaudront qu’au prochain démarrage.' },
} as const;

const errorsOf = ({ checks }: WikiReading, first: readonly string[] = []): LiveEdit['errors'] => {
  const errors = checks.findings.filter(({ severity }) => severity === 'error');
  const edited = (finding: (typeof errors)[number]): boolean => first.includes(finding.place.file);
  return [...errors.filter(edited), ...errors.filter((finding) => !edited(finding))];
};

/** What Astro is told once, when it starts. */
const fixedOf = ({ url, mdx, audience }: Site): string => JSON.stringify([url, mdx, mdx.length > 0 && audience]);

/** What a reading says of the wiki, as far as one is told in the terminal. */
const said = ({ wiki, checks }: WikiReading): string => [...wiki.documents.map(({ file }) => file), ...checks.findings.map(({ rule, what, place }) => `${rule} ${what} ${place.file}:${place.line}`)].join('\n');

/** Hands a reading over to the pages, as whom they are for may see it; a sentence where they would see nothing. */
function serveTo(input: Arguments, reading: WikiReading, live: LiveWiki): { readonly said: string } | { readonly problem: string } {
  const edition = openEdition(input, reading.wiki);
  if ('problem' in edition) return edition;
  const isPublic = edition.wiki.site.audience === 'public';
  handOver({ ...toldIn(edition, reading.checks, reading.history), ratings: isPublic ? noRatingHistory : reading.ratings, live });
  return { said: isPublic ? sayEdition(edition) : '' };
}

/** Serves each edit that breaks nothing more than what is served; says what the others broke. Ends when it is told to, or with a sentence. */
async function follow(root: string, edits: AsyncIterable<void>, read: () => Promise<WikiReading>, first: WikiReading, live: LiveWiki, begun: string, input: Arguments, io: Io): Promise<string | undefined> {
  let [served, last] = [first, first];
  let stood = '';
  let edition = begun;
  for await (const _ of edits) {
    const start = performance.now();
    if (!existsSync(root)) return `the folder ${root} is gone`;
    let next = await read();
    let opened = next.opened;
    const worse = (): boolean => madeWorse(served.checks, next.checks).errors > 0;
    if (worse()) {
      await pause(HALF_WRITTEN_MS);
      next = await read();
      opened = [...new Set([...opened, ...next.opened])];
    }
    const took = Math.round(performance.now() - start);
    // Pictures that are text are read too.
    const attachments = !opened.some((file) => isDocument(file) || file === SITE_FILE);
    const told = worse() ? undefined : serveTo(input, next, live);
    const good = told !== undefined && 'said' in told;
    if (good) served = next;
    live.now = { number: live.now.number + 1, errors: errorsOf(next, opened), served: good, attachments };
    for (const listen of live.listeners.values()) listen(live.now);
    // A file that was touched and not changed, or that an editor keeps beside, is no news.
    if (!attachments || said(next) !== said(last)) {
      io.out(watchReport(last.checks, next.checks, { color: io.color, prefix: live.prefix, lang: next.lang }, opened.length, took));
      if (told && 'problem' in told) io.out(`${told.problem}\n`);
      if (good && told.said !== edition) io.out((edition = told.said));
      if (!good) io.out(`${SAYS[next.lang].stays}\n`);
      const fixed = fixedOf(next.wiki.site);
      if (fixed !== fixedOf(first.wiki.site) && fixed !== stood && good) io.out(`${SAYS[next.lang].restart}\n`);
      stood = fixed;
    }
    last = next;
  }
  return undefined;
}

async function serveWiki(input: Arguments, io: Io): Promise<ExitCode | string> {
  const asked = wikiRequest(input, io);
  if (!asked) return 2;
  const { root, options } = asked;
  const address = await devAddress(input);
  if (typeof address === 'string') return address;
  const read = wikiReadings(root, options);
  const [first, prefix] = await Promise.all([read(), contentPath(input, io)]);
  const errors = errorsOf(first);
  if (errors.length > 0) io.out(textReport({ ...first.checks, findings: errors, waived: [] }, { color: io.color, prefix, lang: first.lang }));
  const live: LiveWiki = { prefix, now: { number: 0, errors, served: true, attachments: false }, listeners: new Map(), say: (line) => io.out(`${line}\n`) };
  describeSite(first.wiki.site, root, input.values['audience']);
  const told = serveTo(input, first, live);
  if ('problem' in told) return told.problem;
  io.out(told.said);
  // From now on: what is edited while the server starts is an edit too.
  const edits = editsOf(root, io.signal);
  const { dev: serve } = await import('astro');
  // What Vite keeps is this wiki's: two servers that share it send each other's pages away.
  const server = await serve({ root: packageRoot, logLevel: 'error', server: { port: address.port, host: address.host }, vite: { cacheDir: join(cacheOf(input, io), 'vite') } });
  try {
    const shown = address.host.includes(':') ? `[${address.host}]` : ['0.0.0.0', '::'].includes(address.host) ? 'localhost' : address.host;
    if (address.instead !== undefined) io.out(`\nPort ${address.instead} is in use: this wiki takes the next free one.\n`);
    io.out(`\nVigie is served on http://${shown}:${server.address.port}/ and follows ${contentOf(input)}/  (Ctrl-C stops it)\n`);
    return (await follow(root, edits, read, first, live, told.said, input, io)) ?? 0;
  } finally {
    // A server that is still busy with its first pages waits for them for long.
    await Promise.race([server.stop(), pause(STOP_MS)]);
  }
}

/** `vigie dev`: the wiki while it is being written. A mistake shows in the page and in the terminal; the last good wiki stays up. */
export const dev: Command = {
  name: 'dev',
  summary: 'Serve the wiki while it is edited, with live reload',
  usage: `[options]
  --port <number>      port to serve on (4321, or the next that is free)
  --host <address>     address to serve on (localhost); 0.0.0.0 for every one${audienceUsage}${wikiUsage}`,
  options: { ...wikiOptions, port: { type: 'string' }, host: { type: 'string' }, audience: { type: 'string' } },

  async run(input, io) {
    const done = await serveWiki(input, io);
    if (typeof done !== 'string') return done;
    io.err(`vigie dev: ${done}\n`);
    return 2;
  },
};
