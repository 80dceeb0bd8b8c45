import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { writeAttachments } from '../../src/cli/write-attachments.ts';
import { wikiOf } from '../model/wiki-of.ts';

it('publishes what documents cite byte for byte, whatever its name, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-attachments-'));
  const root = join(folder, 'content');
  const bytes: Readonly<Record<string, Buffer>> = { 'shop/plan.png': Buffer.from([137, 80, 78, 71, 0, 255]), 'shop/l’été (1) #2 50%.csv': Buffer.from('a;b\r\n'), 'shop/old.html': Buffer.from('<p>'), 'shop/unused.png': Buffer.from('x') };
  for (const [file, body] of Object.entries(bytes)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), body);
  }
  const wiki = wikiOf({ 'shop/pages/one.md': ['kind: page\ntitle: One', '![Plan](../plan.png) [Table](../l%E2%80%99%C3%A9t%C3%A9%20(1)%20%232%2050%25.csv) [Old](../old.html) [Gone](../gone.pdf)\n'] });
  writeAttachments({ ...wiki, hasFile: (file) => file in bytes || file === 'shop/gone.pdf' }, root, join(folder, 'site'));
  const written = join(folder, 'site/files/shop');
  expect(readdirSync(written).sort()).toEqual(['l’été (1) #2 50%.csv', 'old.html.txt', 'plan.png']);
  for (const name of ['l’été (1) #2 50%.csv', 'plan.png']) expect(readFileSync(join(written, name))).toEqual(bytes[`shop/${name}`]);
  rmSync(folder, { recursive: true });
});
