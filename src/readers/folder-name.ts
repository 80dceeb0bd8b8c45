import type { ReadingProblem } from '../model/problem.ts';

/** What stands at the top of every site beside its folders: a folder of that name would be lost behind it, or take its place. */
export const TAKEN: ReadonlySet<string> = new Set([
  ...['404', 'actions', 'calendar', 'changes', 'checks', 'coverage', 'data', 'files', 'incidents', 'risks', 'rules', 'runbooks', 'search', 'snapshot'],
  ...['_astro', 'pagefind', 'portable', '404.html', 'changes.xml', 'index.html', 'mark.svg', 'offline.json', 'robots.txt', 'sitemap-0.xml', 'sitemap-index.xml', 'sw.js', 'theme.js'],
]);

/** Signs that an address reads otherwise. */
const SIGNS = /[#?%\\:]/;

/** What is wrong with the name of a folder of content/, whose pages stand under it; told at one of its files. */
export function folderNameProblem(name: string, file: string): ReadingProblem | undefined {
  const because = TAKEN.has(name)
    ? { en: 'bears the name of a page that every wiki has', fr: 'porte le nom d’une page que tout wiki possède' }
    : SIGNS.test(name)
      ? { en: `holds “${SIGNS.exec(name)?.[0]}”, which no address of a page can hold`, fr: `contient « ${SIGNS.exec(name)?.[0]} », qu’aucune adresse de page ne peut porter` }
      : undefined;
  return (
    because && {
      rule: 'content/syntax',
      what: { en: `${name}/ ${because.en}`, fr: `${name}/ ${because.fr}` },
      place: { file, line: 1, column: 1 },
      fix: { en: 'Rename the folder, and the id of its system with it.', fr: 'Renommer le dossier, et avec lui l’id de son système.' },
    }
  );
}
