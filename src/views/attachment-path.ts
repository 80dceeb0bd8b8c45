import { extname } from 'node:path';

/** Files that a browser would run as a page of this site: their text is published, under a name that no browser runs. */
const ACTIVE = new Set(['.htm', '.html', '.js', '.mjs', '.shtml', '.svgz', '.xht', '.xhtml', '.xml', '.xsl', '.xslt']);

/** Address of a file of content/, without the site's base and without escapes: a page of HTML gets `.txt`, so that it is read and not run. */
export const attachmentPath = (file: string): string => `${file}${ACTIVE.has(extname(file).toLowerCase()) ? '.txt' : ''}`;
