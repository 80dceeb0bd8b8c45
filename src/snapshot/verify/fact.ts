import type { Text } from '../../model/text.ts';

/** One thing that was looked at. `open`: it could not be, or says nothing by itself. */
export interface Fact {
  /** Permanent, for programs. */
  readonly id: string;
  readonly verdict: 'good' | 'bad' | 'open';
  readonly text: Text;
}

const fact =
  (verdict: Fact['verdict']) =>
  (id: string, en: string, fr: string): Fact => ({ id, verdict, text: { en, fr } });

export const good = fact('good');
export const bad = fact('bad');
export const open = fact('open');

/** Enough of a hash to tell two apart by eye. */
export const short = (hash: string): string => hash.slice(0, 12);
