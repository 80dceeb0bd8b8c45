import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
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

  it.each([[[]], [['yaml']], [['json', 'csv']]])('refuses the formats %j', async (formats) => {
    expect(await runIn(join(FIXTURES, 'model-examples'), 'export', ...formats)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('the format is json') });
  });

  it('rates every risk and scenario of the real wiki that its sources rate', async () => {
    const json = JSON.parse((await runIn(ROOT, 'export', 'json')).out) as Export;
    const rated = (kind: string, system: string): number => json.records.filter((record) => record.kind === kind && record.system === system && record.derived?.current?.level !== undefined).length;
    expect([rated('risk', 'ascension'), rated('risk', 'amazon-reviews'), rated('scenario', 'bienbon'), rated('risk', 'sp-e')]).toEqual([12, 24, 10, 4]);
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
