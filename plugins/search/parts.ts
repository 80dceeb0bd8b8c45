import { listHead } from './cbor.ts';
import type { Part } from './group.ts';
import type { Pack, Packed } from './pagefind-file.ts';
import type { Word } from './words.ts';

/** Of words and where they stand, before compression: a search fetches one such part for each word that is typed. */
const PART = 8 * 1024;
/** Words that begin with the same letters stay together: a search for a beginning reads one part. */
const BEGINNING = 3;
const LAST = '\u{10FFFF}';

const beginning = (word: string): string => Array.from(word).slice(0, BEGINNING).join('');
/** The fewest letters of a word that no letters of another begin with. */
function apart(word: string, other: string): string {
  const letters = Array.from(word);
  const at = letters.findIndex((_, index) => !other.startsWith(letters.slice(0, index + 1).join('')));
  return letters.slice(0, at + 1).join('');
}

interface Cut {
  readonly first: string;
  readonly last: string;
  readonly packed: Packed;
}

function* cutWords(words: Iterable<Word>, pack: Pack): Generator<Cut, void> {
  let part: Word[] = [];
  let size = 0;
  const cut = (): Cut => ({ first: part[0]?.word ?? '', last: part.at(-1)?.word ?? '', packed: pack(Buffer.concat([listHead(1), listHead(part.length), ...part.map(({ cbor }) => cbor)])) });
  for (const one of words) {
    const before = part.at(-1)?.word;
    if (before !== undefined && size >= PART && !beginning(one.word).startsWith(beginning(before))) {
      yield cut();
      part = [];
      size = 0;
    }
    part.push(one);
    size += one.cbor.length;
  }
  if (part.length > 0) yield cut();
}

/**
 * Cuts the index of words into smaller files than Pagefind does, which knows no setting for it: what a search fetched was mostly words that
 * nobody had typed. Every part reaches to the next: a word that no page says is looked for where it would stand.
 */
export function partsOf(words: Iterable<Word>, pack: Pack): { readonly part: Part; readonly file: Uint8Array }[] {
  const cuts = [...cutWords(words, pack)];
  return cuts.map(({ first, last, packed: { name, file } }, index) => {
    const [before, after] = [cuts[index - 1]?.last, cuts[index + 1]?.first];
    return { part: [before === undefined ? '' : apart(first, before), after === undefined ? LAST : apart(last, after) + LAST, name], file };
  });
}
