import { kinds } from '../schemas/kinds.ts';
import { siteSchema, type Site } from '../schemas/site.ts';
import { citedFiles } from './cited-files.ts';
import type { FolderHistory, History } from './history.ts';
import { redactDocument } from './redact-document.ts';
import { redactionsFor, type Redactions } from './redactions.ts';
import type { WikiDocument } from './records.ts';
import { buildWiki, type Wiki } from './wiki.ts';

/** Whom something is made for. */
export type Audience = Site['audience'];

/** A document that an audience does not see. */
export interface Withheld {
  readonly document: WikiDocument;
  /** It is not classified public; it runs code of its own; it rests on a document that is withheld; nothing valid is left of it. */
  readonly because: 'classification' | 'code' | 'emptied' | WikiDocument;
}

/** A wiki as an audience sees it, and what was left out of it. */
export interface Edition {
  readonly wiki: Wiki;
  readonly withheld: readonly Withheld[];
}

const isPublic = ({ site }: Wiki, { value }: WikiDocument): boolean => (value.classification ?? site.classification) === 'public';

/** The document that another cannot be shown without: its system's, the method of its scores, the register of its risk. */
function restsOn(wiki: Wiki, document: WikiDocument, hidden: ReadonlyMap<WikiDocument, Withheld['because']>): WikiDocument | undefined {
  const system = wiki.systems.find(({ id }) => id === document.system)?.record.document;
  const { value } = document;
  const needed = [system, value.kind === 'risk-register' && wiki.resolve(value.method, document.system)?.document, value.kind === 'risk' && wiki.resolve(value.register, document.system)?.document];
  return needed.find((each): each is WikiDocument => typeof each === 'object' && each !== document && hidden.has(each));
}

/** Hides what rests on something hidden, until nothing more does. */
function hideDependants(wiki: Wiki, hidden: Map<WikiDocument, Withheld['because']>): void {
  for (let size = -1; size !== hidden.size; ) {
    size = hidden.size;
    for (const document of wiki.documents) {
      const base = hidden.has(document) ? undefined : restsOn(wiki, document, hidden);
      if (base) hidden.set(document, base);
    }
  }
}

/** What the public is told of site.yml: no forge, which holds everything, no files, nothing that names what is hidden. A setting is left out unless it is named here. */
function siteFor({ site }: Wiki, systems: ReadonlySet<string>, redactions: Redactions): Site {
  const { title, organisation, language, time_zone, holidays, url, as_of, index, classification, offline, offline_budget } = site;
  const checks = Object.entries(site.checks).map(([rule, setting]) => [rule, typeof setting === 'string' || !setting.systems ? setting : { ...setting, systems: setting.systems.filter((id) => systems.has(id)) }] as const);
  return siteSchema.parse({
    ...{ title, organisation, language, time_zone, holidays, url, as_of, index, classification, offline_budget },
    audience: 'public',
    summary: site.summary === undefined ? undefined : redactions.text(site.summary, language),
    offline: offline === 'all' || offline === 'none' || systems.has(offline) ? offline : 'all',
    systems: site.systems.filter((id) => systems.has(id)),
    checks: Object.fromEntries(checks),
  });
}

/**
 * The wiki for an audience, made once and before anything is derived from it: whoever draws, prints or exports the result cannot show more.
 * For the public, only documents classified `public` are left (`site.classification` for those that say nothing), without the values of
 * contacts, without waivers, comments and source texts, and without any reference to what is left out.
 */
export function editionFor(wiki: Wiki, audience: Audience): Edition {
  if (editions.has(wiki)) return { wiki, withheld: [] };
  // Who is asked for rules over what site.yml says, and every face goes by the site.
  if (audience === 'internal') return { wiki: wiki.site.audience === audience ? wiki : { ...wiki, site: { ...wiki.site, audience } }, withheld: [] };
  const hidden = new Map<WikiDocument, Withheld['because']>();
  for (const document of wiki.documents) {
    if (!isPublic(wiki, document)) hidden.set(document, 'classification');
    // Its page is made by running the file itself, whatever the model says of it.
    else if (/\.mdx$/i.test(document.file)) hidden.set(document, 'code');
  }
  const lost = new Set<string>();
  for (;;) {
    hideDependants(wiki, hidden);
    const redactions = redactionsFor(wiki, (document) => !hidden.has(document), lost);
    const before = hidden.size + lost.size;
    const shown = wiki.documents.flatMap((document): WikiDocument[] => {
      if (hidden.has(document)) return [];
      const { document: redacted, dropped } = redactDocument(document, redactions);
      for (const key of dropped) lost.add(key);
      if (kinds[document.kind].safeParse(redacted.value).success) return [redacted];
      hidden.set(document, 'emptied');
      return [];
    });
    if (hidden.size + lost.size > before) continue;
    return { wiki: joined(wiki, shown, redactions), withheld: [...hidden].map(([document, because]) => ({ document, because })) };
  }
}

/** Wikis that were made here: made again, they stay as they are. */
const editions = new WeakSet<Wiki>();

function joined(wiki: Wiki, documents: readonly WikiDocument[], redactions: Redactions): Wiki {
  const site = siteFor(wiki, new Set(documents.map(({ system }) => system)), redactions);
  const built = buildWiki({ site, asOf: wiki.asOf, documents, problems: [], unreadable: new Set(), files: new Set(), textOf: () => undefined });
  const own = new Set(documents.map(({ file }) => file));
  const cited = new Set(citedFiles({ ...built, hasFile: (file) => own.has(file) || redactions.mayShow(file) }));
  const edition: Wiki = { ...built, hasFile: (file) => own.has(file) || cited.has(file) };
  editions.add(edition);
  return edition;
}

/** The wiki for an audience; `editionFor` also says what was left out. */
export const forAudience = (wiki: Wiki, audience: Audience): Wiki => editionFor(wiki, audience).wiki;

/** What Git knows, for the readers of an edition: when its documents last changed. Who changed them, why, and what else changed is not for the public. */
export function historyFor(history: History, { site, documents }: Wiki): History {
  if (site.audience === 'internal') return history;
  const lastOf = new Map(documents.flatMap(({ file }) => {
    const last = history.lastOf.get(file);
    return last ? [[file, { hash: last.hash, date: last.date, author: '', subject: '', files: [] }] as const] : [];
  }));
  const folders = new Map<string, FolderHistory>();
  for (const [file, commit] of lastOf) {
    const folder = file.slice(0, file.indexOf('/'));
    if (Date.parse(commit.date) > Date.parse(folders.get(folder)?.commit.date ?? '0001-01-01')) folders.set(folder, { commit });
  }
  // Where the wiki stands in its repository is not for them either.
  return { ...history, commits: [], lastOf, folders, prefix: '' };
}
