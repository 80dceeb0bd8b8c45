import { shapeOf, type Level, type Rated } from '../../model/rated.ts';
import type { AnyRecord, RecordOf } from '../../model/records.ts';
import { severityCode } from '../../words/level-words.ts';
import type { StateWords } from '../../words/status.ts';
import type { Print } from '../print.ts';
import type { Span, Spans } from './block.ts';
import { placeOf } from './places.ts';

/** Nothing to say, said. */
export const DASH: Spans = ['–'];

/** Ids that name their file are no name to a reader. */
const isNamed = ({ id }: AnyRecord): boolean => !id.startsWith('page:');

/** A record by its id, its title or both, as a link to its place. */
export function ref(print: Print, record: AnyRecord, show: 'id' | 'title' | 'both' = 'both'): Span {
  const id: Span = { k: 'id', v: record.id };
  const title = print.say(record.title);
  const c: Spans = !isNamed(record) || show === 'title' ? [title] : show === 'id' || title === record.id ? [id] : [id, ` ${title}`];
  return { k: 'ref', to: placeOf(record), c };
}

/** Spans one after the other, with words between them. */
export const joined = (parts: readonly Spans[], between = ', '): Spans => parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]));

/** Records in a row; a dash where there is none. */
export const refs = (print: Print, records: readonly AnyRecord[], show: 'id' | 'title' | 'both' = 'both'): Spans => (records.length === 0 ? DASH : joined(records.map((record) => [ref(print, record, show)])));

export const levelChip = (print: Print, level: Level, value?: number | string): Span => ({ k: 'level', step: shapeOf(level), word: print.say(level.label), ...(value === undefined ? {} : { value: String(value) }) });

export const ratedChip = (print: Print, rated: Rated): Span => levelChip(print, rated.level, rated.score);

/** A severity as its page shows it: shape, code, title; once where they are the same. */
export function severityLevel(print: Print, { id, title }: RecordOf<'severity'>, step: 1 | 2 | 3 | 4): Span {
  const value = severityCode(id);
  return { k: 'level', step, word: value === title ? '' : print.say(title), value };
}

/** The same, as a link to it. */
export const severityChip = (print: Print, { record, shape }: { readonly record: RecordOf<'severity'>; readonly shape: 1 | 2 | 3 | 4 }): Span => ({ k: 'ref', to: placeOf(record), c: [severityLevel(print, record, shape)] });

/** A state and what is said beside it. */
export const stateSpans = ({ kind, word, detail }: StateWords): Spans => [{ k: 'state', kind, c: [word] }, ...(detail === undefined ? [] : [{ k: 'small' as const, c: [` ${detail}`] }])];

export const gap = (word: string): Span => ({ k: 'state', kind: 'none', c: [word] });
export const small = (...c: Spans): Span => ({ k: 'small', c });
export const bold = (...c: Spans): Span => ({ k: 'b', c });
export const code = (v: string): Span => ({ k: 'mono', v });

/** Lines one under the other; empty ones are left out. */
export const lines = (...parts: readonly (Spans | undefined)[]): Spans => {
  const said = parts.filter((part): part is Spans => part !== undefined && part.length > 0);
  return said.flatMap((part, index): Spans => (index === 0 ? part : [{ k: 'br' }, ...part]));
};

const SAFE = /^(?:https?:|mailto:|tel:)/i;

/** An address outside as it reads on paper; one that could run something stays words. */
export const address = (url: string): Span => (SAFE.test(url) ? { k: 'url', to: url, c: [url.replace(/^https?:\/\//, '').replace(/\/$/, '')] } : url);

/** Named by a record where it is one, else in words. */
export const named = (print: Print, name: string, system: string): Spans => {
  const record = print.wiki.resolve(name, system);
  return record ? [ref(print, record, 'title')] : [print.say(name)];
};
