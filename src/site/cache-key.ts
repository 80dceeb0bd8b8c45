import { createHash } from 'node:crypto';
import type { AnyRecord } from '../model/records.ts';
import { citationsOf } from '../model/references.ts';
import type { SiteData } from './site-data.ts';

const hash = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);

const kept = new WeakMap<SiteData, Map<string, string>>();

function once(data: SiteData, key: string, make: () => string): string {
  const cache = kept.get(data) ?? new Map<string, string>();
  kept.set(data, cache);
  let value = cache.get(key);
  if (value === undefined) cache.set(key, (value = make()));
  return value;
}

/** What every page shows of the wiki as a whole: the site's settings and the day. */
const frameKey = (data: SiteData): string => once(data, 'frame', () => hash([JSON.stringify(data.wiki.site), data.wiki.asOf, data.wiki.systems.map(({ id, title }) => `${id} ${title}`).join()]));

/** What every page of a system shows of it: how many records of each kind (tabs). */
function shapeOf(data: SiteData, system: string): string {
  return once(data, `shape ${system}`, () => {
    const counts = new Map<string, number>();
    for (const record of data.wiki.records.values()) if (record.system === system) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
    return [...counts].map(([kind, count]) => `${kind} ${count}`).sort().join();
  });
}

/** Key of a page about one record: it changes with the record's document, with those that it cites or that cite it, and with their findings. */
export function recordCacheKey(data: SiteData, record: AnyRecord): string {
  const { wiki, checks, history } = data;
  const cited = [...citationsOf(record)].map(({ target }) => wiki.resolve(target, record.system)).filter((entry) => entry !== undefined);
  const near = [...cited, ...wiki.backlinks(record.key).map(({ from }) => from)].map(({ document }) => document.digest);
  const findings = checks.findings.filter((finding) => finding.record === record.key || finding.place.file === record.document.file).map(({ rule, what }) => `${rule} ${what}`);
  return hash([frameKey(data), shapeOf(data, record.system), record.document.digest, history.lastOf.get(record.document.file)?.hash ?? '', ...near.sort(), ...findings]);
}

/** Key of a page made from all documents of a system. */
export const systemCacheKey = (data: SiteData, system: string): string =>
  once(data, `system ${system}`, () => hash([frameKey(data), ...data.wiki.documents.filter((document) => document.system === system).map(({ digest }) => digest), ...data.checks.findings.filter((finding) => finding.system === system).map(({ rule, what }) => `${rule} ${what}`)]));

/** Key of a page made from the whole wiki. */
export const wikiCacheKey = (data: SiteData): string =>
  once(data, 'wiki', () => hash([frameKey(data), ...data.wiki.documents.map(({ digest }) => digest), ...data.checks.findings.map(({ rule, what, place }) => `${rule} ${what} ${place.line}`), data.history.head?.hash ?? '']));
