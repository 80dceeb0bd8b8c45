import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { accountOf } from '../../src/importers/account.ts';
import { planImport } from '../../src/importers/plan-import.ts';
import { readSource } from '../../src/importers/read-source.ts';
import { readDocument } from '../../src/readers/document.ts';
import { siteSchema } from '../../src/schemas/site.ts';
import { dataOf, figures, foundIn, type Found } from './found-in.ts';

const CORPUS = join(import.meta.dirname, 'corpus');

interface Expected {
  readonly source: string;
  readonly records: readonly { readonly kind: string; readonly id?: string; readonly title: string; readonly fields?: Readonly<Record<string, unknown>> }[];
  /** Lines of the source that are no record and no narrative. */
  readonly notPlaced?: readonly number[];
  readonly narrativeOf?: Readonly<Record<string, string>>;
  readonly method?: { readonly likelihood: readonly string[]; readonly impact: readonly string[]; readonly levels?: readonly (readonly [string, number])[]; readonly values?: readonly number[] };
}

const cases = readdirSync(CORPUS).sort();
const rows: Parameters<typeof figures>[0][number][] = [];

const sameTitle = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

describe('the corpus', () => {
  it('holds at least forty documents', () => expect(cases.length).toBeGreaterThanOrEqual(40));

  it.each(cases)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(join(CORPUS, name, 'expected.json'), 'utf8')) as Expected;
    const source = await readSource(readFileSync(join(CORPUS, name, expected.source)), expected.source);
    if ('refused' in source) throw new Error(source.refused);
    const plan = planImport([source], { system: 'essai', lang: 'fr' });
    const found = foundIn(plan);
    const right: Found[] = [];
    for (const record of expected.records) {
      const match = found.find((each) => !right.includes(each) && each.kind === record.kind && (record.id === undefined || each.id === record.id) && sameTitle(each.title, record.title));
      if (match) right.push(match);
    }
    for (const kind of new Set([...found, ...expected.records].map((each) => each.kind))) {
      rows.push({ kind, expected: expected.records.filter((each) => each.kind === kind).length, found: found.filter((each) => each.kind === kind).length, right: right.filter((each) => each.kind === kind).length });
    }
    const [account] = accountOf([source], plan);
    expect({ wrong: account?.wrong, lost: account?.lost }, 'every line is accounted for').toEqual({ wrong: [], lost: [] });
    expect(plan.documents.filter(({ kind, text }) => kind === 'page' && (text.split(/^---$/m)[2] ?? '').trim() === '').map(({ path }) => path), 'no page is empty').toEqual([]);
    const site = siteSchema.parse({ title: 'Essai' });
    expect(plan.documents.flatMap(({ path, text }) => readDocument(text, `essai/${path}`, site).problems.map(({ what }) => `${path}: ${what.en}`)), 'what is written is read').toEqual([]);
    expect(found.map(({ kind, id, title }) => ({ kind, id, title: title.replace(/\s+/g, ' ') }))).toEqual(
      found.length === expected.records.length ? expect.arrayContaining(expected.records.map(({ kind, id, title }) => ({ kind, id: id ?? (expect.any(String) as string), title }))) : expected.records.map(({ kind, id, title }) => ({ kind, id, title })),
    );
    for (const { kind, title, fields } of expected.records) expect(found.find((each) => each.kind === kind && sameTitle(each.title, title))?.data, title).toMatchObject(fields ?? {});
    if (expected.notPlaced) expect(account?.notPlaced.map(({ line }) => line)).toEqual(expected.notPlaced);
    for (const [id, words] of Object.entries(expected.narrativeOf ?? {})) {
      const document = plan.documents.find(({ records }) => records.some((record) => record.id === id));
      expect(document?.text.split(`## ${id} `)[1]).toContain(words);
    }
    if (expected.method) {
      const method = dataOf(plan.documents.find(({ kind }) => kind === 'method')?.text ?? '') as { likelihood: { label: string; value: number }[]; impact: { label: string }[]; levels: { label: string; from: number }[] };
      expect(method.likelihood.map(({ label }) => label)).toEqual(expected.method.likelihood);
      expect(method.impact.map(({ label }) => label)).toEqual(expected.method.impact);
      if (expected.method.values) expect(method.likelihood.map(({ value }) => value)).toEqual(expected.method.values);
      if (expected.method.levels) expect(method.levels.map(({ label, from }) => [label, from])).toEqual(expected.method.levels);
    }
  });

  afterAll(() => console.info(`\nrecords of the corpus (${cases.length} documents)\n${figures(rows)}`));
});
