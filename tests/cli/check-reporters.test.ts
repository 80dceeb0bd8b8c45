import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { JSDOM } from 'jsdom';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { countFindings } from '../../src/checks/count-findings.ts';
import { rules } from '../../src/checks/rules/index.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { fingerprintsOf } from '../../src/checks/same-finding.ts';
import { reporters, type Format } from '../../src/cli/reporters/index.ts';
import { reportSchema, type ReportJson } from '../../src/cli/reporters/report-json.ts';
import type { Report } from '../../src/cli/reporters/report.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { NASTY, nastyReport } from './nasty-report.ts';
import { FIXTURES, ROOT, runIn } from './run-in.ts';
import { sarifShape } from './sarif-shape.ts';

const wiki = readWiki(join(ROOT, 'content'), { today: '2026-03-12', asOf: '2026-03-12' });
const realReport = (lang: 'en' | 'fr' = 'en'): Report => ({ result: runChecks(wiki, rules, lang), rules, lang, asOf: '2026-03-12', version: '0.1.0', prefix: 'content/', shown: 'content/', color: false });
const empty: Report = { ...realReport(), result: countFindings([], []) };
const reports: [string, Report][] = [['the real wiki', realReport()], ['the real wiki in French', realReport('fr')], ['nasty messages', nastyReport()], ['nothing', empty]];

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const errorsOf = (schema: object, data: unknown): unknown[] => (ajv.validate(schema, data) ? [] : (ajv.errors ?? []));
const written = (format: Format, report: Report): string => reporters[format](report);

describe('every format', () => {
  it.each(reports)('holds every finding and ends its last line: %s', (_name, report) => {
    expect(_name === 'nothing' || report.result.findings.length > 10).toBe(true);
    for (const format of Object.keys(reporters) as Format[]) {
      const text = written(format, report);
      expect(text.endsWith('\n'), format).toBe(true);
      expect(text.includes('undefined'), format).toBe(false);
      expect(written(format, report)).toBe(text);
    }
  });

  it('names files from the top of the repository, wherever the command runs', async () => {
    const inside = join(ROOT, 'content');
    for (const [format, path] of [['json', '"file": "content/amazon-reviews/'], ['sarif', '"uri": "content/amazon-reviews/'], ['github', 'file=content/amazon-reviews/'], ['gitlab', '"path": "content/amazon-reviews/'], ['junit', 'file="content/amazon-reviews/'], ['markdown', '`content/amazon-reviews/']] as const) {
      const { code, out } = await runIn(inside, 'check', '--content', '.', '--rule', 'action/overdue', '--system', 'amazon-reviews', '--as-of', '2026-11-01', '--format', format);
      expect(code).toBe(0);
      expect(out, format).toContain(path);
    }
  }, 60_000);

  it('goes to the file that is named, in folders that it makes, and says the counts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-report-'));
    try {
      const file = join(folder, 'a/b/report.sarif');
      const words = ['--rule', 'risk/no-owner', '--content', join(FIXTURES, 'checks/risk-no-owner/content'), '--format', 'sarif', '-o'];
      const { code, out, err } = await runIn(folder, 'check', ...words, file);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^0 errors, \d+ warnings? in \d+ files? → \S+report\.sarif\n$/);
      expect(errorsOf(sarifShape, JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
      // A file stands where a folder is wanted.
      const refused = await runIn(folder, 'check', ...words, join(file, 'under.sarif'));
      expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^vigie check: [^\n]+cannot be written[^\n]+\n$/) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([['--format', 'xml'], ['--format', ''], ['-o', '']])('refuses %s “%s” in one sentence', async (option, value) => {
    const { code, out, err } = await runIn(join(FIXTURES, 'checks/risk-no-owner'), 'check', option, value);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^vigie check: [^\n]+\n$/);
  });
});

describe('json', () => {
  it.each(reports)('is what its schema says: %s', (_name, report) => {
    expect(errorsOf(reportSchema(), JSON.parse(written('json', report)))).toEqual([]);
  });

  it('has a schema that refuses another shape', () => {
    const json = JSON.parse(written('json', realReport())) as ReportJson;
    expect(errorsOf(reportSchema(), { ...json, more: 1 })).not.toEqual([]);
    expect(errorsOf(reportSchema(), { ...json, findings: [{ ...json.findings[0], line: 0 }] })).not.toEqual([]);
  });

  it('prints the schema, each key with its meaning where its name does not give it', async () => {
    const { code, out } = await runIn(ROOT, 'check', '--schema');
    expect([code, JSON.parse(out)]).toEqual([0, JSON.parse(JSON.stringify(reportSchema()))]);
    expect(out).toContain('From the top of the repository');
  });

  it('keeps its keys: a reader of version 1.0 counts on them', () => {
    const json = JSON.parse(written('json', nastyReport())) as ReportJson;
    expect(json.version).toBe('1.0');
    expect(Object.keys(json)).toEqual(['version', 'tool', 'asOf', 'language', 'compared', 'summary', 'rules', 'findings', 'waived']);
    expect(Object.keys(json.findings[0] ?? {})).toEqual(['rule', 'severity', 'title', 'what', 'why', 'fix', 'file', 'line', 'column', 'source', 'system', 'record', 'fingerprint']);
    expect(json.findings.map(({ what }) => what)).toEqual(NASTY.map((text) => JSON.parse(JSON.stringify(text)) as string));
  });
});

describe('sarif', () => {
  it.each(reports)('has the shape that the standard and code scanning ask for: %s', (_name, report) => {
    const sarif = JSON.parse(written('sarif', report)) as { runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number }[] }[] };
    expect(errorsOf(sarifShape, sarif)).toEqual([]);
    const [run] = sarif.runs;
    // GitHub opens an alert for a suppressed result as for any other.
    expect(run?.results.length).toBe(report.result.findings.length);
    for (const result of run?.results ?? []) expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
  });

  it('writes paths as relative references that come back', () => {
    const uris = [...written('sarif', nastyReport()).matchAll(/"uri": "([^"]+)"/g)].map(([, uri = '']) => uri);
    for (const uri of uris) expect(uri).toMatch(/^[\w/.~%!'()*-]+$/);
    expect(new Set(uris.map((uri) => decodeURIComponent(new URL(uri, 'file:///').pathname)))).toEqual(new Set(['/wiki/content/shop/Procédure d’été #1 100%, (v2).md', '/wiki/content/shop/a.md']));
  });
});

describe('github', () => {
  /** What the runner makes of a line: `::name key=value,…::text`. */
  function parse(line: string): { name: string; values: Record<string, string>; text: string } | undefined {
    const [, name = '', list = '', text = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
    if (name === '') return undefined;
    const back = (value: string): string => value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
    return { name, values: Object.fromEntries(list.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), back(pair.slice(pair.indexOf('=') + 1))])), text: text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%') };
  }

  it.each(reports)('is one command a finding, errors first, and the counts: %s', (_name, report) => {
    const lines = written('github', report).trimEnd().split(/\r\n|\r|\n/);
    const commands = lines.slice(0, -1).map(parse);
    expect(lines.at(-1)?.startsWith('::')).toBe(false);
    const ordered = [...report.result.findings].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
    expect(commands).toEqual(ordered.map(({ severity, place, rule, what, why, fix }) => ({ name: severity, values: { file: `${report.prefix}${place.file}`, line: String(place.line), col: String(place.column), title: rule }, text: `${what}\n${why}\n${fix}` })));
  });
});

describe('gitlab', () => {
  it.each(reports)('has what Code Quality asks for, every fingerprint once: %s', (_name, report) => {
    const issues = JSON.parse(written('gitlab', report)) as { description: string; check_name: string; fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[];
    for (const { fingerprint, severity, location } of issues) {
      expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
      expect(location.path).not.toMatch(/^(\.|\/)/);
      expect(location.lines.begin).toBeGreaterThan(0);
    }
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(report.result.findings.length);
  });

  it('names a finding the same when its line moves, the day changes or the language does', () => {
    const names = (result: Report['result']): string[] => fingerprintsOf(result.findings);
    const { result } = realReport();
    const moved = countFindings(result.findings.map((finding) => ({ ...finding, fact: finding.fact.replace(/(\.md):\d+/g, '$1:999'), place: { ...finding.place, line: finding.place.line + 40 } })), []);
    expect(names(moved)).toEqual(names(result));
    expect(names(runChecks(wiki, rules, 'fr'))).toEqual(names(result));
    const later = runChecks(readWiki(join(ROOT, 'content'), { today: '2026-03-19', asOf: '2026-03-19' }), rules);
    const kept = new Set(names(later));
    expect(later.findings.map(({ fact }) => fact)).not.toEqual(result.findings.map(({ fact }) => fact));
    const gone = result.findings.filter((_finding, index) => !kept.has(names(result)[index] ?? ''));
    expect(gone.map(({ fact }) => fact)).toEqual([]);
  });

  it('tells two findings of one record apart', () => {
    const [first] = realReport().result.findings;
    if (!first) throw new Error('no finding');
    const names = fingerprintsOf([first, first, { ...first, fact: `${first.fact} R-T01` }, { ...first, fact: `${first.fact} R-T02` }]);
    expect(new Set(names).size).toBe(4);
  });
});

describe('junit', () => {
  const parse = (xml: string): Document => new (new JSDOM('').window.DOMParser)().parseFromString(xml, 'application/xml');

  it.each(reports)('is XML whose counts hold: %s', (_name, report) => {
    const root = parse(written('junit', report)).documentElement;
    expect(root.tagName).toBe('testsuites');
    const total = (name: string): number => Number(root.getAttribute(name));
    expect([total('tests'), total('failures'), total('skipped')]).toEqual([root.querySelectorAll('testcase').length, report.result.errors, report.result.waived.length]);
    expect(root.querySelectorAll('failure').length).toBe(report.result.errors);
    expect([...root.querySelectorAll('testsuite')].map((suite) => suite.getAttribute('name'))).toEqual(rules.map(({ id }) => id));
    for (const suite of root.querySelectorAll('testsuite')) expect(Number(suite.getAttribute('tests'))).toBe(suite.querySelectorAll('testcase').length);
  });

  it('gives every message back, but for signs that XML cannot hold', () => {
    const { result } = nastyReport();
    const messages = [...parse(written('junit', nastyReport())).querySelectorAll('failure')].map((failure) => failure.getAttribute('message'));
    expect(messages).toEqual(result.findings.filter(({ severity }) => severity === 'error').map(({ what }) => what.replace(/[\u0000\u0008\u001B\uD800](?![\uDC00-\uDFFF])/g, '\uFFFD')));
  });
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

describe('markdown', () => {
  const parse = (text: string): Node => unified().use(remarkParse).use(remarkGfm).parse(text);
  const all = (node: Node, type: string): Node[] => [...(node.type === type ? [node] : []), ...(node.children ?? []).flatMap((child) => all(child, type))];

  it.each(reports)('is a comment of one heading, one small table and folded lists: %s', (_name, report) => {
    const text = written('markdown', report);
    expect(text.length).toBeLessThan(65_536);
    const tree = parse(text);
    expect(all(tree, 'heading').length).toBe(1);
    const rows = all(tree, 'tableRow');
    expect(rows.length).toBe(report.result.findings.length === 0 ? 0 : 1 + Math.min(5, report.result.findings.length));
    for (const row of rows) expect(row.children?.length).toBe(3);
    // Only the tags that the reporter writes.
    expect(new Set(all(tree, 'html').flatMap(({ value = '' }) => value.match(/<\/?\w+/g) ?? []))).toEqual(new Set(report.result.findings.length === 0 ? [] : ['<br', '<details', '<summary', '</summary', '</details']));
    for (const type of ['image', 'emphasis', 'strong', 'delete', 'blockquote', 'linkReference']) expect(all(tree, type), type).toEqual([]);
    expect(all(tree, 'link').map((link) => (link as { url?: string }).url?.slice(0, 7)).filter((scheme) => scheme !== 'mailto:')).toEqual([]);
    // Nobody is called, but for code, which calls nobody.
    for (const { value } of all(tree, 'text')) expect(value).not.toMatch(/(^|\W)@\w/);
    const [table] = text.split('<details>');
    expect(table?.split('\n').length).toBeLessThan(14);
  });

  it('keeps every finding, one item each', () => {
    const { result } = realReport();
    const text = written('markdown', realReport());
    expect(all(parse(text), 'listItem').length).toBe(result.findings.length + result.waived.length);
  });

  it('stops before a forge refuses it, and says how much is left', () => {
    const { result } = realReport();
    const many = countFindings(Array.from({ length: 20 }, () => result.findings).flat(), []);
    const text = written('markdown', { ...realReport(), result: many });
    expect(text.length).toBeLessThan(65_536);
    const left = Number(/(\d+) more: vigie check prints them all/.exec(text)?.[1]);
    expect(all(parse(text), 'listItem').length + left).toBe(many.findings.length);
  });
});
