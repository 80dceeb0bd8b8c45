import { buildWiki, type Wiki } from '../model/wiki.ts';

/** The wiki as if it held only some of its documents: what is left out is cited by nobody and read by nobody. */
export function narrowed(wiki: Wiki, keeps: (document: Wiki['documents'][number]) => boolean): Wiki {
  const documents = wiki.documents.filter(keeps);
  if (documents.length === wiki.documents.length) return wiki;
  const kept = new Set(documents.map(({ file }) => file));
  return buildWiki({ site: wiki.site, asOf: wiki.asOf, documents, problems: wiki.problems.filter(({ place }) => kept.has(place.file)), unreadable: wiki.unreadable, files: new Set(), textOf: (file) => (kept.has(file) ? wiki.textOf(file) : undefined) });
}
