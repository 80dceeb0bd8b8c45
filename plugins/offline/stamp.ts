const STAMP = /(<meta name="site-version" content=")[^"]*(")/;

/** Of an empty stamp that a full one can be written over: as long as any. */
export const noVersion = ' '.repeat(16 + 1 + '2026-03-12T02:12:00.000Z'.length);

/** What a page is counted by: its text with an empty stamp, so that a page whose words did not change keeps its hash from one version to the next. */
export const unstamped = (html: string): string => html.replace(STAMP, '$1$2');

/** The page with the version and the date that it belongs to, where it has `<meta name="site-version" content="…">`. */
export const stamped = (html: string, version: string, built: string): string => html.replace(STAMP, `$1${version} ${built}$2`);

/** Where the stamp of a page stands, in characters from its beginning, and how long it is; undefined where its first ones, `head`, hold none. */
export function stampIn(head: string): { readonly at: number; readonly length: number } | undefined {
  const found = STAMP.exec(head);
  return found ? { at: found.index + (found[1]?.length ?? 0), length: found[0].length - (found[1]?.length ?? 0) - (found[2]?.length ?? 0) } : undefined;
}
