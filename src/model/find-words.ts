/** Looks for many names in many texts: each word of a text is looked up once, whatever the number of names. */
export interface WordFinder {
  readonly finds: (text: string) => boolean;
  readonly replace: (text: string, by: string) => string;
}

const WORD = /[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;
const LETTER = /[\p{L}\p{N}_]/u;
/** Signs that set a word apart as the name of something. */
const SET_APART = /[*`_"«“[(]/;

interface Name {
  readonly text: string;
  /** Where its first word begins. */
  readonly offset: number;
  /** Counts only where it is set apart: it is a word like others. */
  readonly quoted: boolean;
}

const bare = (word: string): string => word.replace(/[._-]+$/, '');

/** @param names found wherever they stand as words of their own; @param quoted found only in code, bold, quotes or brackets */
export function wordFinder(names: readonly string[], quoted: readonly string[]): WordFinder {
  const byWord = new Map<string, Name[]>();
  const add = (text: string, isQuoted: boolean): void => {
    const first = text.match(WORD)?.[0];
    if (first === undefined) return;
    const word = bare(first);
    const list = byWord.get(word);
    const name: Name = { text, offset: text.indexOf(first), quoted: isQuoted };
    if (list) list.push(name);
    else byWord.set(word, [name]);
  };
  for (const name of new Set(names)) add(name, false);
  for (const name of new Set(quoted)) add(name, true);
  // The longest name first: a title holds other names.
  for (const list of byWord.values()) list.sort((a, b) => b.text.length - a.text.length);

  const stands = (text: string, start: number, { text: name, quoted: apart }: Name): boolean => {
    if (start < 0 || !text.startsWith(name, start)) return false;
    const [before, after] = [text[start - 1] ?? ' ', text[start + name.length] ?? ' '];
    if ((LETTER.test(before) && LETTER.test(name[0] ?? '')) || (LETTER.test(after) && LETTER.test(name.at(-1) ?? ''))) return before === '_' && after === '_';
    return !apart || (SET_APART.test(before) && /[*`_"»”\])]/.test(after));
  };

  function* places(text: string): Generator<{ from: number; to: number }> {
    if (byWord.size === 0) return;
    let from = 0;
    for (const match of text.matchAll(WORD)) {
      // `_name_` is emphasis.
      const lead = /^_*/.exec(match[0])?.[0].length ?? 0;
      const at = match.index + lead;
      const found = byWord.get(bare(match[0].slice(lead)))?.find((name) => at - name.offset >= from && stands(text, at - name.offset, name));
      if (!found) continue;
      const start = at - found.offset;
      from = start + found.text.length;
      yield { from: start, to: from };
    }
  }
  return {
    finds: (text) => !places(text).next().done,
    replace: (text, by) => {
      let out = '';
      let end = 0;
      for (const { from, to } of places(text)) {
        out += text.slice(end, from) + by;
        end = to;
      }
      return out + text.slice(end);
    },
  };
}
