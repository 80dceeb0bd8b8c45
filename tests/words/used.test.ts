import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fr } from '../../src/words/fr.ts';

const ROOT = join(import.meta.dirname, '../..');
const DICTIONARY = /src\/words\/(?:areas\/|en\.ts$|fr\.ts$)/;

const source = globSync('src/**/*.{ts,astro}', { cwd: ROOT })
  .filter((file) => !DICTIONARY.test(file.replaceAll('\\', '/')))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');
/** `'rb.call'`, and the head of `` `rb.type.${type}` ``. */
const named = new Set(source.match(/(?<=')[\w. -]+(?=')/g));
const heads = [...new Set([...source.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, head = '']) => head))];

it('every word of the dictionaries is said somewhere', () => {
  const keys = [...new Set(Object.keys(fr).map((key) => key.replace(/_(?:one|other)$/, '')))];
  expect(heads.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !named.has(key) && !heads.some((head) => key.startsWith(head)))).toEqual([]);
});
