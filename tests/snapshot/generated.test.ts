import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { recordsJson } from '../../src/views/records-json.ts';
import { tablesOf } from '../../src/views/records-table.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { runIn } from '../cli/run-in.ts';
import { letters } from './read-pdf.ts';
import { expectEveryRecord, wholeSnapshot } from './whole-snapshot.ts';

const DOCUMENTS = 140;

describe('the snapshot of a wiki of hundreds of pages', () => {
  const corpus = mkdtempSync(join(tmpdir(), 'vigie-corpus-'));
  const snapshot = wholeSnapshot(() => {
    writeCorpus(corpus, DOCUMENTS);
    return corpus;
  });
  afterAll(() => rmSync(corpus, { recursive: true }));

  it('has more than four hundred, none of them empty, each with its number', () => {
    const { made, read } = snapshot();
    expect(made.pages).toBeGreaterThan(400);
    expect(read.document.numPages).toBe(made.pages);
    expect(read.pages.flatMap((text, index) => (letters(text).includes(letters(`${index + 1} / ${made.pages}`)) && letters(text).length > 120 ? [] : [`${index + 1}: ${text}`]))).toEqual([]);
  });

  it('tells every record by its id and its title', () => {
    expect(snapshot().wiki.records.size).toBeGreaterThan(300);
    expectEveryRecord(snapshot());
  });

  it('counts the same records as the JSON, the CSV and the workbook', async () => {
    const { folder, wiki, made } = snapshot();
    const countOf = (kinds: readonly string[]): Record<string, number> => Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, list]): [string, number] => [kind, list.length]).sort());
    const json = countOf((recordsJson(wiki) as { records: { kind: string }[] }).records.map(({ kind }) => kind));
    expect(countOf([...wiki.records.values()].map(({ kind }) => kind))).toEqual(json);
    // The tables have one of the documents too.
    const tabled = { ...json, document: wiki.documents.length };
    const tables = tablesOf(wiki);
    expect(Object.fromEntries(tables.map(({ kind, rows }): [string, number] => [kind, rows.length]))).toEqual(tabled);
    expect((await runIn(folder, 'export', 'xlsx', '-o', 'records.xlsx')).code).toBe(0);
    const files = unzipSync(readFileSync(join(folder, 'records.xlsx')));
    // One row a record, under the heads.
    const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet')).map((name) => (strFromU8(files[name] ?? new Uint8Array()).match(/<row /g)?.length ?? 0) - 1);
    expect(sheets.toSorted((a, b) => a - b)).toEqual(Object.values(tabled).toSorted((a, b) => a - b));
    expect(made.records).toBe(wiki.records.size);
  });
});
