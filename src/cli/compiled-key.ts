import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { basePath, packageRoot, siteAddress } from './site-paths.ts';

/** What pages are made of, from the package's folder: what `site` may import (src/README.md). */
const SOURCES = ['src/site/', 'src/schemas/', 'src/model/', 'src/readers/', 'src/checks/', 'src/views/', 'src/words/', 'plugins/', 'public/', 'astro.config.mjs', 'package.json'];

function filesIn(path: string): string[] {
  if (!path.endsWith('/')) return [path];
  return readdirSync(join(packageRoot, path), { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(packageRoot.length).replaceAll('\\', '/')] : []));
}

/** Names what the compiled pages are made from: Vigie's own code, Astro's, and the address that the site will stand at (site-paths.ts). The same wherever the package stands. */
export function compiledKey(): string {
  const hash = createHash('sha256').update(`${basePath()}\n${siteAddress() ?? ''}\n`);
  for (const name of ['astro', 'vite']) hash.update(readFileSync(createRequire(import.meta.url).resolve(`${name}/package.json`)));
  for (const file of SOURCES.flatMap(filesIn).sort()) hash.update(`\n${file}\n`).update(readFileSync(join(packageRoot, file)));
  return hash.digest('hex').slice(0, 20);
}
