import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Wiki } from '../../src/model/wiki.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { makeSnapshot, type Snapshot } from '../../src/snapshot/make-snapshot.ts';
import { recordsJson } from '../../src/views/records-json.ts';
import { tablesOf } from '../../src/views/records-table.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { runIn } from '../cli/run-in.ts';
import { letters, readPdf, type Read } from './read-pdf.ts';
import { wikiRepository } from './wiki-repository.ts';

const DOCUMENTS = 140;

describe('the snapshot of a wiki of hundreds of pages', () => {
  const corpus = mkdtempSync(join(tmpdir(), 'vigie-corpus-'));
  let folder: string;
  let wiki: Wiki;
  let made: Snapshot;
  let read: Read;
  let whole: string;

  beforeAll(async () => {
    writeCorpus(corpus, DOCUMENTS);
    folder = wikiRepository(corpus);
    const root = join(folder, 'content');
    const result = await makeSnapshot({ root });
    if ('problem' in result) throw new Error(JSON.stringify(result));
    made = result;
    wiki = readWiki(root, { today: '2026-03-12' });
    read = await readPdf(made.bytes);
    whole = letters(read.pages.join(' '));
  }, 240_000);
  afterAll(() => {
    rmSync(corpus, { recursive: true });
    rmSync(folder, { recursive: true });
  });

  it('has more than four hundred, none of them empty, each with its number', () => {
    expect(made.pages).toBeGreaterThan(400);
    expect(read.document.numPages).toBe(made.pages);
    expect(read.pages.flatMap((text, index) => (letters(text).includes(letters(`${index + 1} / ${made.pages}`)) && letters(text).length > 120 ? [] : [`${index + 1}: ${text}`]))).toEqual([]);
  });

  it('tells every record by its id and its title', () => {
    expect(wiki.records.size).toBeGreaterThan(300);
    const missing = [...wiki.records.values()].filter(({ id, title }) => !whole.includes(letters(title)) || (!id.startsWith('page:') && !whole.includes(letters(id))));
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it('counts the same records as the JSON, the CSV and the workbook', async () => {
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
