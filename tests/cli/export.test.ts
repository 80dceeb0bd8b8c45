import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { recordsJson } from '../../src/views/records-json.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { FIXTURES, ROOT, runIn } from './run-in.ts';

interface Export {
  readonly version: string;
  readonly asOf: string;
  readonly systems: readonly { readonly id: string }[];
  readonly records: readonly { readonly key: string; readonly kind: string; readonly system: string; readonly id: string; readonly title: string; readonly source: { readonly file: string; readonly line: number }; readonly derived?: { readonly current?: { readonly level: string; readonly levelRank: number; readonly levelCount: number } }; readonly references: readonly string[] }[];
}

describe('vigie export json', () => {
  it('prints every record with its place, its derived values and whom it cites', async () => {
    const { code, out, err } = await runIn(join(FIXTURES, 'model-examples'), 'export', 'json');
    expect([code, err]).toEqual([0, '']);
    const json = JSON.parse(out) as Export;
    expect(Object.keys(json)).toEqual(['version', 'asOf', 'audience', 'title', 'systems', 'documents', 'records']);
    expect(json).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+$/), asOf: '2026-03-12', systems: [{ id: 'ascension', title: 'Ascension' }] });
    const risk = json.records.find(({ key }) => key === 'ascension/R-T01');
    expect(risk).toMatchObject({ kind: 'risk', system: 'ascension', id: 'R-T01', source: { file: 'ascension/risks.md', line: 7 }, derived: { current: { score: 16, level: 'critical', levelRank: 4, levelCount: 4 } } });
    expect(risk?.references).toEqual(expect.arrayContaining(['ascension/etl', 'ascension/A-01', 'ascension/RB-JOIN']));
    expect(new Set(json.records.map(({ key }) => key)).size).toBe(json.records.length);
  });

  it.each([[[]], [['yaml']], [['json', 'csv']], [['toString']]])('refuses the formats %j', async (formats) => {
    expect(await runIn(join(FIXTURES, 'model-examples'), 'export', ...formats)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('the format is one of json, csv, xlsx, ics, oscal, markdown') });
  });

  it('rates every risk and scenario of the real wiki that its sources rate', async () => {
    const json = JSON.parse((await runIn(ROOT, 'export', 'json')).out) as Export;
    const rated = (kind: string, system: string): number => json.records.filter((record) => record.kind === kind && record.system === system && record.derived?.current?.level !== undefined).length;
    expect([rated('risk', 'ascension'), rated('risk', 'amazon-reviews'), rated('scenario', 'bienbon'), rated('risk', 'sp-e')]).toEqual([12, 24, 10, 4]);
  });
});

describe('vigie export, to files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-export-'));
  const source = join(FIXTURES, 'model-examples/content');
  const exported = (...words: string[]): ReturnType<typeof runIn> => runIn(folder, 'export', ...words, '--content', source);
  const at = (name: string): string => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes one file, whole, and the same again', async () => {
    for (const [format, name] of [['json', 'r.json'], ['xlsx', 'deep/r.xlsx'], ['ics', 'r.ics']] as const) {
      expect(await exported(format, '-o', name)).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`→ ${name}`) });
      const first = readFileSync(at(name));
      await exported(format, '-o', name);
      expect(readFileSync(at(name)).equals(first), format).toBe(true);
    }
    expect((JSON.parse(readFileSync(at('r.json'), 'utf8')) as Export).records.length).toBeGreaterThan(10);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('writes a folder or an archive of the same files', async () => {
    for (const format of ['csv', 'oscal', 'markdown']) {
      expect(await exported(format, '-o', format)).toMatchObject({ code: 0, err: '' });
      expect(await exported(format, '-o', `${format}.zip`)).toMatchObject({ code: 0, err: '' });
      const archive = unzipSync(readFileSync(at(`${format}.zip`)));
      const top = format === 'markdown' ? 'content' : format;
      const files = readdirSync(at(format), { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(at(format), name)).isFile());
      expect(Object.keys(archive).sort()).toEqual(files.map((name) => `${top}/${name}`).sort());
      for (const name of files) expect(readFileSync(join(at(format), name)).equals(Buffer.from(archive[`${top}/${name}`] ?? []))).toBe(true);
    }
    expect(readdirSync(at('csv'))).toContain('risk.csv');
    expect(readFileSync(at('csv/risk.csv'), 'utf8')).toMatch(/^\uFEFFsystem,id,title/);
  });

  it('writes Markdown that is the same wiki, and imports as the same documents', async () => {
    rmSync(at('again'), { recursive: true, force: true });
    await exported('markdown', '-o', 'again');
    const check = async (content: string): Promise<unknown[]> => (JSON.parse((await runIn(folder, 'check', '--format', 'json', '--content', content)).out) as { findings: { rule: string; what: string }[] }).findings.map(({ rule, what }) => [rule, what.replace(/:\d+/g, '')]).sort();
    expect(await check(at('again'))).toEqual(await check(source));
    expect(await runIn(folder, 'export', 'markdown', '--content', at('again'), '-o', 'thrice')).toMatchObject({ code: 0 });
    mkdirSync(at('new'));
    writeFileSync(at('new/site.yml'), readFileSync(at('again/site.yml')));
    const files = readdirSync(at('again/ascension'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => join('again/ascension', name));
    expect(await runIn(folder, 'import', ...files, '--into', 'ascension', '--yes', '--content', at('new'))).toMatchObject({ code: 0, err: '' });
    for (const file of files) expect(readFileSync(at(file.replace('again', 'new')), 'utf8')).toBe(readFileSync(at(file), 'utf8'));
    for (const name of readdirSync(at('again'), { recursive: true, encoding: 'utf8' }).filter((each) => /\.(?:md|yml)$/.test(each))) expect(readFileSync(join(at('thrice'), name), 'utf8')).toBe(readFileSync(join(at('again'), name), 'utf8'));
  });

  it('prints one table or one plan where it is asked for', async () => {
    expect((await exported('csv', '--kind', 'risk')).out).toMatch(/^\uFEFF?system,id,title/);
    expect(JSON.parse((await exported('oscal', '--system', 'ascension')).out)).toHaveProperty('plan-of-action-and-milestones');
    expect((await exported('ics')).out).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it.each([
    [['csv'], 'files make the export'],
    [['markdown'], 'say where to write with --output'],
    [['xlsx'], 'xlsx is no text'],
    [['csv', '--kind', 'nope'], 'there is nothing of nope; there is'],
    [['oscal', '--system', 'nope'], 'there is nothing of nope'],
    [['json', '--kind', 'risk'], '--kind goes with csv, not with json'],
    [['csv', '-o', 'full'], 'full is not empty'],
    [['csv', '-o', 'full/file'], 'full/file is a file'],
    [['json', '-o', 'full'], 'full is a folder'],
    [['json', '-o', 'full/file/x.json'], 'full/file/x.json cannot be written'],
    [['csv', '-o', 'full/file/x'], 'full/file/x cannot be written'],
    [['json', '-o', ''], '--output takes a path'],
    [['json', '--audience', 'press'], '--audience takes internal or public, not press'],
    [['json', '--audience', 'public'], 'no document is public'],
  ])('refuses %j in one sentence and writes nothing', async (words, sentence) => {
    mkdirSync(at('full'), { recursive: true });
    writeFileSync(at('full/file'), 'mine');
    const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    const { code, out, err } = await exported(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
    expect(readFileSync(at('full/file'), 'utf8')).toBe('mine');
  });

  it('says what is not whole in it', async () => {
    mkdirSync(at('broken/shop'), { recursive: true });
    writeFileSync(at('broken/site.yml'), 'title: T\n');
    writeFileSync(at('broken/shop/system.md'), '---\nkind: system\nid: shop\ntitle: Shop\n---\n');
    writeFileSync(at('broken/shop/risks.md'), '---\nkind: risk-register\ntitle: [\n---\n');
    expect(await runIn(folder, 'export', 'json', '--content', at('broken'))).toMatchObject({ code: 1, err: expect.stringMatching(/^vigie export: shop\/risks\.md is not whole in it: .*\n$/) });
  });
});

/** Two processes start: a busy machine takes its time. */
const STARTING = 30_000;

describe('the same content', () => {
  const content = join(ROOT, 'content');
  const options = { today: '2026-03-12', asOf: '2026-03-12' };
  const exported = (): string => `${JSON.stringify(recordsJson(readWiki(content, options)), null, 2)}\n`;

  async function printed(env: Record<string, string>, ...words: string[]): Promise<string> {
    const child = promisify(execFile)(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...words, '--as-of', '2026-03-12'], { cwd: ROOT, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 });
    return (await child.catch((error: { stdout: string }) => error)).stdout;
  }
  const kiribati = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const california = { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' };

  it('is exported as the same bytes twice, and whatever the zone and language of the process', async () => {
    const here = exported();
    expect(here.length).toBeGreaterThan(10_000);
    expect(exported() === here).toBe(true);
    for (const bytes of await Promise.all([printed(kiribati, 'export', 'json'), printed(california, 'export', 'json')])) expect(bytes === here).toBe(true);
  }, STARTING);

  it('is checked with the same findings, hours of availability included', async () => {
    const [east, west] = await Promise.all([printed(kiribati, 'check'), printed(california, 'check')]);
    expect(east).toMatch(/\d+ warnings? in \d+ files/);
    expect(west === east).toBe(true);
  }, STARTING);
});
