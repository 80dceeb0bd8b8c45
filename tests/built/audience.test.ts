import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadLinks } from '../../plugins/dead-links.ts';
import { runIn } from '../cli/run-in.ts';
import { layMarked, SECRET } from './marked-wiki.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a PDF says: its pages, its outline, its metadata, and every stream of it unpacked, which files attached to it are. */
async function* textsInPdf(name: string, bytes: Uint8Array): AsyncGenerator<readonly [where: string, text: string]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    // Letters of one word may be set apart.
    const words = items.map((item) => ('str' in item ? item.str : ''));
    yield [`${name}, page ${number}`, `${words.join('')}\n${words.join(' ')}\n${JSON.stringify(await page.getAnnotations())}`];
  }
  const { info, metadata } = await pdf.getMetadata();
  yield [`${name}, metadata`, JSON.stringify([info, metadata?.getRaw() as unknown, await pdf.getOutline()])];
  await loading.destroy();
  const buffer = Buffer.from(bytes);
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const start = at + (buffer[at + 6] === 13 ? 8 : 7);
    try {
      yield [`${name}, stream`, inflateSync(buffer.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8')];
    } catch {
      // Not packed, or the end of one.
    }
  }
}

/** Every text that stands in some bytes: as they are, and unpacked where they are an archive, a PDF or are compressed. */
async function* textsIn(name: string, bytes: Uint8Array): AsyncGenerator<readonly [where: string, text: string]> {
  const buffer = Buffer.from(bytes);
  yield [name, `${name}\n${buffer.toString('utf8')}`];
  yield [`${name} (UTF-16)`, buffer.toString('utf16le')];
  if (buffer.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) yield* textsIn(`${name} (gunzip)`, gunzipSync(buffer));
  if (buffer.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') for (const [path, data] of Object.entries(unzipSync(bytes))) yield* textsIn(`${name}!${path}`, data);
  if (buffer.subarray(0, 5).toString('latin1') === '%PDF-') yield* textsInPdf(name, bytes);
}

/** Where a secret stands in a file or in any file of a folder, its names included. */
async function leaksIn(path: string): Promise<string[]> {
  const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)).filter((file) => statSync(file).isFile()) : [path];
  const found: string[] = [];
  for (const file of files) {
    for await (const [where, text] of textsIn(file.slice(path.length), readFileSync(file))) {
      const at = text.search(SECRET);
      if (at >= 0) found.push(`${where}: …${text.slice(Math.max(0, at - 80), at + 40).replace(/\s+/g, ' ')}…`);
    }
  }
  return found;
}

describe('a wiki with marked secrets', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-audience-'));
  let content = '';
  const build = (audience: string): string => {
    const { NODE_ENV: _node, VITEST: _vitest, ...env } = process.env;
    const out = join(folder, `site-${audience}`);
    // One cache for both: pages that were made for the inside must not come back.
    execFileSync(process.execPath, [join(root, 'src/cli/main.ts'), 'build', '--content', content, '--out', out, '--cache', join(folder, 'cache'), '--as-of', '2026-03-12', '--audience', audience], { cwd: root, env, stdio: 'pipe' });
    return out;
  };
  let inside = '';
  let outside = '';
  beforeAll(() => {
    content = layMarked(folder);
    inside = build('internal');
    outside = build('public');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells them all to its own people: what is looked for below can be found', async () => {
    const leaks = (await leaksIn(inside)).join('\n');
    for (const where of ['/data/records.json', '/data/document.csv', '/data/role.csv', '/data/records.xlsx!', '/data/markdown.zip!', '/data/calendar.ics', '/data/oscal/', '/changes.xml', '/pagefind/', '/files/', '/checks/index.html', '/shop/risks/r-1/index.html', '/zorglub-lab/index.html', '/shop/zorglubpage/index.html', '/data/call/', '/snapshot/snapshot.pdf, page', '/snapshot/snapshot.pdf, stream']) expect(leaks, where).toContain(where);
    for (const words of ['Zorglub Author', 'Zorglub has no budget', 'zorglub@shop.example', 'Rename the risk of zorglub', 'forge.example/zorglub']) expect(leaks.includes(words) || globSync('**/*.{html,json,xml}', { cwd: inside }).some((file) => readFileSync(join(inside, file), 'utf8').includes(words)), words).toBe(true);
  });

  it('tells none to the public, in no byte of the site', async () => {
    expect(await leaksIn(outside)).toEqual([]);
    expect(globSync('snapshot/*.pdf', { cwd: outside })).toHaveLength(1);
    const pages = globSync('**/*.html', { cwd: outside });
    expect(pages).toContain('shop/risks/r-1/index.html');
    expect(pages).toContain('shop/runbooks/rb-1/index.html');
    expect(readFileSync(join(outside, 'shop/index.html'), 'utf8')).toContain('[retiré]');
    expect(globSync('files/**/*.svg', { cwd: outside })).toEqual(['files/shop/open.svg']);
    expect(JSON.stringify([...globSync('**/*.{html,json,ics,csv}', { cwd: outside })].map((file) => readFileSync(join(outside, file), 'utf8')))).not.toMatch(/\+33 ?6 ?39/);
  });

  it('leaves no link to what is not there', () => {
    expect(deadLinks(outside)).toEqual([]);
  });

  it('tells none in the archive that opens from a stick', async () => {
    expect(await runIn(folder, 'bundle', '--site', outside, '-o', 'public.zip')).toMatchObject({ code: 0 });
    expect(await leaksIn(join(folder, 'public.zip'))).toEqual([]);
  });

  it.each(['json', 'csv', 'xlsx', 'ics', 'oscal', 'markdown'])('tells none in vigie export %s', async (format) => {
    const output = join(folder, 'exports', `${format}${['csv', 'oscal', 'markdown'].includes(format) ? '.zip' : ''}`);
    const made = await runIn(folder, 'export', format, '--content', content, '--audience', 'public', '-o', output);
    expect(made).toMatchObject({ code: 0, err: expect.stringMatching(/^public edition: 7 documents, \d+ withheld\n {2}withheld although public: zorglub-lab\/pages\/open\.md rests on zorglub-lab\/system\.md, which is not public\n$/) });
    expect(await leaksIn(output)).toEqual([]);
    expect(statSync(output).size).toBeGreaterThan(500);
  });

  it.each(['internal', 'public'])('publishes for %s what vigie export writes, byte for byte', async (audience) => {
    const published = join(audience === 'public' ? outside : inside, 'data');
    for (const [format, path] of [['json', 'records.json'], ['xlsx', 'records.xlsx'], ['ics', 'calendar.ics'], ['markdown', 'markdown.zip']] as const) {
      const output = join(folder, `same-${audience}`, path);
      await runIn(folder, 'export', format, '--content', content, '--audience', audience, '--as-of', '2026-03-12', '-o', output);
      expect(readFileSync(output).equals(readFileSync(join(published, path))), path).toBe(true);
    }
    for (const [format, below] of [['csv', '.'], ['oscal', 'oscal']] as const) {
      const output = join(folder, `same-${audience}`, format);
      await runIn(folder, 'export', format, '--content', content, '--audience', audience, '--as-of', '2026-03-12', '-o', output);
      for (const name of readdirSync(output)) expect(readFileSync(join(output, name)).equals(readFileSync(join(published, below, name))), name).toBe(true);
    }
  });

  it('is itself again when its Markdown is read: nothing is cited that is not there', async () => {
    await runIn(folder, 'export', 'markdown', '--content', content, '--audience', 'public', '-o', join(folder, 'edition'));
    const checked = JSON.parse((await runIn(folder, 'check', '--format', 'json', '--content', join(folder, 'edition'))).out) as { findings: { rule: string }[] };
    expect(checked.findings.filter(({ rule }) => /^(?:link\/broken|content\/)/.test(rule))).toEqual([]);
  });
});
