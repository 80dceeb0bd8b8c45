import { plain } from './plain.ts';
import type { LineUse, Plan } from './plan.ts';
import type { Source } from './source.ts';

/** The account of one source: every line that is not blank, and what became of it. */
export interface Account {
  readonly name: string;
  readonly lines: number;
  readonly record: number;
  readonly narrative: number;
  readonly notPlaced: readonly Extract<LineUse, { is: 'not placed' }>[];
  /** Lines that are in no state, or in two: the account is wrong where there are any. */
  readonly wrong: readonly number[];
  /** Narrative lines with words that their document does not hold. */
  readonly lost: readonly { readonly line: number; readonly words: readonly string[] }[];
  /** Record lines with words that stand in their document in another form: a duration, a level, a date. */
  readonly reworded: number;
}

const wordsOf = (text: string): string[] =>
  plain(text)
    .replace(/<[^>]+>/g, ' ')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/** Proves a plan against its sources: what is said to stand in a document is looked up in the text of that document. */
export function accountOf(sources: readonly Source[], plan: Plan): readonly Account[] {
  const held = new Map(plan.documents.map(({ path, text }) => [path, new Set(wordsOf(text.replace(/\\"/g, '"')).concat(text.toLowerCase().split(/[^\p{L}\p{N}]+/u)))]));
  return sources.map((source, number): Account => {
    const uses = new Map<number, LineUse[]>();
    for (const use of plan.lines) if (use.source === number) uses.set(use.line, [...(uses.get(use.line) ?? []), use]);
    const filled = source.lines.flatMap((text, index) => (text.trim() === '' ? [] : [index + 1]));
    const lost: { line: number; words: string[] }[] = [];
    let reworded = 0;
    const counts = { record: 0, narrative: 0, 'not placed': 0 };
    for (const line of filled) {
      const use = uses.get(line)?.[0];
      if (!use) continue;
      counts[use.is] += 1;
      if (use.is === 'not placed') continue;
      const words = held.get(use.document);
      const missing = words ? wordsOf(source.lines[line - 1] ?? '').filter((word) => !words.has(word)) : ['the document itself'];
      if (missing.length === 0) continue;
      if (use.is === 'narrative') lost.push({ line, words: missing });
      else reworded += 1;
    }
    return { name: source.name, lines: filled.length, record: counts.record, narrative: counts.narrative, notPlaced: plan.lines.filter((use) => use.is === 'not placed').filter((use) => use.source === number), wrong: filled.filter((line) => uses.get(line)?.length !== 1), lost, reworded };
  });
}
