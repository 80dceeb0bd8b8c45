import type { TableBlock } from '../block.ts';
import { headerKey, recognise } from '../columns.ts';
import { titleIn, type FoundRecord } from '../found.ts';
import { axisIn, isGrid, legendOf, type LegendPoint } from '../legend.ts';
import type { Placed } from '../sections.ts';
import { durationIn, scheduleIn } from '../words/times.ts';
import { contextOf, type Search } from './search.ts';
import { tableRecords, type TableRow } from './table-records.ts';

/** A table as records, or as an explanation of the method. */
export function recordsFromTable(search: Search, each: Placed, table: TableBlock): void {
  const previous = search.all[each.index - 1]?.block;
  const caption = previous?.kind === 'paragraph' && previous.text.length < 140 ? previous.text : '';
  const context = `${contextOf(each, 2)} ${caption}`;
  const explained = isGrid(table) ? [] : explainedBy(table, context);
  if (explained) {
    search.legend.push(...explained);
    search.methodBlocks.push(each);
    return;
  }
  if (recognise(table)[0]?.kind === 'steps') return;
  const found = tableRecords(table, context);
  if (!found) return;
  noteScale(search.most, table);
  const group = `${search.number}:${table.line}`;
  const made: FoundRecord[] = [];
  for (const { row, draft, why = 'no-title' } of found.rows) {
    if (!draft) {
      const [first] = made;
      if (why === 'restore-test' && first) {
        first.fields['restore_test'] = restoreTest(row);
        search.use(row, [first], group);
      } else search.leave(row, why);
      continue;
    }
    // « Quotidienne » is a title only under its heading.
    const title = titleIn(draft);
    if (found.kind === 'backup' && !title.includes(' ') && scheduleIn(title) !== undefined) draft.fields['title'] = `${contextOf(each, 1).replace(/^\d+(?:\.\d+)*\.?\s*/, '')} : ${title}`;
    const record = search.add(found.kind, draft, { lines: [{ line: row.line, end: row.end }], at: each, confidence: found.confidence, group });
    made.push(record);
    search.use(row, [record], group);
  }
  search.done.add(each.index);
  search.use(table, made, group);
}

/** Points of a scale that a table explains. Levels alone are never records; other legends are, where the columns are those of records. */
function explainedBy(table: TableBlock, context: string): readonly LegendPoint[] | undefined {
  const kinds = recognise(table).map(({ kind }) => kind);
  const rated = kinds.some((kind) => kind === 'risk' || kind === 'scenario');
  const points = legendOf(table, context);
  if (!rated && points?.every(({ axis }) => axis === 'level') === true) return points;
  const records = rated || kinds.some((kind) => kind === 'severity' || kind === 'activity');
  return !records || kinds[0] === 'legend' ? points : undefined;
}

/** Notes the best values that the headers of a table name. */
function noteScale(most: Search['most'], table: TableBlock): void {
  for (const { text } of table.header.cells) {
    const best = /\(\s*[01]\s*(?:[-–àa]|to)\s*(\d{1,2})\s*\)|\(?\/\s*(\d{1,2})\)?/.exec(text);
    const axis = axisIn(headerKey(text));
    if (best && (axis === 'likelihood' || axis === 'impact')) most[axis] ??= Number(best[1] ?? best[2]);
  }
}

/** A row of a table of backups that says how restoring is tried. */
function restoreTest({ cells }: TableRow['row']): Record<string, string> {
  const texts = cells.map(({ text }) => text);
  const every = everyIn(texts);
  return { ...(every === undefined ? {} : { every }), note: texts.filter((text) => text !== '' && text !== '—').join(', ') };
}

const EVERY: readonly (readonly [string, RegExp])[] = [
  ['1 mo', /\b(?:mensuel\w*|monthly|mensual|monatlich|maandelijks|mensile|mensal)\b/i],
  ['3 mo', /\b(?:trimestriel\w*|quarterly|trimestral\w*|vierteljährlich)\b/i],
  ['1 y', /\b(?:annuel\w*|yearly|annual\w*|jährlich|anual)\b/i],
  ['1 w', /\b(?:hebdo\w*|weekly|semanal|wöchentlich)\b/i],
];

function everyIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const every = EVERY.find(([, pattern]) => pattern.test(text))?.[0];
    if (every !== undefined) return every;
    const read = durationIn(text);
    if (read && read.value !== 0) return read.value;
  }
  return undefined;
}
