import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { repository, type Repository } from '../readers/git-repository.ts';
import { ROOT, runIn } from './run-in.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A wiki made by init, and a file of rules beside it. */
async function wikiWith(rules: string | Buffer, name = 'ops/rules.yml'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-alerts-'));
  folders.push(folder);
  await runIn(folder, 'init', '--lang', 'en');
  mkdirSync(join(folder, 'ops'));
  writeFileSync(join(folder, name), rules);
  return folder;
}

const alert = (name: string, url?: string): string => `      - alert: ${name}\n        expr: up == 0\n${url === undefined ? '' : `        annotations:\n          runbook_url: ${url}\n`}`;
const group = (...alerts: string[]): string => `groups:\n  - name: a\n    rules:\n${alerts.join('')}`;

interface Found { rule: string; severity: string; what: string; file: string; line: number; column: number; source: string; system: string }
async function foundIn(folder: string, ...words: string[]): Promise<Found[]> {
  const { out } = await runIn(folder, 'check', '--format', 'json', ...words);
  return (JSON.parse(out) as { findings: Found[] }).findings.filter(({ rule }) => rule.startsWith('alert/'));
}

describe('vigie check --alerts', () => {
  it('finds every alert that leads to no runbook, with its file, line and column', async () => {
    const folder = await wikiWith(group(alert('DiskFull', 'https://wiki.example/example/runbooks/rb-01/'), alert('Lost', 'https://wiki.example/example/runbooks/rb-9/'), alert('Bare')));
    const found = await foundIn(folder, '--alerts', 'ops/rules.yml');
    expect(found.map(({ rule, severity, file, line, column, what }) => `${file}:${line}:${column} ${severity} ${rule} ${what}`)).toEqual([
      'ops/rules.yml:8:16 warning alert/unlisted Lost stands in no runbook',
      'ops/rules.yml:11:24 error alert/runbook-url Lost sends to https://wiki.example/example/runbooks/rb-9/, where there is no runbook; the nearest is RB-01',
      'ops/rules.yml:12:16 error alert/runbook-url Bare has no runbook_url',
      'ops/rules.yml:12:16 warning alert/unlisted Bare stands in no runbook',
    ]);
    expect(found[1]?.source).toBe('          runbook_url: https://wiki.example/example/runbooks/rb-9/');
    expect((await runIn(folder, 'check', '--alerts', 'ops/rules.yml')).code).toBe(1);
    expect((await runIn(folder, 'check')).code).toBe(0);
  });

  it.each([
    ['its page', 'https://wiki.example/example/runbooks/rb-01/'],
    ['its page, without the last slash and with a place in it', '"https://wiki.example/example/runbooks/RB-01#diagnosis"'],
    ['its page below a base', 'https://wiki.example/ops/wiki/example/runbooks/rb-01/index.html'],
    ['its file on the forge', 'https://forge.example/ops/wiki/-/blob/main/content/example/runbooks/rb-01.md'],
    ['its id', 'RB-01'],
    ['its system and id', 'example/RB-01'],
    ['another of its names', 'https://wiki.example/example/disk-full/'],
    ['another of its names alone', 'disk full'],
    ['a template that the alert’s name fills', '"https://wiki.example/example/{{ $labels.alertname }}/"'],
  ])('takes the runbook by %s', async (_what, url) => {
    const folder = await wikiWith(group(alert('DiskFull', url)));
    const file = join(folder, 'content/example/runbooks/rb-01.md');
    writeFileSync(file, '---\nkind: runbook\nid: RB-01\ntitle: Restore\ntype: restore\naliases: [disk full, DiskFull]\n---\n\n## Restore (5 min)\n\n- [ ] Restore\n');
    expect(await foundIn(folder, '--alerts', 'ops/rules.yml')).toEqual([]);
  });

  it('does not take an address elsewhere, where the wiki says where it stands', async () => {
    const folder = await wikiWith(group(alert('DiskFull', 'https://other.example/example/runbooks/rb-01/')));
    expect(await foundIn(folder, '--alerts', 'ops/rules.yml')).toEqual([]);
    writeFileSync(join(folder, 'content/site.yml'), 'title: X\nlanguage: en\nurl: https://wiki.example/\n');
    expect((await foundIn(folder, '--alerts', 'ops/rules.yml')).map(({ what }) => what)).toEqual(['DiskFull sends to other.example, and the wiki stands at https://wiki.example/']);
  });

  it('reads several files, a PrometheusRule, several documents, and a file that site.yml names once', async () => {
    const folder = await wikiWith(`apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  ${group(alert('One')).replaceAll('\n', '\n  ')}\n---\n${group(alert('Two'))}`);
    writeFileSync(join(folder, 'more.yml'), group(alert('Three')));
    mkdirSync(join(folder, 'content/monitoring'));
    writeFileSync(join(folder, 'content/monitoring/rules.yml'), group(alert('Four')));
    writeFileSync(join(folder, 'content/site.yml'), 'title: X\nlanguage: en\nalerts: [monitoring/rules.yml]\n');
    const found = await foundIn(folder, '--alerts', 'ops/rules.yml', '--alerts', 'more.yml', '--alerts', 'content/monitoring/rules.yml', '--rule', 'alert/runbook-url');
    expect(found.map(({ what, file, system }) => `${file} ${system} ${what}`).sort()).toEqual(['content/monitoring/rules.yml monitoring Four has no runbook_url', 'more.yml  Three has no runbook_url', 'ops/rules.yml  One has no runbook_url', 'ops/rules.yml  Two has no runbook_url']);
  });

  it('reads what anchors repeat and what is merged in', async () => {
    const folder = await wikiWith('x-common: &common\n  annotations: &notes { runbook_url: RB-01 }\ngroups:\n  - name: a\n    rules:\n      - { alert: One, annotations: *notes }\n      - { alert: Two, <<: *common }\n      - &self { alert: Three, <<: [*common] }\n      - *self\n      - &loop { alert: Five, annotations: *notes, <<: *loop }\n      - { alert: [Four] }\n      - null\n');
    expect((await foundIn(folder, '--alerts', 'ops/rules.yml', '--rule', 'alert/runbook-url')).map(({ what }) => what)).toEqual([]);
    expect((await foundIn(folder, '--alerts', 'ops/rules.yml', '--rule', 'alert/unlisted')).map(({ what }) => what)).toEqual(['One stands in no runbook', 'Two stands in no runbook', 'Three stands in no runbook', 'Five stands in no runbook']);
  });

  it('says in a sentence that it is nested too deep', async () => {
    const folder = await wikiWith(`groups: ${'['.repeat(100_000)}`);
    expect(await runIn(folder, 'check', '--alerts', 'ops/rules.yml')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^vigie check: ops\/rules\.yml:1:\d+ holds no alerts: .+\n$/) });
  });

  it('names the file in every format as it stands from the top', async () => {
    const folder = await wikiWith(group(alert('Bare')));
    for (const format of ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown']) {
      const { out } = await runIn(folder, 'check', '--alerts', 'ops/rules.yml', '--format', format);
      expect(out, format).toContain('ops/rules.yml');
      expect(out, format).not.toContain('../ops');
    }
  });

  it('obeys site.yml, and --rule', async () => {
    const folder = await wikiWith(group(alert('Bare')));
    writeFileSync(join(folder, 'content/site.yml'), 'title: X\nlanguage: en\nchecks: { alert/runbook-url: warning, alert/unlisted: off }\n');
    expect((await foundIn(folder, '--alerts', 'ops/rules.yml')).map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning alert/runbook-url']);
  });

  it.each([
    ['a file that is not there', 'x', ['--alerts', 'ops/none.yml'], 'there is no file ops/none.yml'],
    ['a folder', 'x', ['--alerts', 'ops'], 'ops is a folder: name the files of rules'],
    ['bad YAML', 'groups:\n  - name: [a\n    rules: {\n', ['--alerts', 'ops/rules.yml'], /^ops\/rules\.yml:\d+:\d+ holds no alerts: .+$/],
    ['a template that is no YAML', 'groups:\n{{- range .Values.alerts }}\n  - name: a\n{{- end }}\n', ['--alerts', 'ops/rules.yml'], /^ops\/rules\.yml:\d+:\d+ holds no alerts: .+$/],
    ['another YAML', 'services:\n  web: {}\n', ['--alerts', 'ops/rules.yml'], 'ops/rules.yml:1:1 holds no alerts: there is no group of Prometheus rules'],
    ['an empty file', '', ['--alerts', 'ops/rules.yml'], 'ops/rules.yml:1:1 holds no alerts: there is no group of Prometheus rules'],
    ['bytes', Buffer.from([0, 1, 2, 255, 254]), ['--alerts', 'ops/rules.yml'], /^ops\/rules\.yml cannot be read: .+$/],
    ['a dump', Buffer.alloc(3_000_000, 32), ['--alerts', 'ops/rules.yml'], 'ops/rules.yml is 3 MB: that is no file of rules'],
  ])('says in one sentence that it cannot read %s', async (_what, text, words, sentence) => {
    const folder = await wikiWith(text);
    const { code, out, err } = await runIn(folder, 'check', ...words);
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(/^vigie check: /, '').trimEnd()).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('is a finding where site.yml names a file that is not there, or that is none', async () => {
    const folder = await wikiWith('x');
    writeFileSync(join(folder, 'content/site.yml'), 'title: X\nalerts: [gone.yml]\n');
    expect((await runIn(folder, 'check', '--rule', 'content/syntax')).out).toContain('site.yml names gone.yml under alerts, and there is no such file');
  });
});

describe('with --changed', () => {
  let repo: Repository;
  it('says every alert, as nothing is known of their past', async () => {
    repo = repository();
    folders.push(repo.folder);
    repo.commit('2026-01-01', 'Begin', { 'site.yml': 'title: X\nlanguage: en\n', 'shop/system.md': '---\nkind: system\nid: shop\ntitle: Shop\n---\n' });
    writeFileSync(join(repo.folder, 'rules.yml'), group(alert('Bare')));
    expect((await foundIn(repo.folder, '--changed', 'HEAD', '--alerts', 'rules.yml')).map(({ rule }) => rule)).toEqual(['alert/runbook-url', 'alert/unlisted']);
  });
});

it('the five systems: every alert name that a runbook lists is known', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-alerts-'));
  folders.push(folder);
  const runbooks = (JSON.parse((await runIn(ROOT, 'export', 'json')).out) as { records: { kind: string; key: string; value: { alerts?: string[] } }[] }).records.filter(({ kind, value }) => kind === 'runbook' && (value.alerts?.length ?? 0) > 0);
  expect(runbooks.length).toBeGreaterThan(3);
  writeFileSync(join(folder, 'rules.yml'), group(...runbooks.flatMap(({ key, value }) => (value.alerts ?? []).map((name) => alert(JSON.stringify(name), `https://vigie.example/${key.replace('/', '/runbooks/').toLowerCase()}/`)))));
  expect(await foundIn(ROOT, '--alerts', join(folder, 'rules.yml'), '--rule', 'alert/runbook-url', '--rule', 'alert/unlisted')).toEqual([]);
});
