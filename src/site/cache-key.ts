import { createHash } from 'node:crypto';
import type { Finding } from '../checks/finding.ts';
import { authorsOf } from '../model/history.ts';
import { linkTarget } from '../model/links.ts';
import type { AnyRecord, WikiDocument } from '../model/records.ts';
import { citationsOf } from '../model/references.ts';
import { recordsOf } from '../model/wiki.ts';
import type { RuleView } from '../views/rules.ts';
import { documentsBeyond, SINGLE } from './beyond.ts';
import type { SiteData } from './site-data.ts';

const hash = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);

const kept = new WeakMap<SiteData, Map<string, unknown>>();

function once<T>(data: SiteData, key: string, make: () => T): T {
  let cache = kept.get(data);
  if (!cache) kept.set(data, (cache = new Map<string, string>()));
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}

/** What every page shows of the wiki as a whole: the site's settings and the day, where it stands in its repository, and whether its past is known. */
const frameKey = (data: SiteData): string =>
  once(data, 'frame', () => {
    const { wiki, history } = data;
    return hash([JSON.stringify(wiki.site), wiki.asOf, wiki.systems.map(({ id, title }) => `${id} ${title}`).join(), history.prefix, String(history.shallow), String(history.head === undefined)]);
  });

/** What pages tell of the past of a document: its last commit, and who wrote it. */
const pastOf = ({ history }: SiteData, file: string): string => `${history.lastOf.get(file)?.hash ?? ''} ${authorsOf(history, file).join()}`;

/** What a document says, and its name, which its page and those that lead to it may be called after. */
const saidIn = ({ file, digest }: WikiDocument): string => `${file} ${digest}`;

const documentsOf = (data: SiteData, system: string): readonly WikiDocument[] => once(data, 'documents', () => Map.groupBy(data.wiki.documents, (document) => document.system)).get(system) ?? [];

const words = (findings: readonly Finding[] = []): string[] => findings.map(({ rule, what, place }) => `${rule} ${what} ${place.line}`);

/** Findings by what they are about; each map is made once. */
const findingsBy = (data: SiteData, field: 'record' | 'file' | 'system'): Map<string, Finding[]> =>
  once(data, `findings ${field}`, () => Map.groupBy(data.checks.findings, ({ record, place, system }) => (field === 'record' ? (record ?? '') : field === 'file' ? place.file : system)));

/** What the pages of a system may show of others. */
const beyondKey = (data: SiteData, system: string): string => {
  const beyond = once(data, 'beyond', () => documentsBeyond(data.wiki));
  return once(data, `beyond ${system}`, () => hash(beyond(system).map(saidIn).sort()));
};

/** What every page of a system may show: of the system, how many documents of each kind (tabs), and its lists, which a page reaches through several steps (a runbook’s policy, its roles, their contacts); and of others. */
const sharedKey = (data: SiteData, system: string): string =>
  once(data, `shared ${system}`, () => {
    const documents = documentsOf(data, system);
    return hash([...documents.map(({ kind }) => kind).sort(), ...documents.filter(({ kind }) => !SINGLE.has(kind)).map(saidIn), beyondKey(data, system)]);
  });

/** Key of a page about one record: it changes with the record's document, its system's lists, the documents that this one cites or leads to or that cite it, and with their findings. */
export function recordCacheKey(data: SiteData, record: AnyRecord): string {
  const { wiki } = data;
  const { document } = record;
  const { file } = document;
  const near = new Set<string>();
  for (const told of recordsOf(document)) {
    for (const { target } of citationsOf(told)) {
      const cited = wiki.resolve(target, record.system);
      if (cited) near.add(saidIn(cited.document));
    }
    for (const { from } of wiki.backlinks(told.key)) near.add(saidIn(from.document));
  }
  for (const { url } of document.outline.links) {
    const target = linkTarget(wiki, document, url);
    if (target.kind === 'document') near.add(saidIn(target.document));
  }
  return hash([frameKey(data), sharedKey(data, record.system), saidIn(document), pastOf(data, file), ...[...near].sort(), ...words(findingsBy(data, 'record').get(record.key)), ...words(findingsBy(data, 'file').get(file))]);
}

/** Key of a page made from all documents of a system: a commit that touches none of them leaves it as it is. */
export const systemCacheKey = (data: SiteData, system: string): string =>
  once(data, `system ${system}`, () => {
    const past = data.history.folders.get(system);
    return hash([frameKey(data), ...documentsOf(data, system).flatMap((document) => [saidIn(document), pastOf(data, document.file)]), beyondKey(data, system), ...words(findingsBy(data, 'system').get(system)), past?.commit.hash ?? '', past?.tree ?? '']);
  });

/** Key of a page made from the whole wiki. */
export const wikiCacheKey = (data: SiteData): string =>
  once(data, 'wiki', () => hash([frameKey(data), ...data.wiki.documents.map(saidIn), ...words(data.checks.findings), data.history.head?.hash ?? '']));

/** Key of the page of a rule: `view` is all that it tells, and its findings show records and lines of their documents. */
export function ruleCacheKey(data: SiteData, view: RuleView, example: object | undefined): string {
  const { wiki, history } = data;
  const concerned = new Set(view.bySystem.flatMap(({ findings }) => findings.flatMap(({ place, record }) => [place.file, wiki.records.get(record ?? '')?.document.file ?? ''])));
  const digests = once(data, 'digests', () => new Map(wiki.documents.map((document) => [document.file, saidIn(document)])));
  return hash([frameKey(data), JSON.stringify([view, example]), ...[...concerned].map((file) => digests.get(file) ?? ''), history.head?.hash ?? '']);
}

/** Key of what a page shows of the past of a system's ratings: `ratings` of its risks and scenarios, with what could not be read. */
export const ratingsKey = (data: SiteData, system: string): string =>
  once(data, `ratings ${system}`, () => {
    const { available, since, of, skipped, methods } = data.ratings;
    const versions = [...of].filter(([key]) => key.startsWith(`${system}/`)).flatMap(([key, list]) => list.map(({ commit, change }) => `${key} ${commit.hash} ${commit.author} ${change}`));
    return hash([String(available), since?.commit.hash ?? '', ...versions, ...skipped.map(({ commit, file }) => `${commit.hash} ${file}`), ...[...methods].map(([key, commits]) => `${key} ${commits.map((commit) => commit.hash).join()}`)]);
  });
