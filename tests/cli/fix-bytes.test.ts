import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/rules/index.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { normalDuration } from '../../src/model/normal-duration.ts';
import type { AnyRecord } from '../../src/model/records.ts';
import { applyEdits, inOrder, type TextEdit } from '../../src/model/text-edit.ts';
import { fixDurations } from '../../src/readers/fixes/durations.ts';
import { readEdited } from '../../src/readers/fixes/edited-wiki.ts';
import { fixEncoding } from '../../src/readers/fixes/encoding.ts';
import { planRename } from '../../src/readers/fixes/rename.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { yamlSource } from '../../src/readers/yaml-source.ts';
import { randomOf } from '../bench/random.ts';
import { ROOT } from './run-in.ts';

const content = join(ROOT, 'content');
const options = { today: '2026-03-12', asOf: '2026-03-12' };
const wiki = readWiki(content, options);
const documents = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).sort();
const textOf = (file: string): string => readFileSync(join(content, file), 'utf8');

/** What is outside of the edits, piece by piece, in both texts. */
function outside(text: string, edits: readonly TextEdit[]): { before: string[]; after: string[] } {
  const after = applyEdits(text, edits);
  const pieces = { before: [] as string[], after: [] as string[] };
  let [at, moved] = [0, 0];
  for (const { start, end, text: piece } of [...edits, { start: text.length, end: text.length, text: '' }]) {
    pieces.before.push(text.slice(at, start));
    pieces.after.push(after.slice(at + moved, start + moved));
    expect(after.slice(start + moved, start + moved + piece.length)).toBe(piece);
    at = end;
    moved += piece.length - (end - start);
  }
  return pieces;
}

describe('an edit', () => {
  it('leaves all that is outside of it, whatever the text and the edits', () => {
    const { between, pick } = randomOf(4);
    const signs = ['a', 'é', '🧯', '\n', '\r\n', ' ', '\u0000', '\uFEFF', '---\n'];
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: between(0, 60) }, () => pick(signs)).join('');
      const cuts = Array.from({ length: 6 }, () => between(0, text.length)).sort((a, b) => a - b);
      const edits = inOrder([0, 2, 4].map((index) => ({ start: cuts[index] ?? 0, end: cuts[index + 1] ?? 0, text: 'x'.repeat(between(0, 3)) })));
      if (!edits) continue;
      const { before, after } = outside(text, edits);
      expect(after).toEqual(before);
    }
  });

  it('is refused where it meets another', () => {
    expect(inOrder([{ start: 0, end: 4, text: 'a' }, { start: 3, end: 5, text: 'b' }])).toBeUndefined();
    expect(inOrder([{ start: 4, end: 5, text: 'b' }, { start: 0, end: 4, text: 'a' }, { start: 4, end: 5, text: 'b' }])).toHaveLength(2);
  });
});

describe('on all of content/', () => {
  /** UTF-8 read through another charset, as an editor does it. */
  const decodedWrongly = (line: string, charset: string): string => new TextDecoder(charset).decode(Buffer.from(line, 'utf8'));

  it.each(['windows-1252', 'macintosh'])('text decoded as %s comes back byte for byte', (charset) => {
    let [left, lines] = [0, 0];
    for (const file of documents) {
      for (const text of [textOf(file), textOf(file).replaceAll('\n', '\r\n')]) {
        const wrong = text.split('\n').map((line) => (/[^\u0000-\u007F]/.test(line) ? decodedWrongly(line, charset) : line)).join('\n');
        const edits = inOrder(fixEncoding(wrong, file).flatMap((fix) => fix.edits));
        expect(edits).toBeDefined();
        const right = applyEdits(wrong, edits ?? []);
        const { before, after } = outside(wrong, edits ?? []);
        expect(after).toEqual(before);
        for (const [index, line] of right.split('\n').entries()) {
          const meant = text.split('\n')[index] ?? '';
          if (/[^\u0000-\u007F]/.test(meant)) lines += 1;
          if (line === meant) continue;
          // A line is what it was meant to be, or is left alone: never a third thing.
          expect(line, file).toBe(wrong.split('\n')[index]);
          left += 1;
        }
      }
    }
    expect(lines).toBeGreaterThan(3000);
    // Guillemets alone prove nothing through Mac Roman: « ¬´ » may be meant.
    expect(left / lines).toBeLessThan(0.01);
  });

  it('honest text is left alone', () => {
    for (const file of documents) expect(fixEncoding(textOf(file), file), file).toEqual([]);
  });

  it('durations that people wrote in words come back in the form of the schemas, and nothing else moves', () => {
    const people: readonly ((normal: string) => string)[] = [(text) => text.replace(/ /g, ''), (text) => text.replace(/(\d) h\b/, '$1 heures').replace(/(\d) min\b/, '$1 minutes').replace(/(\d) d\b/, '$1 jours').replace(/(\d) mo\b/, '$1 mois'), (text) => text.toUpperCase()];
    let seen = 0;
    for (const file of documents) {
      const text = textOf(file);
      for (const people_ of people) {
        const wrong = text.replace(/^((?:---\n)[^]*?\n---\n)/, (matter) => matter.replace(/((?:rto|rpo|review_every|within|after|test_every|respond_in|resolve_in): )(\d+ (?:min|h|d|mo))(?=[\s,}])/g, (_, key: string, value: string) => `${key}${people_(value)}`));
        const source = yamlSource(wrong);
        if (!source || wrong === text) continue;
        const edits = inOrder(fixDurations(source, file).flatMap((fix) => fix.edits)) ?? [];
        expect(outside(wrong, edits).after).toEqual(outside(wrong, edits).before);
        expect(applyEdits(wrong, edits), file).toBe(text);
        seen += edits.length;
      }
    }
    expect(seen).toBeGreaterThan(200);
  });

  it('every duration of the wiki is in that form already', () => {
    for (const file of documents) expect(fixDurations(yamlSource(textOf(file)) ?? { texts: () => [], replace: () => undefined, rangeOf: () => undefined, add: () => undefined }, file), file).toEqual([]);
  });

  /** One record of each kind in each system. */
  const sample = [...Map.groupBy([...wiki.records.values()].filter(({ kind, id }) => kind !== 'system' && !id.includes(':')), ({ system, kind }) => `${system} ${kind}`).values()].flatMap((records): AnyRecord[] => records.slice(-1));

  it('a rename changes the id and nothing else: put back, every file is what it was', () => {
    const NEW = 'ZZ-NEW-9';
    let renamed = 0;
    for (const record of sample) {
      const plans = planRename(content, wiki, { system: record.system, from: record.id, to: NEW }, options);
      if (typeof plans === 'string') {
        // Named by its file: there is no id to change.
        expect(plans, record.key).toContain('named by its file');
        continue;
      }
      renamed += 1;
      for (const { file, text, opened, edits } of plans) {
        expect(outside(opened.text, edits).after).toEqual(outside(opened.text, edits).before);
        const alias = new RegExp(`\\n *aliases: \\[${record.id}\\](?=\\n)|, aliases: \\[${record.id}\\]|(?<=aliases: \\[[^\\]]*), ${record.id}(?=\\])|\\n *- ${record.id}(?=\\n)`);
        const own = file === record.document.file ? text.replace(alias, '') : text;
        const slug = (id: string): RegExp => new RegExp(`#${id.toLowerCase()}`, 'g');
        expect(own.replaceAll(NEW, record.id).replace(slug(NEW), `#${record.id.toLowerCase()}`), `${record.key} in ${file}`).toBe(opened.text);
      }
    }
    expect(renamed).toBeGreaterThan(40);
  }, 120_000);

  it('a renamed record is cited by those who cited it, and nothing that led somewhere leads nowhere', () => {
    const cited = [...wiki.records.values()].filter(({ kind }) => kind !== 'system').map((record) => ({ record, links: wiki.backlinks(record.key).length }));
    const kinds = [...Map.groupBy(cited, ({ record }) => record.kind).values()].map((records) => records.reduce((most, each) => (each.links > most.links ? each : most)));
    const most = kinds.filter(({ links }) => links > 0).sort((a, b) => b.links - a.links).slice(0, 8);
    expect(most.length).toBe(8);
    const links = rules.filter(({ id }) => /^(content|link)\//.test(id));
    const wrong = runChecks(wiki, links).errors;
    for (const { record } of most) {
      const plans = planRename(content, wiki, { system: record.system, from: record.id, to: 'ZZ-NEW-9' }, options);
      if (typeof plans === 'string') throw new Error(plans);
      const after = readEdited(content, new Map(plans.map(({ file, text }) => [file, text])), options);
      const now = `${record.system}/ZZ-NEW-9`;
      const nameNow = (key: string): string => (key === record.key ? now : key);
      expect([...after.records.keys()]).toEqual([...wiki.records.keys()].map(nameNow));
      expect(after.backlinks(now).map(({ from, field }) => `${from.key} ${field}`), record.key).toEqual(wiki.backlinks(record.key).map(({ from, field }) => `${nameNow(from.key)} ${field}`));
      expect(runChecks(after, links).errors, record.key).toBe(wrong);
    }
  }, 120_000);
});

describe('a duration in words', () => {
  it.each([
    ['15min', '15 min'], ['15 minutes', '15 min'], ['2h40', '2 h 40 min'], ['2 heures et 40 minutes', '2 h 40 min'], ['1,5 h', undefined], ['1.5H', '1.5 h'], ['3 jours', '3 d'], ['3 Jours ouvrés', '3 business days'], ['1 jour ouvré', '1 business day'],
    ['1 semaine', '1 w'], ['6 mois', '6 mo'], ['1 an', '1 y'], ['1 d 4 h', undefined], ['2 h', undefined], ['PT15M', undefined], ['15 m', undefined], ['5M', undefined], ['15', undefined], ['soon', undefined], ['2 h – 4 h', undefined], ['< 15 min', undefined], ['1 an 2', undefined], ['2h90s', undefined], ['1'.repeat(80), undefined],
  ])('%s → %s', (text, normal) => {
    expect(normalDuration(text)).toBe(normal);
  });
});
