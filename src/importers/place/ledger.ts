import type { Lines } from '../block.ts';
import type { LineUse } from '../plan.ts';
import type { Source } from '../source.ts';
import type { Reason } from '../words/reasons.ts';

/** What becomes of every line. The first to claim a line has it. */
export interface Ledger {
  readonly mark: (source: number, lines: Lines, is: 'record' | 'narrative', document: string) => void;
  /** Lines that no document takes, whoever claimed them. */
  readonly leave: (source: number, lines: Lines, why: Reason) => void;
  /** The document whose record a line is. */
  readonly recordAt: (source: number, line: number) => string | undefined;
  /** Every line that is not blank, in order. */
  readonly lines: () => readonly LineUse[];
}

export function newLedger(sources: readonly Source[]): Ledger {
  const uses = new Map<string, LineUse>();
  const each = (source: number, { line: from, end }: Lines, use: (at: string, line: number) => void): void => {
    for (let line = from; line <= end; line += 1) if ((sources[source]?.lines[line - 1] ?? '').trim() !== '') use(`${source}:${line}`, line);
  };
  return {
    mark: (source, lines, is, document) => each(source, lines, (at, line) => uses.has(at) || uses.set(at, { source, line, is, document })),
    leave: (source, lines, why) => each(source, lines, (at, line) => uses.set(at, { source, line, is: 'not placed', why })),
    recordAt(source, line) {
      const use = uses.get(`${source}:${line}`);
      return use?.is === 'record' ? use.document : undefined;
    },
    lines: () => sources.flatMap((source, number) => source.lines.flatMap((text, index): LineUse[] => (text.trim() === '' ? [] : [uses.get(`${number}:${index + 1}`) ?? { source: number, line: index + 1, is: 'not placed', why: 'unrecognised' }]))),
  };
}
