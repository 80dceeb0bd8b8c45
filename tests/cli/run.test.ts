import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/rules/index.ts';
import { FIXTURES, runIn } from './run-in.ts';

const broken = join(FIXTURES, 'readers/lost-item');
const late = join(FIXTURES, 'checks/time-runbook-exceeds-rto');
const mended = join(FIXTURES, 'model-examples');
const owners = join(FIXTURES, 'checks/risk-no-owner');

describe('vigie', () => {
  it.each([[['--help'], 0], [['-h'], 0], [['help'], 0], [[], 2]])('%j says what there is and returns %i', async (words, code) => {
    const result = await runIn(broken, ...words);
    expect(result.code).toBe(code);
    expect(result.out).toContain('Usage: vigie <command>');
    for (const name of ['check', 'export', 'rules']) expect(result.out).toContain(`  ${name} `);
  });

  it.each(['check', 'export', 'rules'])('%s --help says its options', async (name) => {
    expect(await runIn(broken, name, '--help')).toMatchObject({ code: 0, out: expect.stringContaining(`Usage: vigie ${name}`), err: '' });
  });

  it('does not know every command', async () => {
    expect(await runIn(broken, 'chekc')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there is no command chekc') });
  });

  it.each([['check', '--sytem', 'shop'], ['check', '--system'], ['export', 'json', '--rule', 'x'], ['rules', '--content', 'x']])('refuses a wrong option in one line: %s %s', async (...words) => {
    const { code, out, err } = await runIn(broken, ...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^vigie \w+: .+\n\nUsage: vigie/);
    expect(err).not.toContain('    at ');
  });

  it('needs a folder', async () => {
    expect(await runIn(broken, 'check', '--content', 'nowhere')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/there is no folder .*nowhere\n$/) });
  });

  it.each(['tomorrow', '12/03/2026', '2026-13-01', '2026-02-30', '2026-3-1', ''])('refuses --as-of %j', async (date) => {
    expect(await runIn(broken, 'check', '--as-of', date)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--as-of takes a date as YYYY-MM-DD') });
  });
});

describe('vigie check', () => {
  it('returns 0 where nothing is an error and 1 where something is', async () => {
    expect((await runIn(mended, 'check', '--rule', 'content/schema')).code).toBe(0);
    expect((await runIn(late, 'check')).code).toBe(1);
  });

  it('groups findings by file, in order of lines, and counts them', async () => {
    const { out } = await runIn(broken, 'check', '--rule', 'content/schema', '--rule', 'link/broken-reference');
    const heads = out.split('\n').filter((line) => line.startsWith('content/'));
    expect(heads).toEqual(['content/shop/raci.md', 'content/shop/system.md', 'content/shop/waivers.md']);
    const places = [...out.matchAll(/┌ (\S+):(\d+):\d+/g)].map(([, file, line]) => `${file} ${line?.padStart(4, '0')}`);
    expect(places).toEqual([...places].sort());
    expect(out).toMatch(/\n9 errors, 0 warnings in 3 files\n$/);
  });

  it('names files as they are seen from where it runs', async () => {
    expect((await runIn(FIXTURES, 'check', '--content', 'checks/time-runbook-exceeds-rto/content/', '--rule', 'time/runbook-exceeds-rto')).out).toContain('┌ checks/time-runbook-exceeds-rto/content/shop/runbooks/restore.md:');
  });

  it('keeps to the rules that are named, and refuses one that there is not', async () => {
    const { out } = await runIn(broken, 'check', '--rule', 'link/broken-reference');
    expect([...new Set(out.match(/^(error|warning) \S+/gm))]).toEqual(['error link/broken-reference']);
    expect(await runIn(broken, 'check', '--rule', 'link/broken')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there is no rule link/broken') });
  });

  it('keeps to the systems that are named, and refuses one that there is not', async () => {
    const shop = await runIn(owners, 'check', '--rule', 'risk/no-owner', '--system', 'shop');
    expect(shop.out.split('\n').filter((line) => line.startsWith('content/'))).toEqual(['content/shop/risks.md']);
    const other = await runIn(owners, 'check', '--rule', 'risk/no-owner', '--system', 'clinique');
    const both = await runIn(owners, 'check', '--rule', 'risk/no-owner', '--system', 'shop', '--system', 'clinique');
    expect([other.out, both.out]).toEqual(['no finding\n', shop.out]);
    expect(await runIn(owners, 'check', '--system', 'shpo')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('there is no system shpo') });
  });

  it('takes no other word', async () => {
    expect(await runIn(broken, 'check', 'shop')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('shop') });
  });

  it('fails above a number of warnings', async () => {
    const warnings = Number(/(\d+) warnings?/.exec((await runIn(owners, 'check', '--rule', 'risk/no-owner')).out)?.[1]);
    expect(warnings).toBeGreaterThan(0);
    const codes = await Promise.all([undefined, warnings, warnings - 1].map(async (max) => (await runIn(owners, 'check', '--rule', 'risk/no-owner', ...(max === undefined ? [] : ['--max-warnings', String(max)]))).code));
    expect(codes).toEqual([0, 0, 1]);
  });

  it.each(['many', '', '-1', '1.5'])('refuses --max-warnings=%s', async (value) => {
    expect(await runIn(owners, 'check', `--max-warnings=${value}`)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--max-warnings takes a number') });
  });

  it('speaks French where it is asked to, English unless', async () => {
    const french = await runIn(late, 'check', '--rule', 'time/runbook-exceeds-rto', '--lang', 'fr');
    expect(french.out).toContain('et le RTO est de');
    expect(french.out).toContain('pourquoi :');
    expect((await runIn(late, 'check', '--rule', 'time/runbook-exceeds-rto', '--lang', 'en')).out).toBe((await runIn(late, 'check', '--rule', 'time/runbook-exceeds-rto')).out);
    expect(await runIn(late, 'check', '--lang', 'de')).toMatchObject({ code: 2, err: 'vigie check: --lang takes en or fr, not de\n' });
  });

  it('takes the day it is given for today', async () => {
    const expired = join(FIXTURES, 'checks/risk-acceptance-expired');
    const [before, after] = await Promise.all(['2020-01-01', '2030-01-01'].map(async (day) => (await runIn(expired, 'check', '--rule', 'risk/acceptance-expired', '--as-of', day)).code));
    expect([before, after]).toEqual([0, 1]);
  });
});

describe('vigie rules', () => {
  it('lists every rule with what it protects', async () => {
    const { code, out } = await runIn(broken, 'rules');
    expect(code).toBe(0);
    for (const { id, severity, why } of rules) expect(out).toContain(`${severity.padEnd(8)} ${id}\n         ${why.en}\n`);
  });
});
