/** The start tag of the region that a page shows, and its end, as layouts/Base.astro writes them. */
const MAIN = '<main id="main"';
const END = '</main>';

/**
 * What the search index reads of a page: its language, its title and its main region. The frame around it (navigation, menus, the search
 * panel itself) is the same on every page and costs more to parse than the text. Undefined for a page that asks not to be found.
 */
export function searchable(html: string): string | undefined {
  const start = html.indexOf(MAIN);
  const end = html.lastIndexOf(END);
  if (start === -1 || end < start) return undefined;
  // The index parts words at a straight apostrophe only: « l’API » would never be found as « API ».
  const main = html.slice(start, end + END.length).replaceAll('’', "'");
  if (!main.includes('data-pagefind-body')) return undefined;
  const lang = /<html\b[^>]*\blang="([^"]*)"/.exec(html)?.[1] ?? '';
  const title = /<title>[^<]*<\/title>/.exec(html)?.[0] ?? '';
  return `<!doctype html><html lang="${lang}"><head>${title}</head><body>${main}</body></html>`;
}
