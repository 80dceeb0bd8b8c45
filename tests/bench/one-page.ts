import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages of a system that say again what its records' own pages say, or that paper does not carry. */
const AGAIN = /^(search|checks|rules|changes|data|snapshot|404|files)(\/|\.)/;

/**
 * Every page of a built site in one HTML file, with its styles and no script: the content that the snapshot prints, for a browser to print.
 * Returns the file.
 */
export function onePage(site: string, folder: string): string {
  const pages = globSync('**/*.html', { cwd: site }).sort().filter((path) => !AGAIN.test(path)).map((path) => readFileSync(join(site, path), 'utf8'));
  const read = pages.filter((html) => !html.includes('http-equiv="refresh"'));
  const styles = [...new Set(read.flatMap((html) => [...html.matchAll(/<link rel="stylesheet" href="\/?([^"]+)"/g)].map(([, href]) => href ?? '')))];
  const mains = read.map((html) => html.slice(html.indexOf('<main'), html.lastIndexOf('</main>')).replace(/^<main[^>]*>/, '<article>').replace(/ id="[^"]*"/g, '') + '</article>');
  cpSync(join(site, '_astro'), join(folder, '_astro'), { recursive: true });
  const file = join(folder, 'all.html');
  writeFileSync(file, `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Banc</title>${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}</head><body><main>${mains.join('\n')}</main></body></html>`);
  return file;
}
