import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFContext } from 'pdf-lib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPdf } from '../../plugins/pdf/read.ts';
import { seal, UNSEALED } from '../../plugins/pdf/seal.ts';
import { SNAPSHOT_NAMESPACE } from '../../src/snapshot/manifest.ts';
import { runIn } from '../cli/run-in.ts';
import { finish, sampleFiles, set } from '../plugins/pdf/sample.ts';
import { gitIn, repository, type Repository } from '../readers/git-repository.ts';
import { SHOP } from '../views/diff-wiki.ts';

const SLOW = { timeout: 120_000 };

let repo: Repository;
let commit = '';
let original: Uint8Array;
let sidecar = '';
/** A folder that is in no repository. */
let desk = '';

beforeAll(async () => {
  repo = repository();
  commit = repo.commit('2026-03-01', 'Begin', SHOP);
  const made = await runIn(repo.folder, 'snapshot', '-o', 'shop.pdf');
  expect([made.code, made.err]).toEqual([0, '']);
  original = readFileSync(join(repo.folder, 'shop.pdf'));
  sidecar = readFileSync(join(repo.folder, 'shop.pdf.sha256'), 'utf8');
  rmSync(join(repo.folder, 'shop.pdf'));
  rmSync(join(repo.folder, 'shop.pdf.sha256'));
}, 120_000);
afterAll(() => repo.remove());
beforeEach(() => {
  if (desk !== '') rmSync(desk, { recursive: true, force: true });
  desk = mkdtempSync(join(tmpdir(), 'vigie-desk-'));
});
afterAll(() => rmSync(desk, { recursive: true, force: true }));

interface Report {
  readonly intact: boolean;
  readonly commit?: string;
  readonly facts: readonly { readonly id: string; readonly verdict: string; readonly text: string }[];
}

/** Verifies these bytes on a desk without a repository: the exit code and the bad facts. */
async function verdict(bytes: Uint8Array, ...words: string[]): Promise<{ code: number; bad: string[]; all: string[]; report: Report }> {
  writeFileSync(join(desk, 'shop.pdf'), bytes);
  const { code, out, err } = await runIn(desk, 'verify', 'shop.pdf', '--json', ...words);
  expect(err).toBe('');
  const report = JSON.parse(out) as Report;
  return { code, bad: report.facts.filter((fact) => fact.verdict === 'bad').map(({ id }) => id), all: report.facts.map(({ id }) => id), report };
}

const key = (name: string): PDFName => PDFName.of(name);
const save = (document: PDFDocument): Promise<Uint8Array> => document.save({ updateFieldAppearances: false, addDefaultPage: false });
const opened = (bytes = original): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false });

/** Name and file of every attachment. */
function embedded(document: PDFDocument): PDFArray {
  return document.catalog.lookup(key('Names'), PDFDict).lookup(key('EmbeddedFiles'), PDFDict).lookup(key('Names'), PDFArray);
}
function fileNamed(document: PDFDocument, name: string): { at: number; file: PDFDict } {
  const names = embedded(document);
  for (let at = 0; at < names.size(); at += 2) if ((names.lookup(at) as PDFHexString).decodeText() === name) return { at, file: names.lookup(at + 1, PDFDict) };
  throw new Error(`there is no ${name}`);
}
const stream = (context: PDFContext, text: string) => context.register(context.flateStream(text, { Type: 'EmbeddedFile', Subtype: 'text/markdown' }));
function replace(document: PDFDocument, name: string, text: string): void {
  const { file } = fileNamed(document, name);
  const put = stream(document.context, text);
  file.set(key('EF'), document.context.obj({ F: put, UF: put }));
}
function remove(document: PDFDocument, name: string): void {
  const { at } = fileNamed(document, name);
  embedded(document).remove(at + 1);
  embedded(document).remove(at);
}
const manifestOf = async (bytes: Uint8Array): Promise<string> => {
  const { readSnapshot } = await import('../../src/snapshot/verify/read-snapshot.ts');
  const snapshot = await readSnapshot(bytes);
  return 'verdict' in snapshot ? '' : JSON.stringify(snapshot.manifest);
};

describe('a snapshot as it was made', SLOW, () => {
  it('is intact, says its commit, and that nothing outside confirms it', async () => {
    const { code, all, report } = await verdict(original);
    expect([code, report.intact, report.commit]).toEqual([0, true, commit]);
    expect(all).toEqual(['commit/named', 'body/whole', 'attachments/whole', 'bytes/whole', 'sidecar/none', 'commit/no-repository', 'proof/none']);
  });

  it('carries a manifest of the shape that is documented', async () => {
    const { code, out } = await runIn(desk, 'verify', '--schema');
    expect(code).toBe(0);
    const schema = JSON.parse(out) as { readonly $defs?: object; readonly properties: object };
    const manifest: unknown = JSON.parse(await manifestOf(original));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect([validate(manifest), validate.errors]).toEqual([true, null]);
    expect(validate({ ...(manifest as object), body: 'x' })).toBe(false);
    expect(Object.keys(manifest as object).sort()).toEqual(Object.keys(schema.properties).sort());
  });

  it('is the published one where its sum stands beside', async () => {
    writeFileSync(join(desk, 'shop.pdf.sha256'), sidecar);
    expect((await verdict(original)).all).toEqual(['commit/named', 'body/whole', 'attachments/whole', 'bytes/whole', 'sidecar/equal', 'commit/no-repository']);
  });

  it('is found in its repository, its sources those of the commit', async () => {
    const { code, all } = await verdict(original, '--repository', repo.folder);
    expect([code, all.slice(4)]).toEqual([0, ['sidecar/none', 'commit/found', 'sources/equal', 'proof/none']]);
  });

  it('is made again, byte for byte, whatever came since', async () => {
    repo.commit('2026-03-09', 'Later', { 'shop/later.md': '---\nkind: page\nid: later\ntitle: Later\n---\n' });
    const { code, all } = await verdict(original, '--repository', repo.folder, '--rebuild');
    expect([code, all.at(-1)]).toEqual([0, 'rebuild/equal']);
  });

  it('says it in French', async () => {
    writeFileSync(join(desk, 'shop.pdf'), original);
    writeFileSync(join(desk, 'shop.pdf.sha256'), sidecar);
    const { code, out } = await runIn(desk, 'verify', 'shop.pdf', '--lang', 'fr');
    expect(code).toBe(0);
    expect(out).toMatch(/^shop\.pdf\n  · Il nomme le commit [0-9a-f]{40} du 2026-03-01T10:00:00Z \(arbre [0-9a-f]{12}\), lu à la date du 2026-03-01\.\n  ✓ Les pages \(\d+\), leur structure et leurs polices sont celles du manifeste\.\n/);
    expect(out).toMatch(/\nLe fichier est intact\.\n$/);
  });
});

describe('what was done to a snapshot is told apart', SLOW, () => {
  it('a byte outside pages and attachments', async () => {
    const bytes = Buffer.from(original);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    expect(await verdict(bytes)).toMatchObject({ code: 1, bad: ['bytes/changed'] });
  });

  it('something added behind the end', async () => {
    expect(await verdict(Buffer.concat([original, Buffer.from('\n% hello\n')]))).toMatchObject({ code: 1, bad: ['bytes/changed'] });
  });

  it('the same file saved by another program', async () => {
    expect(await verdict(await (await opened()).save({ useObjectStreams: false, updateFieldAppearances: false }))).toMatchObject({ code: 1, bad: ['bytes/changed'] });
  });

  it('an edited page', async () => {
    const document = await opened();
    document.getPage(1).drawRectangle({ x: 50, y: 50, width: 100, height: 100 });
    expect(await verdict(await save(document))).toMatchObject({ code: 1, bad: ['body/edited'] });
  });

  it('a page that was taken out', async () => {
    const document = await opened();
    document.removePage(document.getPageCount() - 1);
    expect(await verdict(await save(document))).toMatchObject({ code: 1, bad: ['body/edited'] });
  });

  it('another title', async () => {
    const document = await opened();
    document.context.lookup(document.context.trailerInfo.Info, PDFDict).set(key('Title'), PDFHexString.fromText('Other'));
    expect(await verdict(await save(document))).toMatchObject({ code: 1, bad: ['body/edited'] });
  });

  it('a swapped attachment', async () => {
    const document = await opened();
    replace(document, 'sources/shop/risks.md', '---\nkind: register\n---\nNothing to see.\n');
    const { code, bad, report } = await verdict(await save(document));
    expect([code, bad]).toEqual([1, ['attachment/changed']]);
    expect(report.facts.find(({ id }) => id === 'attachment/changed')?.text).toMatch(/^The attachment sources\/shop\/risks\.md was changed or swapped: its SHA-256 is [0-9a-f]{12}… and the manifest says [0-9a-f]{12}…\.$/);
  });

  it('an attachment that is gone', async () => {
    const document = await opened();
    remove(document, 'records.json');
    expect(await verdict(await save(document))).toMatchObject({ code: 1, bad: ['attachment/missing'] });
  });

  it('an attachment that came', async () => {
    const document = await opened();
    const put = stream(document.context, 'x');
    embedded(document).push(PDFHexString.fromText('zz.md'));
    embedded(document).push(document.context.register(document.context.obj({ Type: 'Filespec', UF: PDFHexString.fromText('zz.md'), EF: { F: put, UF: put } })));
    expect(await verdict(await save(document))).toMatchObject({ code: 1, bad: ['attachment/added'] });
  });

  it('an attachment that no longer unpacks', async () => {
    const document = await opened();
    const { file } = fileNamed(document, 'records.json');
    const put = document.context.register(document.context.stream('not packed', { Type: 'EmbeddedFile', Filter: 'FlateDecode' }));
    file.set(key('EF'), document.context.obj({ F: put, UF: put }));
    expect(await verdict(await save(document))).toMatchObject({ code: 1, bad: ['attachment/damaged'] });
  });

  it('a removed manifest', async () => {
    const document = await opened();
    remove(document, 'manifest.json');
    const { code, bad, report } = await verdict(await save(document));
    expect([code, bad]).toEqual([1, ['manifest/removed']]);
    expect(report.facts[0]?.text).toContain(`the file names commit ${commit} and no longer carries manifest.json`);
  });

  it('a manifest that is no longer one', async () => {
    const document = await opened();
    replace(document, 'manifest.json', '{"format":"vigie-snapshot","version":1}');
    expect(await verdict(await save(document))).toMatchObject({ code: 1, bad: ['manifest/damaged'] });
  });

  it('a manifest of a later format', async () => {
    const document = await opened();
    replace(document, 'manifest.json', '{"format":"vigie-snapshot","version":2}');
    expect(await verdict(await save(document))).toMatchObject({ code: 1, bad: ['manifest/newer'] });
  });

  it('metadata that name another commit', async () => {
    const bytes = Buffer.from(original);
    const at = bytes.indexOf(`commit>${commit}<`, 0, 'latin1');
    expect(at).toBeGreaterThan(0);
    bytes.write('0'.repeat(40), at + 7, 'latin1');
    expect(await verdict(bytes)).toMatchObject({ code: 1, bad: ['metadata/changed'] });
  });

  it('a file that is cut off', async () => {
    for (const part of [0.3, 0.9, 0.999]) expect(await verdict(original.slice(0, Math.floor(original.length * part)))).toMatchObject({ code: 1, bad: ['file/truncated'] });
  });

  it('another PDF altogether', async () => {
    const other = await PDFDocument.create();
    other.addPage();
    expect(await verdict(await save(other))).toMatchObject({ code: 1, bad: ['file/foreign'] });
    // One that carries a manifest.json of its own is no snapshot either.
    expect(await verdict(finish(await set(sampleFiles())))).toMatchObject({ code: 1, bad: ['file/foreign'] });
  });

  it('what is no PDF', async () => {
    expect(await verdict(Buffer.from('Bonjour'))).toMatchObject({ code: 1, bad: ['file/not-pdf'] });
    expect(await verdict(new Uint8Array())).toMatchObject({ code: 1, bad: ['file/not-pdf'] });
  });

  it('a published sum of another file, or none at all', async () => {
    writeFileSync(join(desk, 'shop.pdf.sha256'), `${'0'.repeat(64)}  shop.pdf\n`);
    expect(await verdict(original)).toMatchObject({ code: 1, bad: ['sidecar/different'] });
    writeFileSync(join(desk, 'shop.pdf.sha256'), 'hello\n');
    expect(await verdict(original)).toMatchObject({ code: 1, bad: ['sidecar/unreadable'] });
  });

  it('any byte at all, wherever it stands', async () => {
    const step = Math.floor(original.length / 60);
    for (let at = 0; at < original.length; at += step) {
      const bytes = Buffer.from(original);
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      const { code, bad } = await verdict(bytes);
      expect([code, bad.length > 0], `byte ${at}`).toEqual([1, true]);
    }
  });
});

describe('a commit that is not there', SLOW, () => {
  it('is unknown to another repository', async () => {
    const other = repository();
    other.commit('2026-03-01', 'Other', { 'site.yml': 'title: Other\n' });
    expect(await verdict(original, '--repository', other.folder)).toMatchObject({ code: 1, bad: ['commit/unknown'] });
    other.remove();
  });

  it('is out of reach of a shallow clone, which is no fault of the file', async () => {
    repo.commit('2026-03-10', 'Later still', { 'shop/more.md': '---\nkind: page\nid: more\ntitle: More\n---\n' });
    const clone = join(desk, 'clone');
    gitIn(desk)('clone', '-q', '--depth', '1', `file://${repo.folder}`, clone);
    const { code, all } = await verdict(original, '--repository', clone);
    expect(code).toBe(0);
    expect(all).toContain('commit/shallow');
  });

  it('does not save sources that are not those of the commit', async () => {
    const document = await opened();
    const forged = (await manifestOf(original)).replace(/"blob":"[0-9a-f]{40}"/g, `"blob":"${'0'.repeat(40)}"`).replaceAll('content/shop/risks.md', 'content/shop/nowhere.md');
    replace(document, 'manifest.json', forged);
    expect((await verdict(await save(document), '--repository', repo.folder)).bad).toEqual(['bytes/changed', 'source/stranger']);
  });
});

describe('made again', SLOW, () => {
  it('a file of other pages is told, even one whose manifest was written anew', async () => {
    const document = await opened();
    document.getPage(0).drawRectangle({ x: 50, y: 50, width: 100, height: 100 });
    expect((await verdict(await save(document), '--repository', repo.folder, '--rebuild')).bad).toEqual(['body/edited', 'rebuild/different']);
  });

  it('betrays the one who rewrote pages, manifest and seal together; nothing inside the file can', async () => {
    const document = await opened();
    document.getPage(0).drawRectangle({ x: 50, y: 50, width: 100, height: 100 });
    const reading = await readPdf(await save(document), SNAPSHOT_NAMESPACE);
    if ('broken' in reading) throw new Error(reading.broken);
    replace(document, 'manifest.json', (await manifestOf(original)).replace(/"body":"[0-9a-f]{64}"/, `"body":"${reading.pdf.bodyDigest}"`));
    const id = '1'.repeat(32);
    document.context.trailerInfo.ID = document.context.obj([PDFHexString.of(id), PDFHexString.of(UNSEALED)]);
    const forged = seal(await save(document), id);
    const inside = await verdict(forged, '--repository', repo.folder);
    expect([inside.code, inside.all.at(-1)]).toEqual([0, 'proof/none']);
    expect((await verdict(forged, '--repository', repo.folder, '--rebuild')).bad).toEqual(['rebuild/different']);
    writeFileSync(join(desk, 'shop.pdf.sha256'), sidecar);
    expect((await verdict(forged)).bad).toEqual(['sidecar/different']);
  });

  it('cannot be without its repository', async () => {
    expect(await verdict(original, '--rebuild')).toMatchObject({ code: 1, bad: ['rebuild/impossible'] });
  });

  it('by other versions proves nothing, and says which', async () => {
    const document = await opened();
    replace(document, 'manifest.json', (await manifestOf(original)).replace(/"fflate":"[^"]*"/, '"fflate":"0.1.0"'));
    const { report } = await verdict(await save(document), '--repository', repo.folder, '--rebuild');
    expect(report.facts.at(-1)?.text).toMatch(/^Made again, the snapshot differs, and other versions made it \(fflate 0\.1\.0 → [\d.]+\)/);
  });
});

const sshKeygen = existsSync('/usr/bin/ssh-keygen') || (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, 'ssh-keygen')));

describe('a signature', SLOW, () => {
  it.skipIf(sshKeygen)('is not checked where ssh-keygen is absent, which is said', async () => {
    writeFileSync(join(desk, 'shop.pdf.sig'), 'x');
    expect(await verdict(original)).toMatchObject({ code: 1, bad: ['signature/no-tool'] });
  });

  it.skipIf(!sshKeygen)('is told to be of one who may sign, of a stranger, or of another file', async () => {
    const keygen = (...words: string[]): string => execFileSync('ssh-keygen', words, { cwd: desk, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    for (const name of ['alice', 'mallory']) keygen('-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', name);
    writeFileSync(join(desk, 'shop.pdf'), original);
    writeFileSync(join(desk, 'signers'), `alice@example.org ${readFileSync(join(desk, 'alice.pub'), 'utf8')}`);
    keygen('-Y', 'sign', '-f', 'alice', '-n', 'vigie-snapshot', 'shop.pdf');
    expect((await verdict(original, '--allowed-signers', 'signers')).all).toContain('signature/good');
    expect((await verdict(original)).all).toContain('signature/unknown-signer');
    expect((await verdict(Buffer.concat([original, Buffer.from('\n')]), '--allowed-signers', 'signers')).bad).toEqual(['bytes/changed', 'signature/wrong']);
    cpSync(join(desk, 'shop.pdf.sig'), join(desk, 'good.sig'));
    writeFileSync(join(desk, 'shop.pdf'), original);
    rmSync(join(desk, 'shop.pdf.sig'));
    keygen('-Y', 'sign', '-f', 'mallory', '-n', 'vigie-snapshot', 'shop.pdf');
    expect((await verdict(original, '--allowed-signers', 'signers')).bad).toEqual(['signature/stranger']);
    // A signature that was made for something else does not count.
    rmSync(join(desk, 'shop.pdf.sig'));
    keygen('-Y', 'sign', '-f', 'alice', '-n', 'file', 'shop.pdf');
    expect((await verdict(original, '--allowed-signers', 'signers')).bad).toEqual(['signature/wrong']);
    expect((await verdict(original, '--signature', 'good.sig', '--allowed-signers', 'signers')).bad).toEqual([]);
  });
});

describe('wrong use', () => {
  it.each([
    [[], 'takes one file: vigie verify <file.pdf>'],
    [['a.pdf', 'b.pdf'], 'takes one file: vigie verify <file.pdf>'],
    [['none.pdf'], 'there is no file none.pdf'],
    [['.'], '. is a folder; name a PDF'],
    [['x.pdf', '--lang', 'de'], '--lang takes en or fr, not de'],
    [['x.pdf', '--repository', 'none'], 'there is no folder none'],
    [['x.pdf', '--signature', 'none.sig'], 'there is no file none.sig'],
  ])('is said in one sentence: %s', async (words, sentence) => {
    writeFileSync(join(desk, 'x.pdf'), 'x');
    expect(await runIn(desk, 'verify', ...words)).toEqual({ code: 2, out: '', err: `vigie verify: ${sentence}\n` });
  });
});
