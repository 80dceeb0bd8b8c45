import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFile } from '../../plugins/mermaid/font.ts';

const versionIn = (file: string): string => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;

/** A package's own version, wherever npm put it; `entry` is a file of it that can be asked for. */
function versionOf(name: string, entry = name): string {
  for (let folder = dirname(packageFile(entry)); dirname(folder) !== folder; folder = dirname(folder)) {
    try {
      const { name: own, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string; version?: string };
      if (own === name && version !== undefined) return version;
    } catch {
      // Not the top of the package.
    }
  }
  return '';
}

const FONTS = ['atkinson-hyperlegible-next', 'atkinson-hyperlegible-mono', 'noto-emoji', 'noto-sans-symbols-2'];

export const vigieVersion = (): string => versionIn(join(import.meta.dirname, '../../package.json'));

/** Everything but the content that shapes the bytes. */
export const engineVersions = (): Record<string, string> => ({
  'typst.ts': versionOf('@myriaddreamin/typst-ts-web-compiler'),
  fflate: versionOf('fflate', 'fflate/package.json'),
  mermaid: versionOf('mermaid', 'mermaid/package.json'),
  ...Object.fromEntries(FONTS.map((name) => [name, versionOf(`@expo-google-fonts/${name}`, `@expo-google-fonts/${name}/package.json`)])),
});
