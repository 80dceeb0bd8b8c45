import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { parse } from 'yaml';
import { describe, expect, it, vi } from 'vitest';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { kinds } from '../../src/schemas/kinds.ts';
import { addressAt, calendarIcs } from '../../src/views/calendar-ics.ts';
import { calendarEvents } from '../../src/views/calendar-events.ts';
import { timeZoneText } from '../../src/views/calendar-zone.ts';
import { recordsCsv, tableCsv } from '../../src/views/records-csv.ts';
import { kindsIn, tablesOf } from '../../src/views/records-table.ts';
import { workbook } from '../../src/views/workbook.ts';
import { noHistory } from '../../src/readers/history.ts';
import { calendarWords } from '../../src/words/calendar-words.ts';
import { wikiOf } from '../model/wiki-of.ts';
import { recordsJson } from '../../src/views/records-json.ts';
import { recordsSchema } from '../../src/views/records-schema.ts';

const wiki = readWiki(resolve(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });

interface Exported {
  version: string;
  documents: { file: string; kind: string; records: string[]; value?: Record<string, unknown>; narrative?: string }[];
  records: { narrative?: string; key: string; kind: string; id: string; system: string; value: Record<string, unknown>; derived?: { current?: { score?: number; level: string } }; references: string[] }[];
}
const json = JSON.parse(JSON.stringify(recordsJson(wiki))) as Exported;

describe('data/records.json', () => {
  it('is what its schema says', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(recordsSchema());
    expect(validate(json), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(json.version).toBe((recordsSchema() as { properties: { version: { const: string } } }).properties.version.const);
    expect(validate({ ...json, records: [{}] })).toBe(false);
    expect(validate({ ...json, version: '0.9' })).toBe(false);
  });

  it('is held to the schema of each kind, field by field', () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(recordsSchema());
    const wrong = (kind: string, change: object): boolean => validate({ ...json, records: json.records.map((record) => (record.kind === kind ? { ...record, value: { ...record.value, ...change } } : record)) });
    for (const kind of new Set(json.records.map((record) => record.kind))) expect(wrong(kind, { unheard_of: 1 }), kind).toBe(false);
    expect(wrong('risk', { state: 'lost' })).toBe(false);
    expect(validate({ ...json, documents: json.documents.map((document) => (document.kind === 'escalation' ? { ...document, value: { ...document.value, raci: 1 } } : document)) })).toBe(false);
  });

  it('says what stands outside of records, and the words beside them', () => {
    expect(json.documents.map(({ file }) => file)).toEqual(wiki.documents.map(({ file }) => file));
    expect(json.documents.flatMap(({ records }) => records).sort()).toEqual(json.records.map(({ key }) => key).sort());
    const raci = wiki.documentsOf('escalation').filter(({ value }) => value.raci.length > 0);
    expect(raci.length).toBeGreaterThan(0);
    for (const { file, value } of raci) expect(json.documents.find((document) => document.file === file)?.value?.['raci']).toEqual(value.raci);
    // Every line of every body stands once: in the narrative of a record, or in that of its document.
    const words = (text: string | undefined): string => (text ?? '').replace(/\s+/g, '');
    for (const document of wiki.documents) {
      const entry = json.documents.find(({ file }) => file === document.file);
      const told = [entry?.narrative, ...json.records.filter(({ key }) => entry?.records.includes(key)).map(({ narrative }) => narrative)].map(words);
      for (const line of document.body.split('\n').map(words)) if (line !== '' && !line.startsWith('#')) expect(told.some((text) => text.includes(line)), `${document.file}: ${line}`).toBe(true);
    }
  });

  it('holds every rated risk and scenario of the five systems', () => {
    const rated = (system: string, kind: string): string[] => json.records.filter((record) => record.system === system && record.kind === kind && record.derived?.current).map(({ id }) => id);
    expect(rated('ascension', 'risk')).toHaveLength(12);
    expect(rated('amazon-reviews', 'risk')).toHaveLength(24);
    expect(rated('bienbon', 'scenario')).toHaveLength(10);
    expect(rated('sp-e', 'risk')).toHaveLength(4);
  });

  it('derives scores and levels with the method of the register', () => {
    const current = (key: string): unknown => json.records.find((record) => record.key === key)?.derived?.current;
    expect(current('amazon-reviews/R-T01')).toMatchObject({ score: 16, levelRank: 4 });
    expect(current('ascension/R3')).toMatchObject({ score: 15, levelRank: 4 });
    expect(current('bienbon/S1')).toMatchObject({ levelLabel: 'Critique' });
  });

  it('names only records that exist as references', () => {
    const keys = new Set(json.records.map(({ key }) => key));
    expect(json.records.flatMap(({ references }) => references).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('has a record of every kind that the schemas know', () => {
    const made: Record<string, string> = { 'risk-register': 'register', 'incident-matrix': 'severity', escalation: 'role', 'continuity-plan': 'scenario', 'backup-policy': 'backup', schedule: 'activity', indicators: 'indicator', 'action-plan': 'action' };
    const present = new Set(json.records.map(({ kind }) => kind));
    // A risk in a file of its own is a risk like the others.
    expect(Object.keys(kinds).map((kind) => made[kind] ?? kind).filter((kind) => !present.has(kind))).toEqual([]);
  });
});

/** A reader of RFC 4180, on its own so that the test does not trust the library that wrote. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (quoted) {
      if (sign === '"' && text[index + 1] === '"') (cell += '"'), (index += 1);
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') rows.at(-1)?.push(cell), (cell = '');
    else if (sign === '\r' && text[index + 1] === '\n') rows.at(-1)?.push(cell), (cell = ''), rows.push([]), (index += 1);
    else cell += sign;
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

/** A cell as it was before it was disarmed. */
const bare = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');

describe('data/<kind>.csv', () => {
  it('loses no record and no field', () => {
    for (const kind of kindsIn(wiki)) {
      const rows = readCsv(recordsCsv(wiki, kind));
      const records = json.records.filter((record) => record.kind === kind);
      expect(rows.map(({ system, id }) => `${system}/${id}`)).toEqual(records.map(({ system, id }) => `${system}/${id}`));
      for (const [index, { key, value, narrative }] of records.entries()) {
        const record = wiki.records.get(key);
        for (const [field, entry] of Object.entries({ ...value, narrative })) {
          if (['id', 'title'].includes(field) || entry === undefined || (Array.isArray(entry) && entry.length === 0)) continue;
          // The kind of a document is the name of the file; that of an item is a field like others.
          if (field === 'kind' && record?.document.value === (record?.value as unknown)) continue;
          const cell = rows[index]?.[field] ?? '';
          expect(typeof entry === 'string' ? bare(cell) : parse(cell), `${kind} ${field}`).toEqual(entry);
        }
      }
    }
  });

  it('gives back every text, whatever it begins with, and runs none', () => {
    const texts = ['=HYPERLINK("http://evil.example")', '@SUM(1)', '+1', '-1', "'=1", "''=1", "'word", '\t=1', '\n=1', '＝1', 'a "quoted", one', 'two\r\nlines', '5', 'true', '[1]'];
    const files = Object.fromEntries(texts.map((text, index) => [`shop/p${index}.md`, [`kind: page\nid: P${index}\ntitle: ${JSON.stringify(text)}\nsummary: ${JSON.stringify(text)}\norder: -${index + 1}`] as const]));
    const csv = recordsCsv(wikiOf(files), 'page');
    const rows = readCsv(csv);
    expect(rows.map(({ summary }) => bare(summary ?? ''))).toEqual(texts);
    expect(rows.flatMap((row) => [row['title'], row['summary']]).filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell ?? ''))).toEqual([]);
    expect(rows.map(({ order }) => order)).toEqual(texts.map((_, index) => `-${index + 1}`));
  });
});

describe('data/records.xlsx', () => {
  it('holds the rows of the JSON and the CSV, kind by kind', async () => {
    const book = await readExcelFile(Buffer.from(await workbook(wiki)));
    const tables = tablesOf(wiki);
    expect(book.map(({ sheet }) => sheet)).toEqual(tables.map(({ kind }) => kind));
    for (const [index, { kind }] of tables.entries()) {
      const rows = book[index]?.data.slice(1) ?? [];
      const expected = kind === 'document' ? json.documents.length : json.records.filter((record) => record.kind === kind).length;
      expect([kind, rows.length, readCsv(tableCsv(tables[index] ?? { kind, columns: [], rows: [] })).length]).toEqual([kind, expected, expected]);
    }
  });

  it('has numbers that are numbers, days that are days, and groups as columns', async () => {
    const book = await readExcelFile(Buffer.from(await workbook(wiki)));
    const sheet = (name: string): Record<string, unknown>[] => {
      const [head = [], ...rows] = book.find((each) => each.sheet === name)?.data ?? [];
      return rows.map((row) => Object.fromEntries(head.map((title, column) => [String(title), row[column]])));
    };
    const risk = sheet('risk').find((row) => row['system'] === 'amazon-reviews' && row['id'] === 'R-T01');
    expect(risk).toMatchObject({ 'current.likelihood': 4, 'derived.current.score': 16, 'derived.current.levelRank': 4 });
    const due = sheet('action').find((row) => row['id'] === 'A-03')?.['due'];
    expect(due).toEqual(new Date('2026-01-31T00:00:00Z'));
    expect(sheet('component').every((row) => typeof row['kind'] === 'string')).toBe(true);
  });

  it('gives a row the height of its longest text, as not every program works it out', async () => {
    const files = unzipSync(await workbook(wiki));
    const index = tablesOf(wiki).findIndex(({ kind }) => kind === 'risk');
    const xml = strFromU8(files[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array());
    const heights = [...xml.matchAll(/<row r="\d+"[^>]* ht="([\d.]+)"[^>]*customHeight="1"/g)].map(([, height]) => Number(height));
    // Nearly every risk has several controls, a line each.
    expect(heights.length).toBeGreaterThan(30);
    expect(heights.every((height) => height >= 28 && height <= 400)).toBe(true);
    expect(xml).toMatch(/<row r="1">/);
  });

  const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).error === undefined);
  it.skipIf(office === undefined)('opens in LibreOffice, every sheet with the rows that were written', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-office-'));
    writeFileSync(join(folder, 'book.xlsx'), await workbook(wiki));
    // Every sheet, in UTF-8, with the values as they are.
    const { status } = spawnSync(office ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1', '--outdir', folder, join(folder, 'book.xlsx')]);
    expect(status).toBe(0);
    for (const { kind, rows } of tablesOf(wiki)) {
      const read = readCsv(readFileSync(join(folder, `book-${kind}.csv`), 'utf8').replaceAll('\n', '\r\n'));
      expect([kind, read.length]).toEqual([kind, rows.length]);
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('has a filter on every head and a head that stays', async () => {
    const files = unzipSync(await workbook(wiki));
    const sheets = Object.keys(files).filter((path) => path.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBe(tablesOf(wiki).length);
    for (const path of sheets) {
      const xml = strFromU8(files[path] ?? new Uint8Array());
      expect(xml, path).toMatch(/<pane ySplit="1"[^>]*state="frozen"\/>|<pane [^>]*ySplit="1"[^>]*state="frozen"\/>/);
      const range = /<autoFilter ref="A1:([A-Z]+)(\d+)"\/>/.exec(xml);
      expect(range?.[2], path).toBe(String((xml.match(/<row /g) ?? []).length));
      expect(xml.indexOf('<autoFilter')).toBeGreaterThan(xml.indexOf('</sheetData>'));
    }
    expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).match(/_xlnm\._FilterDatabase/g)?.length).toBe(sheets.length);
  });

  it('never runs a text, and cuts what no cell can hold', async () => {
    const long = 'x'.repeat(40_000);
    const book = wikiOf({ 'shop/a.md': ['kind: page\nid: A\ntitle: "=1+1"\nsummary: ' + long, 'Words of it.'], 'shop/b.md': ['kind: page\nid: B\ntitle: "5"', 'A \u0001 sign'] });
    const bytes = await workbook(book);
    const xml = Object.entries(unzipSync(bytes)).map(([, data]) => strFromU8(data)).join('');
    expect(xml).not.toMatch(/<f[ >]/);
    const [head = [], first = [], second = []] = (await readExcelFile(Buffer.from(bytes))).find(({ sheet }) => sheet === 'page')?.data ?? [];
    expect(first[head.indexOf('title')]).toBe('=1+1');
    expect(String(first[head.indexOf('summary')])).toHaveLength(32_767);
    // Pages of text are in the JSON and the CSV.
    expect(head).not.toContain('narrative');
    expect(second[head.indexOf('title')]).toBe('5');
  });

  it('is the same bytes for the same wiki, whenever it is made', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-12T10:00:00Z') });
    try {
      const first = Buffer.from(await workbook(wiki));
      vi.setSystemTime(new Date('2027-05-01T20:30:00Z'));
      expect(Buffer.from(await workbook(wiki)).equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('data/calendar.ics', () => {
  const events = calendarEvents(wiki);
  const words = calendarWords('en');
  const shop = (fields: string): ReturnType<typeof wikiOf> => wikiOf({ 'shop/system.md': ['kind: system\nid: shop\ntitle: Shop'], 'shop/plan.md': [fields] }, { time_zone: 'Europe/Paris' });
  const schedule = (activity: string): ReturnType<typeof wikiOf> => shop(`kind: schedule\ntitle: Plan\nactivities: [${activity}]`);

  it('has one stable name an occurrence', () => {
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(calendarEvents(wiki).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
  });

  it('holds drills, maintenance, rotations, reviews of documents and of risks, and due actions, and no machine job', () => {
    const kindsOf = new Set(events.map(({ kind }) => kind));
    for (const kind of ['drill', 'maintenance', 'rotation', 'review', 'document-review', 'risk-review', 'secret-rotation', 'action'] as const) expect(kindsOf).toContain(kind);
    expect(kindsOf).not.toContain('job');
    expect(events.find(({ uid }) => uid.includes('/A-03/'))).toMatchObject({ day: '2026-01-31', late: true });
  });

  it('holds the end of acceptances and waivers', () => {
    const book = wikiOf({
      'shop/system.md': ['kind: system\nid: shop\ntitle: Shop\nwaivers: [{ rule: risk/no-owner, reason: new, by: lead, until: 2026-05-01 }]'],
      'shop/method.md': ['kind: method\nid: m\ntitle: M\nlikelihood: [{ value: 1, label: Low }, { value: 2, label: High }]\nimpact: [{ value: 1, label: Low }, { value: 2, label: High }]\nlevels: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: 3, review_every: 3 mo }]'],
      'shop/risks.md': ['kind: risk-register\ntitle: Risks\nmethod: m\nreviewed: 2026-03-01\nrisks:\n  - { id: R1, title: One, current: { likelihood: 2, impact: 2 }, acceptance: { by: lead, on: 2026-01-01, expires: 2026-04-30, why: cheap } }\n  - { id: R2, title: Two, current: { likelihood: 2, impact: 2 } }'],
    });
    const found = calendarEvents(book);
    expect(found.map(({ uid, day }) => [uid, day])).toEqual([['shop/acceptance/R1', '2026-04-30'], ['shop/waiver/shop/system.md/risk/no-owner/', '2026-05-01'], ['shop/risk-review/risks/3mo', '2026-06-01']]);
    expect(found.at(-1)?.risks).toEqual(['R1', 'R2']);
  });

  it.each([
    ['an action put off', 'kind: action-plan\ntitle: Plan\nactions: [{ id: A1, title: Do, due: 2026-04-01 }]', '2026-04-01', '2026-06-15'],
    ['a document reviewed since', 'kind: page\ntitle: Plan\nreviewed: 2026-03-01\nreview_every: 6 mo', '2026-03-01', '2026-03-10'],
    ['a rotation done since', 'kind: schedule\ntitle: Plan\nactivities: [{ id: K1, kind: rotation, title: Keys, schedule: every 200 d, last: { on: 2026-01-01 } }]', '2026-01-01', '2026-02-01'],
    ['a day of the month that moved', 'kind: schedule\ntitle: Plan\nactivities: [{ id: M1, kind: maintenance, title: Patch, schedule: yearly on the 15 in october }]', 'the 15', 'the 20'],
  ])('updates %s and does not double it', (_, fields, from, to) => {
    const [before, after] = [fields, fields.replace(from, to)].map((text) => calendarEvents(shop(text)));
    expect(before?.[0]?.day).toBeDefined();
    expect(after?.[0]?.uid).toBe(before?.[0]?.uid);
    expect(after?.[0]?.day).not.toBe(before?.[0]?.day);
  });

  it('gives an hour in its own zone, which it describes, and its length', () => {
    const book = schedule('{ id: M1, kind: maintenance, title: Patch, schedule: quarterly at 03:30, duration: 2 h }');
    const text = calendarIcs(book, noHistory, { ...words, address: addressAt(undefined) });
    expect(text).toContain('DTSTART;TZID=Europe/Paris:20260401T033000\r\nDTEND;TZID=Europe/Paris:20260401T053000\r\n');
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
    expect(text).toContain('DTSTAMP:20260312T000000Z');
  });

  it('describes a zone by its changes', () => {
    expect(timeZoneText('Europe/Paris', '2026-03-12', '2026-12-01').split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE', 'TZID:Europe/Paris',
      'BEGIN:STANDARD', 'DTSTART:20260311T010000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD',
      'BEGIN:DAYLIGHT', 'DTSTART:20260329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT',
      'BEGIN:STANDARD', 'DTSTART:20261025T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD',
      'END:VTIMEZONE',
    ]);
    expect(timeZoneText('Asia/Tokyo', '2026-03-12', '2026-12-01').match(/BEGIN:STANDARD/g)).toHaveLength(1);
  });

  it('counts revisions by the commits that changed the document', () => {
    const book = schedule('{ id: M1, kind: maintenance, title: Patch, schedule: quarterly }');
    const at = (date: string): string => calendarIcs(book, { ...noHistory, available: true, lastOf: new Map([['shop/plan.md', { hash: 'a', date, author: 'A', subject: 'S', files: [] }]]) }, { ...words, address: addressAt('https://ops.example/wiki') });
    const sequence = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    const [first, later] = [at('2026-01-10T10:00:00+01:00'), at('2026-01-10T10:05:00+01:00')];
    expect(first).toContain('LAST-MODIFIED:20260110T090000Z');
    expect(sequence(later)).toBeGreaterThan(sequence(first));
    expect(sequence(later)).toBeLessThan(2 ** 31);
    expect(first).toContain('URL;VALUE=URI:https://ops.example/wiki/shop/calendar/#m1');
  });

  it('says how often in the language of the wiki', () => {
    const book = schedule('{ id: M1, kind: maintenance, title: Patch, schedule: quarterly }');
    const told = (lang: 'en' | 'fr'): string | undefined => /DESCRIPTION:([^\r\\]*)/.exec(calendarIcs(book, noHistory, { ...calendarWords(lang), address: addressAt(undefined) }))?.[1];
    expect([told('en'), told('fr')]).toEqual(['Rhythm: every quarter', 'Rythme\u00A0: chaque trimestre']);
  });

  it('folds its lines and ends them as RFC 5545 says', () => {
    const text = calendarIcs(wiki, noHistory, { ...calendarWords('fr'), address: addressAt(wiki.site.url) });
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(events.length);
  });
});
