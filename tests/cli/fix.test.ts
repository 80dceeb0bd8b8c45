import { accessSync, chmodSync, constants, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { gitIn } from '../readers/git-repository.ts';
import { FIXTURES, ROOT, runIn } from './run-in.ts';

const CASES = join(FIXTURES, 'fix');
const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      // One sign a byte: what differs is shown, and nothing is lost.
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );

describe('vigie fix', () => {
  let folder: string;
  const content = (): string => join(folder, 'content');
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vigie-fix-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const take = (name: string): void => cpSync(join(CASES, name, 'content'), content(), { recursive: true });
  const wordsOf = (name: string): string[] => (existsSync(join(CASES, name, 'words.txt')) ? readFileSync(join(CASES, name, 'words.txt'), 'utf8').trim().split(' ') : []);

  describe.each(readdirSync(CASES))('%s', (name) => {
    beforeEach(() => take(name));

    it('changes what it must, and no other byte', async () => {
      const { code, err, out } = await runIn(folder, 'fix', '--yes', ...wordsOf(name));
      expect([err, code]).toEqual(['', 0]);
      expect(out).toMatch(/: written\n$/);
      expect(filesOf(content())).toEqual(filesOf(join(CASES, name, 'expected')));
    });

    it('shows what it would change as a diff that Git applies, and writes nothing', async () => {
      const before = filesOf(content());
      const { code, out, err } = await runIn(folder, 'fix', ...wordsOf(name));
      expect([code, err]).toEqual([1, '']);
      expect(out).toMatch(/nothing is written; --yes writes it\n$/);
      expect(filesOf(content())).toEqual(before);
      writeFileSync(join(folder, 'shown.diff'), out.slice(0, out.lastIndexOf('\n\n') + 1));
      gitIn(folder)('init', '-q');
      gitIn(folder)('apply', '--unidiff-zero', '--whitespace=nowarn', 'shown.diff');
      expect(filesOf(content())).toEqual(filesOf(join(CASES, name, 'expected')));
    });

    it('has nothing left to do', async () => {
      if (wordsOf(name).length > 0) return;
      await runIn(folder, 'fix', '--yes');
      expect(await runIn(folder, 'fix')).toEqual({ code: 0, out: 'nothing to fix\n', err: '' });
    });
  });

  it('leaves nothing for check to say of what it mended', async () => {
    take('derived-values');
    await runIn(folder, 'fix', '--yes');
    const { out } = await runIn(folder, 'check', '--rule', 'risk/score-mismatch', '--rule', 'time/duration-mismatch', '--format', 'json');
    // An alias and a range are left to the author.
    expect((JSON.parse(out) as { findings: { record: string }[] }).findings.map(({ record }) => record).sort()).toEqual(['shop/C-6', 'shop/C-7', 'shop/R-6', 'shop/R-7', 'shop/RB-2']);
  });

  it('keeps to the rules and systems that are named', async () => {
    take('derived-values');
    expect((await runIn(folder, 'fix', '--rule', 'time/duration-mismatch')).out).toContain('1 fix in 1 file: nothing is written');
    expect(await runIn(folder, 'fix', '--rule', 'risk/no-owner')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^vigie fix: no fix of risk\/no-owner is safe; [^\n]+\n$/) });
    expect(await runIn(folder, 'fix', '--system', 'shpo')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there is no system shpo') });
    expect(await runIn(folder, 'fix', 'shop')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('shop is no option') });
  });

  it.each([['y', 0], ['oui', 0], ['n', 1], ['', 1]])('asks at a terminal, and takes “%s” for an answer', async (answer, expected) => {
    take('durations');
    const before = filesOf(content());
    let asked = '';
    const code = await run(['fix'], { out: () => undefined, err: () => undefined, cwd: folder, now: new Date('2026-03-12'), color: false, progress: false, ask: (question) => ((asked = question), Promise.resolve(answer)) });
    expect([code, asked]).toEqual([expected, 'Write it? [y/N] ']);
    expect(filesOf(content())).toEqual(expected === 0 ? filesOf(join(CASES, 'durations/expected')) : before);
  });

  it('writes nothing over a file that changed while it asked', async () => {
    take('durations');
    let err = '';
    const ask = (): Promise<string> => {
      writeFileSync(join(content(), 'shop/system.md'), '---\nkind: system\nid: shop\ntitle: Other\n---\n');
      return Promise.resolve('y');
    };
    const incidents = readFileSync(join(content(), 'shop/incidents.md'), 'utf8');
    expect(await run(['fix'], { out: () => undefined, err: (text) => void (err += text), cwd: folder, now: new Date('2026-03-12'), color: false, progress: false, ask })).toBe(2);
    expect(err).toBe('vigie fix: shop/system.md changed meanwhile, so nothing is written; run vigie fix again\n');
    expect(readFileSync(join(content(), 'shop/incidents.md'), 'utf8')).toBe(incidents);
  });

  it('leaves every file as it was where one cannot be written', async (context) => {
    take('rename-risk');
    const before = filesOf(content());
    chmodSync(join(content(), 'shop/risks.md'), 0o444);
    try {
      let writable = true;
      try {
        accessSync(join(content(), 'shop/risks.md'), constants.W_OK);
      } catch {
        writable = false;
      }
      context.skip(writable, 'this account writes every file, whatever its mode');
      expect(await runIn(folder, 'fix', '--yes', '--rename', 'shop/R-1=R-T01')).toMatchObject({ code: 2, err: expect.stringMatching(/^vigie fix: shop\/risks\.md cannot be written \(EACCES\), so every file is as it was[^\n]*\n$/) });
    } finally {
      chmodSync(join(content(), 'shop/risks.md'), 0o644);
    }
    expect(filesOf(content())).toEqual(before);
  });

  describe('refuses in one sentence', () => {
    async function refusal(...words: string[]): Promise<string> {
      const before = filesOf(content());
      const { code, out, err } = await runIn(folder, 'fix', '--yes', ...words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^vigie fix: [^\n]+\n$/);
      expect(filesOf(content())).toEqual(before);
      return err;
    }

    it.each([
      ['R-1', '--rename takes system/OLD=NEW'],
      ['', '--rename takes system/OLD=NEW'],
      ['shop/R-1=', 'an empty name is no id'],
      ['shop/R-1=R 2', 'R 2 is no id'],
      ['shop/R-9=R-2', 'there is no record shop/R-9'],
      ['shop/R-1=R-10', 'shop/R-10 exists already: As R-1, longer'],
      ['shop/R-1=R-1-OLD', 'R-1-OLD is an old name of shop/R-10'],
      ['shop/shop=store', 'shop is a system, named by its folder'],
    ])('the rename %s', async (rename, said) => {
      take('rename-risk');
      expect(await refusal('--rename', rename)).toContain(said);
    });

    it('a rename where a document cannot be read: it may cite the record', async () => {
      take('rename-risk');
      writeFileSync(join(content(), 'shop/broken.md'), '---\nkind: [\n---\n');
      expect(await refusal('--rename', 'shop/R-1=R-T01')).toContain('shop/broken.md:');
    });

    it('a rename where a document that cites the record is not UTF-8', async () => {
      take('rename-risk');
      writeFileSync(join(content(), 'shop/latin.md'), Buffer.from('---\nkind: page\ntitle: Été\nrelated: [R-1]\n---\n', 'latin1'));
      expect(await refusal('--rename', 'shop/R-1=R-T01')).toContain('shop/latin.md is not UTF-8 text');
    });

    it('a rename of what a YAML alias repeats', async () => {
      take('rename-risk');
      writeFileSync(join(content(), 'shop/alias.md'), '---\nkind: page\ntitle: A\nrelated: [&r R-1]\ntags: [*r]\n---\n');
      expect(await refusal('--rename', 'shop/R-1=R-T01')).toContain('shop/alias.md repeats R-1 by a YAML alias');
    });

    it('a document that is binary', async () => {
      take('durations');
      writeFileSync(join(content(), 'shop/binary.md'), Buffer.from([0, 1, 2, 0xff]));
      expect(await refusal()).toContain('shop/binary.md');
    });
  });

  it('has one fix for the real wiki today, or none, and writes nothing unasked', async () => {
    const before = filesOf(join(ROOT, 'content'));
    expect((await runIn(ROOT, 'fix')).code).toBeLessThan(2);
    expect(filesOf(join(ROOT, 'content'))).toEqual(before);
  }, 30_000);
});
