import { citedFiles } from './cited-files.ts';
import { linkTarget } from './links.ts';
import type { WikiDocument, WikiRecord } from './records.ts';
import { wordFinder } from './find-words.ts';
import type { Wiki } from './wiki.ts';

/** What stands where something was taken out. */
const MARK = { fr: '[retiré]', en: '[withheld]' } as const;
export type RedactionLang = keyof typeof MARK;

/** What must not be said, and how a text is rid of it. */
export interface Redactions {
  /** Whether a reference of a record leads to something hidden; a strict one also where it leads nowhere. */
  readonly hides: (target: string, system: string, strict: boolean) => boolean;
  /** A text without links to hidden documents and files, and without the names of what is hidden. */
  readonly text: (text: string, lang: RedactionLang, document?: WikiDocument) => string;
  /** Whether a text names something hidden. */
  readonly names: (text: string) => boolean;
  /** Whether a link of a document leads to something hidden, or nowhere. */
  readonly hidesLink: (document: WikiDocument, url: string) => boolean;
  /** Whether a file that is no document may be shown where a document that is shown cites it. */
  readonly mayShow: (file: string) => boolean;
  readonly mark: (lang: RedactionLang) => string;
}

const LINK = /!?\[((?:[^[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]+)>?(?:\s+["'(][^\n]*?["')])?\s*\)/g;

/** A word that nobody writes by chance: it has a digit, a capital or a sign inside. */
const isCode = (id: string): boolean => /[\d\p{Lu}_.-]/u.test(id);
/** Long enough to be nobody else's. */
const LONG = 10;

/** Every name of a record or a document: ids, titles, other names. */
function namesOf(record: WikiRecord): { exact: string[]; loose: string[] } {
  const { aliases } = record.value as { aliases?: readonly string[] };
  const words = [record.title, ...(aliases ?? [])].filter((name) => name.length >= LONG || (isCode(name) && !name.includes(' ') && name.length > 3));
  // The name of a system that is not shown may be the secret itself.
  if (record.kind === 'system') return { exact: [record.id, record.title, ...words], loose: [] };
  return isCode(record.id) ? { exact: [record.id, ...words], loose: [] } : { exact: words, loose: [record.id] };
}

/** Works out what an edition may not say. `lost`: keys of records of shown documents that could not stand without what is hidden. */
export function redactionsFor(wiki: Wiki, isShown: (document: WikiDocument) => boolean, lost: ReadonlySet<string>): Redactions {
  const shows = (record: WikiRecord | undefined): boolean => record !== undefined && isShown(record.document) && !lost.has(record.key);
  const records = [...wiki.records.values()] as WikiRecord[];
  const shownNames = new Set(records.filter(shows).flatMap((record) => [record.id, record.title, ...((record.value as { aliases?: readonly string[] }).aliases ?? [])]).concat(wiki.documents.filter(isShown).flatMap(({ title, file }) => [title, file, file.split('/').at(-1) ?? file])));
  const hidden = records.filter((record) => !shows(record)).map(namesOf);
  const hiddenDocuments = wiki.documents.filter((document) => !isShown(document));
  const cited = new Set(citedFiles({ ...wiki, documents: wiki.documents.filter(isShown) }));
  const files = [...hiddenDocuments.map(({ file }) => file), ...citedFiles(wiki).filter((file) => !cited.has(file))].flatMap((file) => [file, file.split('/').at(-1) ?? file]);
  const contacts = wiki.all('role').flatMap(({ value }) => value.contacts.flatMap(({ value: reach }) => (reach !== undefined && reach.length > 3 ? [reach] : [])));
  const titles = hiddenDocuments.flatMap(({ title, value }) => [title, ...value.aliases]).filter((title) => title.length >= LONG);
  const unknown = [...wiki.unreadable].map((key) => key.split('/')[1] ?? key).filter(isCode);
  const secret = (name: string): boolean => !shownNames.has(name);
  const finder = wordFinder([...hidden.flatMap(({ exact }) => exact), ...titles, ...files, ...unknown].filter(secret).concat(contacts), hidden.flatMap(({ loose }) => loose).filter(secret));

  // A file in the folder of a system that is hidden would name it.
  const mayShow = (file: string): boolean => wiki.hasFile(file) && !/\.mdx?$/i.test(file) && !finder.finds(file);
  const hidesLink = (document: WikiDocument, url: string): boolean => {
    const target = linkTarget(wiki, document, url);
    if (target.kind === 'document') return !isShown(target.document);
    return target.kind === 'broken' || (target.kind === 'file' && !mayShow(target.file));
  };
  return {
    hides: (target, system, strict) => {
      const record = wiki.resolve(target, system) as WikiRecord | undefined;
      return record ? !shows(record) : strict || wiki.unreadable.has(target.includes('/') ? target : `${system}/${target}`);
    },
    text: (text, lang, document) => {
      const unlinked = document ? text.replace(LINK, (link, _words: string, url: string) => (hidesLink(document, url) ? MARK[lang] : link)) : text;
      return finder.replace(unlinked, MARK[lang]);
    },
    names: finder.finds,
    hidesLink,
    mayShow,
    mark: (lang) => MARK[lang],
  };
}
