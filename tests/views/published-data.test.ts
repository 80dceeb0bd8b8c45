import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../src/model/records.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { kinds } from '../../src/schemas/kinds.ts';
import { calendarEvents } from '../../src/views/calendar-events.ts';
import { kindsIn, recordsCsv } from '../../src/views/records-csv.ts';
import { recordsJson } from '../../src/views/records-json.ts';
import { recordsSchema } from '../../src/views/records-schema.ts';

const wiki = readWiki(resolve(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });

interface Exported {
  records: { key: string; kind: string; id: string; system: string; value: Record<string, unknown>; derived?: { current?: { score?: number; level: string } }; references: string[] }[];
}
const json = JSON.parse(JSON.stringify(recordsJson(wiki))) as Exported;

describe('data/records.json', () => {
  it('is what its schema says', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(recordsSchema());
    expect(validate(json), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(validate({ ...json, records: [{}] })).toBe(false);
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

describe('data/<kind>.csv', () => {
  it('loses no record and no field', () => {
    for (const kind of kindsIn(wiki)) {
      const rows = readCsv(recordsCsv(wiki, kind));
      const records = json.records.filter((record) => record.kind === kind);
      expect(rows.map(({ system, id }) => `${system}/${id}`)).toEqual(records.map(({ system, id }) => `${system}/${id}`));
      for (const [index, { value }] of records.entries()) {
        for (const [field, entry] of Object.entries(value)) {
          if (['id', 'title', 'kind'].includes(field) || (Array.isArray(entry) && entry.length === 0)) continue;
          const cell = (rows[index]?.[field] ?? '').replace(/^'(?=[=+\-@])/, '');
          expect(typeof entry === 'string' ? cell : parse(cell), `${kind} ${field}`).toEqual(entry);
        }
      }
    }
  });

  it('disarms cells that a spreadsheet would run', () => {
    const record = { ...wiki.all('component')[0], title: '=HYPERLINK("http://evil.example")', value: { summary: '@SUM(1)' } } as unknown as AnyRecord;
    const csv = recordsCsv({ ...wiki, all: () => [record] } as unknown as Wiki, 'component');
    expect(csv).toContain("'=HYPERLINK");
    expect(csv).toContain("'@SUM");
  });
});

describe('data/calendar.ics', () => {
  const events = calendarEvents(wiki);

  it('has one stable name an occurrence', () => {
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(calendarEvents(wiki).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
  });

  it('holds drills, maintenance and due actions, and no machine job', () => {
    const kindsOf = new Set(events.map(({ kind }) => kind));
    for (const kind of ['drill', 'maintenance', 'action'] as const) expect(kindsOf).toContain(kind);
    expect(kindsOf).not.toContain('job');
    expect(events.find(({ uid }) => uid.includes('/A-03/'))).toMatchObject({ day: '2026-01-31', late: true });
  });
});
