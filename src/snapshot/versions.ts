import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

const versionIn = (file: string): string => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;

/** A package's own version, wherever npm put it. */
function versionOf(name: string): string {
  for (let folder = dirname(require.resolve(name)); dirname(folder) !== folder; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    try {
      const { name: own, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
      if (own === name && version !== undefined) return version;
    } catch {
      // Not the top of the package.
    }
  }
  return '';
}

export const vigieVersion = (): string => versionIn(join(ROOT, 'package.json'));

/** Everything but the content that shapes the bytes. */
export const engineVersions = (): Record<string, string> => ({
  typst: versionOf('@myriaddreamin/typst-ts-web-compiler'),
  'pdf-lib': versionOf('pdf-lib'),
  mermaid: versionIn(require.resolve('mermaid/package.json')),
  'atkinson-hyperlegible-next': versionIn(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json')),
  'atkinson-hyperlegible-mono': versionIn(require.resolve('@expo-google-fonts/atkinson-hyperlegible-mono/package.json')),
  'noto-emoji': versionIn(require.resolve('@expo-google-fonts/noto-emoji/package.json')),
  'noto-sans-symbols-2': versionIn(require.resolve('@expo-google-fonts/noto-sans-symbols-2/package.json')),
});
