import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onePage, wikiRepository, write } from '../snapshot/wiki-repository.ts';
import { ROOT, runIn } from './run-in.ts';

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const PAGE = onePage('Un texte avec un schéma.\n\n```mermaid\nflowchart LR\n  a --> b\n```\n');

describe('vigie snapshot', { timeout: 120_000 }, () => {
  it('writes the file and its digest beside it', async () => {
    const folder = wikiRepository(PAGE);
    const { code, out, err } = await runIn(folder, 'snapshot', '-o', 'audit/quai.pdf');
    expect([code, err]).toEqual([0, '']);
    const file = join(folder, 'audit/quai.pdf');
    expect(readFileSync(`${file}.sha256`, 'utf8')).toBe(`${sha256(file)}  quai.pdf\n`);
    expect(out).toMatch(/^audit\/quai\.pdf: \d+ pages, .*2 documents, .*as of 2026-03-12/);
    expect(out).toContain(sha256(file));
    expect(readdirSync(join(folder, 'audit')).sort()).toEqual(['quai.pdf', 'quai.pdf.sha256']);
  });

  it('is named by its system and its commit unless told otherwise', async () => {
    const folder = wikiRepository(PAGE);
    await runIn(folder, 'snapshot', '--system', 'quai');
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toEqual([expect.stringMatching(/^vigie-quai-[0-9a-f]{7}\.pdf$/)]);
  });

  it('gives the same bytes whatever the engine, the zone and the language of the machine', () => {
    const folder = wikiRepository(PAGE);
    const made = [
      { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', engine: 'native' },
      { TZ: 'America/Los_Angeles', LANG: 'C', engine: 'wasm' },
    ].map(({ engine, ...env }) => {
      const file = `${engine}.pdf`;
      const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'snapshot', '--engine', engine, '-o', file], { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      return sha256(join(folder, file));
    });
    expect(made[0]).toBe(made[1]);
  });

  it('leaves nothing where it cannot write', async () => {
    const folder = wikiRepository(PAGE);
    mkdirSync(join(folder, 'taken.pdf'));
    writeFileSync(join(folder, 'file'), '');
    for (const [output, why] of [['taken.pdf', 'taken.pdf is a folder'], ['file/quai.pdf', 'cannot be written (']] as const) {
      const { code, err } = await runIn(folder, 'snapshot', '-o', output);
      expect([code, err.split('\n').length]).toEqual([2, 2]);
      expect(err).toContain(why);
    }
    // The digest cannot take its place: the file must not stand there without it.
    mkdirSync(join(folder, 'quai.pdf.sha256'));
    expect((await runIn(folder, 'snapshot', '-o', 'quai.pdf')).code).toBe(2);
    expect(existsSync(join(folder, 'quai.pdf'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.') && name !== '.git')).toEqual([]);
  });

  it('keeps the file that was there where a new one cannot be written', async () => {
    const folder = wikiRepository(PAGE);
    writeFileSync(join(folder, 'quai.pdf'), 'before');
    mkdirSync(join(folder, 'quai.pdf.sha256'));
    expect((await runIn(folder, 'snapshot', '-o', 'quai.pdf')).code).toBe(2);
    expect(readFileSync(join(folder, 'quai.pdf'), 'utf8')).toBe('before');
  });

  it.each([
    [['--engine', 'chrome'], '--engine takes auto, native, wasm, not chrome'],
    [['--audience', 'board'], '--audience takes internal, public, not board'],
    [['--as-of', '2026-02-30'], '--as-of takes a date as YYYY-MM-DD, not 2026-02-30'],
    [['--system', 'quay'], 'there is no system quay; did you mean quai?'],
    [['--register', 'risques'], 'there is no register risques'],
    [['--since', 'v9'], 'there is no revision v9'],
    [['--audience', 'public'], 'no document is public'],
    [['--content', 'nowhere'], 'there is no folder'],
    [['now'], 'takes no now'],
    [['-o', ''], '--output takes the name of a file'],
  ])('refuses %j in one sentence', async (words, sentence) => {
    const { code, out, err } = await runIn(wikiRepository(PAGE), 'snapshot', ...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^vigie snapshot: [^\n]*\n$/);
    expect(err).toContain(sentence);
  });

  it('refuses what no commit holds, and marks it where that is asked for', async () => {
    const folder = wikiRepository(PAGE);
    write(folder, { 'quai/pages/autre.md': '---\nkind: page\ntitle: Autre\n---\n\nSuite\n' });
    const refused = await runIn(folder, 'snapshot');
    expect([refused.code, refused.err]).toEqual([2, 'vigie snapshot: content/quai/pages/autre.md changed since the commit, and a snapshot stands for a commit; commit, or pass --draft to mark every page\n']);
    const { code, out } = await runIn(folder, 'snapshot', '--draft');
    expect(code).toBe(0);
    expect(out).toContain('(draft)');
  });

  it('names the signs that no font draws', async () => {
    const { code, err } = await runIn(wikiRepository(onePage('Un signe rare : 𓀀')), 'snapshot');
    expect(code).toBe(0);
    expect(err).toContain('U+13000 (1×)');
  });
});

const keygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe('vigie snapshot --sign', { timeout: 120_000 }, () => {
  const keyIn = (folder: string, name: string, passphrase = ''): void => void execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', name, '-f', join(folder, name)]);
  /** No file of the snapshot, whole or begun. */
  const written = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('quai.pdf'));

  it.skipIf(!keygen)('writes a signature that verify takes for that of the key', async () => {
    const folder = wikiRepository(PAGE);
    keyIn(folder, 'alice');
    const { code, out, err } = await runIn(folder, 'snapshot', '-o', 'quai.pdf', '--sign', 'alice');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/\nsigned quai\.pdf\.sig\n$/);
    expect(written(folder).sort()).toEqual(['quai.pdf', 'quai.pdf.sha256', 'quai.pdf.sig']);
    writeFileSync(join(folder, 'signers'), `alice@example.org ${readFileSync(join(folder, 'alice.pub'), 'utf8')}`);
    const verified = await runIn(folder, 'verify', 'quai.pdf', '--allowed-signers', 'signers');
    expect(verified.code).toBe(0);
    expect(verified.out).toContain('The file was signed by alice@example.org (SHA256:');
  });

  it.skipIf(!keygen)('writes nothing where the key cannot sign, and says why', async () => {
    const folder = wikiRepository(PAGE);
    keyIn(folder, 'locked', 'a secret');
    keyIn(folder, 'open');
    chmodSync(join(folder, 'open'), 0o644);
    writeFileSync(join(folder, 'words'), 'no key\n', { mode: 0o600 });
    const agentless = process.env['SSH_AUTH_SOCK'];
    delete process.env['SSH_AUTH_SOCK'];
    for (const [key, why] of [
      ['nowhere', 'there is no key nowhere; name the file of an SSH key with --sign'],
      ['.', 'there is no key .; name the file of an SSH key with --sign'],
      ['words', 'words is no SSH key that can sign; name a private key, or the .pub of one that the agent holds'],
      ['locked', 'the key locked needs a passphrase, and nobody is asked for one here; load the key into the agent first: ssh-add locked'],
      ['open', 'others may read the key open, so ssh-keygen refuses it; run chmod 600 open'],
    ] as const) {
      expect(await runIn(folder, 'snapshot', '-o', 'quai.pdf', '--sign', key)).toEqual({ code: 2, out: '', err: `vigie snapshot: ${why}\n` });
      expect(written(folder)).toEqual([]);
    }
    if (agentless !== undefined) process.env['SSH_AUTH_SOCK'] = agentless;
  });

  it('says where ssh-keygen is missing', () => {
    const folder = wikiRepository(PAGE);
    writeFileSync(join(folder, 'key'), 'a key\n', { mode: 0o600 });
    const tools = mkdtempSync(join(tmpdir(), 'vigie-tools-'));
    symlinkSync(execFileSync('which', ['git'], { encoding: 'utf8' }).trim(), join(tools, 'git'));
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'snapshot', '-o', 'quai.pdf', '--sign', 'key'], { cwd: folder, env: { ...process.env, PATH: tools }, encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'vigie snapshot: --sign needs ssh-keygen, which is not installed; install OpenSSH, or leave --sign out and sign the file elsewhere\n']);
    expect(written(folder)).toEqual([]);
  });
});
