const STAMP = /(<meta name="site-version" content=")[^"]*(")/;

/** What a page is counted by: its text with an empty stamp, so that a page whose words did not change keeps its hash from one version to the next. */
export const unstamped = (html: string): string => html.replace(STAMP, '$1$2');

/** The page with the version and the date that it belongs to, where it has `<meta name="site-version" content="">`. */
export const stamped = (html: string, version: string, built: string): string => html.replace(STAMP, `$1${version} ${built}$2`);
