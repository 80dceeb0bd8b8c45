import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSnapshot, type Snapshot } from '../../src/snapshot/make-snapshot.ts';
import { letters, readPdf, type Read } from './read-pdf.ts';
import { commit, git, onePage, wikiRepository, write } from './wiki-repository.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A picture of noise: it weighs what it has pixels. */
function noise(side: number): Buffer {
  const rows = Buffer.alloc(side * (side * 3 + 1));
  let seed = 1;
  for (let at = 0; at < rows.length; at += 1) rows[at] = at % (side * 3 + 1) === 0 ? 0 : (seed = (seed * 48271) % 2147483647) & 255;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 0 })), chunk('IEND', Buffer.alloc(0))]);
}

const WORDS = Array.from({ length: 5000 }, (_, index) => `mot${index}`);
const COLUMNS = Array.from({ length: 40 }, (_, index) => `c${index}`);
const LINE = Array.from({ length: 40 }, (_, index) => `segment${String(index).padStart(3, '0')}`).join('');

const NASTY = `
## #import "@preview/evil:1.0.0": * et $x^2$

Du balisage d’un autre : #eval("1") *gras* ] ) } \\u{1F600} <label> @ref $ #{ panic() } \`#read("/etc/passwd")\`.

[un script](javascript:alert(1)) et [un fichier](file:///etc/passwd) et [le site](https://exemple.fr/chemin?q=1).

Un texte arabe : مرحبا بالعالم, et de l’hébreu : שלום.

Des signes : 🚒 ✅ ⚠️ → ← ≥ ≤ ½ ☎ 𓀀.

| ${COLUMNS.join(' | ')} |
| ${COLUMNS.map(() => '---').join(' | ')} |
| ${COLUMNS.map((name) => `v${name}`).join(' | ')} |

| clé | valeur |
| --- | --- |
| long | ${WORDS.join(' ')} |
| court | fin |

\`\`\`
${LINE}
\`\`\`

\`\`\`mermaid
flowchart ->
\`\`\`

![Un dessin actif](actif.svg)

![Un dessin qui lit](lit.svg)

![Une image abîmée](abimee.png)

![Une image lourde](lourde.png)

![](absente.png)

<script>alert('html')</script><details><summary>Replié</summary>Caché dedans</details>

### Un titre

##### Deux niveaux plus bas

Une note[^1].

[^1]: Le texte de la note, qui se cite[^1].
`;

const ACTIVE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" onload="alert(1)"><script>alert("svg")</script><rect width="40" height="20" fill="#0a5a82"/></svg>';
const REACHING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><image href="file:///etc/passwd" width="1" height="1"/></svg>';

describe('a page that nobody expected', () => {
  let made: Snapshot;
  let read: Read;
  let words: string;

  beforeAll(async () => {
    const folder = wikiRepository(onePage(NASTY, { 'quai/pages/actif.svg': ACTIVE, 'quai/pages/lit.svg': REACHING, 'quai/pages/abimee.png': Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1'), 'quai/pages/lourde.png': noise(2600) }));
    const result = await makeSnapshot({ root: join(folder, 'content') });
    if ('problem' in result) throw new Error(JSON.stringify(result));
    made = result;
    read = await readPdf(made.bytes);
    words = read.pages.join(' ');
  }, 240_000);

  it('shows markup as the words it is', () => {
    for (const text of ['#import "@preview/evil:1.0.0": *', '#eval("1")', '#{ panic() }', '#read("/etc/passwd")']) expect(letters(words)).toContain(letters(text));
    expect(words).toContain('#eval');
    expect(words).not.toContain('root:');
  });

  it('leads to no address that could run or open something', async () => {
    const addresses: string[] = [];
    for (let number = 1; number <= made.pages; number += 1) {
      const notes = (await (await read.document.getPage(number)).getAnnotations()) as { url?: string; unsafeUrl?: string }[];
      addresses.push(...notes.flatMap(({ url, unsafeUrl }) => unsafeUrl ?? url ?? []));
    }
    expect(addresses).toContain('https://exemple.fr/chemin?q=1');
    expect(addresses.filter((url) => !/^https?:|^mailto:/.test(url))).toEqual([]);
    expect(words).toContain('exemple.fr/chemin?q=1');
  });

  it('names signs that it cannot draw, and reports them', () => {
    expect([...made.undrawn.keys()]).toContain('م');
    expect([...made.undrawn.keys()]).toContain('𓀀');
    expect([...made.undrawn.keys()]).not.toContain('🚒');
    expect(words).toContain('U+0645');
    expect(letters(words)).toContain(letters('U+13000'));
  });

  it('keeps every column, every word of a cell and every letter of a line', () => {
    const found = letters(words);
    expect(COLUMNS.filter((name) => !found.includes(`v${name}`))).toEqual([]);
    expect(WORDS.filter((word) => !words.includes(word))).toEqual([]);
    expect(found).toContain(LINE);
    expect(found).toContain('courtfin');
  });

  it('keeps nothing outside the paper', async () => {
    const out: string[] = [];
    for (let number = 1; number <= made.pages; number += 1) {
      const page = await read.document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const [x, y] = [item.transform[4] as number, item.transform[5] as number];
        // A running mark across a page is turned; all else stands inside.
        if (x < 0 || x + item.width > width + 1 || y < 0 || y > height) out.push(`${number}: ${item.str}`);
      }
    }
    expect(out).toEqual([]);
  });

  it('says in place of a picture or a diagram why it is not there', () => {
    const found = letters(words);
    expect(found).toContain(letters('quai/pages/abimee.png est abîmée'));
    expect(found).toContain(letters('quai/pages/lit.svg est abîmée'));
    expect(found).not.toContain(letters('actif.svg est'));
    expect(found).toContain(letters('Ce schéma ne peut pas être dessiné'));
    expect(found).toContain(letters('Caché dedans'));
    expect(words).not.toContain("alert('html')");
    expect(Buffer.from(made.bytes).includes('alert("svg")')).toBe(false);
  });

  it('sets the heavy picture', () => {
    expect(made.bytes.length).toBeGreaterThan(15_000_000);
  });
});

describe('a commit that is not there', { timeout: 120_000 }, () => {
  const problemOf = async (root: string, more = {}): Promise<unknown> => {
    const result = await makeSnapshot({ root, ...more });
    return 'problem' in result ? result.problem : 'made';
  };

  it('is refused outside a repository and before the first commit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-none-'));
    write(folder, onePage('Texte'));
    expect(await problemOf(join(folder, 'content'))).toBe('no-repository');
    git(folder, 'init', '-q');
    expect(await problemOf(join(folder, 'content'))).toBe('no-commit');
  });

  it('is refused where files changed since, and marked as a draft where that is asked for', async () => {
    const folder = wikiRepository(onePage('Texte'));
    const root = join(folder, 'content');
    write(folder, { 'quai/pages/note.md': '---\nkind: page\ntitle: Note\n---\n\nTexte changé\n' });
    expect(await problemOf(root)).toBe('dirty');
    const draft = await makeSnapshot({ root, draft: true });
    if ('problem' in draft) throw new Error(JSON.stringify(draft));
    const { pages } = await readPdf(draft.bytes);
    expect(pages.filter((text) => !text.includes('BROUILLON'))).toEqual([]);
    expect(letters(pages.join(' '))).toContain('Textechangé');
  });

  it('has nothing to print, no such system, no such register', async () => {
    const root = join(wikiRepository(onePage('Texte')), 'content');
    expect(await problemOf(root, { systems: ['quay'] })).toBe('unknown-system');
    expect(await problemOf(root, { part: { kind: 'register', name: 'risques' } })).toBe('unknown-part');
    expect(await problemOf(root, { audience: 'public' })).toBe('nothing');
    expect(await problemOf(root, { since: 'v9' })).toBe('unknown');
    expect(await problemOf(join(wikiRepository({ 'notes.txt': 'rien' }), 'content'))).toBe('nothing');
  });

  it('is said to be cut short in a shallow clone', async () => {
    const folder = wikiRepository(onePage('Texte'));
    write(folder, { 'quai/pages/autre.md': '---\nkind: page\ntitle: Autre\n---\n\nTexte\n' });
    commit(folder, 'Write another page');
    const clone = mkdtempSync(join(tmpdir(), 'vigie-shallow-'));
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, join(clone, 'wiki')]);
    const made = await makeSnapshot({ root: join(clone, 'wiki/content') });
    if ('problem' in made) throw new Error(JSON.stringify(made));
    expect((await readPdf(made.bytes)).pages[0]).toContain('clone partiel');
  });
});
