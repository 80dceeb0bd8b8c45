import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { read, reading } from './report.ts';

const FINE = '---\nkind: page\ntitle: Fine\n---\n\nStill here.\n';
const RUNBOOK = '---\nkind: runbook\nid: RB-1\ntitle: Restore\ntype: restore\n---\n\n';

/** Input that Git or an editor would not keep as it is: bytes, links, pipes, sizes. */
describe('input that a repository cannot hold', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vigie-'));
    write('site.yml', 'title: Test\nlanguage: en\n');
    write('shop/fine.md', FINE);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(file: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }

  /** Every finding on one line, once the file beside was read and every finding has its why and fix. */
  function findings(): string[] {
    const wiki = read(root);
    expect(wiki.records.has('shop/page:fine')).toBe(true);
    return runChecks(wiki, reading).findings.map(({ rule, what, place, why, fix }) => {
      expect(why).not.toBe('');
      expect(fix).not.toBe('');
      return `${place.file}:${place.line}:${place.column} ${rule} ${what}`;
    });
  }

  it('reads a file with a BOM', () => {
    write('shop/bom.md', `\uFEFF${FINE}`);
    write('site.yml', '\uFEFFtitle: Marked\n');
    expect(findings()).toEqual([]);
    expect(read(root).site.title).toBe('Marked');
    expect(read(root).records.get('shop/page:bom')?.title).toBe('Fine');
  });

  it('reads CRLF and still counts lines and columns', () => {
    write('shop/crlf.md', FINE.replaceAll('\n', '\r\n'));
    write('shop/wrong.md', '---\r\nkind: page\r\ntitle: Wrong\r\nowner: ops\r\nlang: de\r\n---\r\n\r\n## Heading\r\n');
    write('shop/runbook.md', RUNBOOK.replaceAll('\n', '\r\n') + '## Restore (10 min)\r\n\r\n- [ ] One\r\n- [ ] Two\r\n');
    expect(findings()).toEqual(['shop/wrong.md:5:7 content/schema lang is “de”, which is not one of fr, en']);
    const wiki = read(root);
    expect(wiki.documents.find(({ file }) => file === 'shop/wrong.md')?.outline.headings).toMatchObject([{ text: 'Heading', line: 8 }]);
    expect(wiki.resolveAs('runbook', 'RB-1', 'shop')?.time?.full.max).toBe(10);
  });

  it('names the text of Windows-1252 bytes and reads them', () => {
    write('shop/windows.md', Buffer.from('---\nkind: page\ntitle: Procédure d’été\n---\n', 'latin1').map((byte) => (byte === 0x19 ? 0x92 : byte)));
    expect(findings()).toEqual(['shop/windows.md:3:12 content/encoding shop/windows.md is not UTF-8 on 1 line; read as Windows-1252 this one is “title: Procédure d’été”']);
    expect(read(root).records.get('shop/page:windows')?.title).toBe('Procédure d’été');
  });

  it('keeps the lines that are UTF-8 in a file that mixes encodings', () => {
    write('shop/mixed.md', Buffer.concat([Buffer.from('---\nkind: page\ntitle: Été\nsummary: '), Buffer.from('Échec', 'latin1'), Buffer.from('\n---\n')]));
    expect(findings()).toEqual(['shop/mixed.md:4:10 content/encoding shop/mixed.md is not UTF-8 on 1 line; read as Windows-1252 this one is “summary: Échec”']);
    expect(read(root).records.get('shop/page:mixed')).toMatchObject({ title: 'Été', value: { summary: 'Échec' } });
  });

  it('recognises UTF-16', () => {
    write('shop/wide.md', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(FINE, 'utf16le')]));
    expect(findings()).toEqual(['shop/wide.md:1:1 content/encoding shop/wide.md is UTF-16LE and must be UTF-8']);
    expect(read(root).records.get('shop/page:wide')?.title).toBe('Fine');
  });

  it('says that a file with a NUL is not text', () => {
    write('shop/binary.md', `${FINE}a\nbc\0`);
    expect(findings()).toEqual(['shop/binary.md:8:3 content/encoding shop/binary.md holds a NUL character: it is not text']);
  });

  it('refuses a file of 5 MB', () => {
    write('shop/big.md', FINE + 'word '.repeat(1024 * 1024));
    expect(findings()).toEqual(['shop/big.md:1:1 content/syntax shop/big.md weighs 5.0 MB; a document may weigh 2 MB']);
  });

  it('follows no symbolic link: neither a loop nor a way out', () => {
    symlinkSync('..', join(root, 'shop/loop'));
    symlinkSync(import.meta.filename, join(root, 'shop/out.md'));
    symlinkSync('nowhere.md', join(root, 'shop/dead.md'));
    expect(findings()).toEqual(['dead.md', 'loop', 'out.md'].map((name) => `shop/${name}:1:1 content/syntax shop/${name} is a symbolic link, which is not followed`));
    expect(read(root).textOf('shop/out.md')).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
    execFileSync('mkfifo', [join(root, 'shop/pipe.md')]);
    expect(findings()).toEqual(['shop/pipe.md:1:1 content/syntax shop/pipe.md is neither a file nor a folder']);
  });

  it.skipIf(process.platform !== 'linux')('reports a name that is not UTF-8', () => {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/shop/`), Buffer.from([0xe9]), Buffer.from('t.md')]), FINE);
    expect(findings()).toEqual(['shop/\uFFFDt.md:1:1 content/syntax shop/\uFFFDt.md cannot be read (ENOENT)']);
  });

  it('reports a file and a folder that it may not read', (context) => {
    write('shop/closed.md', FINE);
    write('locked/page.md', FINE);
    chmodSync(join(root, 'shop/closed.md'), 0o000);
    chmodSync(join(root, 'locked'), 0o000);
    try {
      let readable = true;
      try {
        readFileSync(join(root, 'shop/closed.md'));
      } catch {
        readable = false;
      }
      context.skip(readable, 'this account reads every file, whatever its mode');
      expect(findings()).toEqual(['locked:1:1 content/syntax locked cannot be read (EACCES)', 'shop/closed.md:1:1 content/syntax shop/closed.md cannot be read (EACCES)']);
    } finally {
      chmodSync(join(root, 'locked'), 0o755);
    }
  });

  it.each([
    ['lists', `tags: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['groups', `tags: ${'{ a: '.repeat(2000)}1${' }'.repeat(2000)}`],
    ['blocks', `tags:\n${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}`],
    ['levels that the parser still takes', `tags: ${'['.repeat(60)}${']'.repeat(60)}`],
  ])('refuses YAML nested too deeply: %s', (_name, yaml) => {
    write('shop/deep.md', `---\nkind: page\ntitle: Deep\n${yaml}\n---\n`);
    write('deep.yml', yaml);
    const found = findings();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found[0]).toMatch(/^shop\/deep\.md:\d+:\d+ content\/syntax .*deeper than 50 levels/);
  });

  it('refuses a body nested too deeply', () => {
    write('shop/deep.md', `${FINE}\n${'>'.repeat(20_000)} end\n`);
    expect(findings()).toEqual(['shop/deep.md:5:1 content/syntax the body cannot be read: its lists or quotes are nested too deeply']);
  });

  it('says five things of a file that is wrong on every line', () => {
    write('shop/colons.md', `---\n${'a: b: c\n'.repeat(500)}---\n`);
    expect(findings()).toHaveLength(5);
  });

  it.each([
    ['a word', 'a'.repeat(100_000)],
    ['words', 'word '.repeat(20_000)],
    ['accents', 'é'.repeat(100_000)],
    ['spaces', `a${' '.repeat(100_000)}b`],
    ['digits', `a (${'1'.repeat(100_000)})`],
    ['brackets', '('.repeat(100_000)],
    ['dashes', '— '.repeat(50_000)],
  ])('reads a line of 100 000 characters at once: %s', (_name, line) => {
    write('shop/long.md', `${RUNBOOK}## ${line}\n\n- [ ] ${line}\n\n${line}\n`);
    const start = performance.now();
    expect(findings()).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('cuts a long value in its message', () => {
    write('shop/long.md', `---\nkind: ${'a'.repeat(100_000)}\ntitle: Long\n---\n`);
    write('shop/status.md', `---\nkind: page\ntitle: Long\nstatus: ${'a'.repeat(100_000)}\n---\n`);
    for (const finding of findings()) expect(finding.length).toBeLessThan(400);
  });
});
