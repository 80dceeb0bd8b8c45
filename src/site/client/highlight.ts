/** `text` in a fragment where the words that begin like those of `query` are marked, accents or not. */
export function highlight(text: string, query: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const words = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  // Folding one character at a time keeps the folded text and the text in step.
  const folded = Array.from(text, (char) => fold(char).charAt(0) || char);
  const chars = Array.from(text);
  const line = folded.join('');
  let from = 0;
  while (from < chars.length) {
    const next = words
      .map((word) => ({ at: beginning(line, word, from), length: word.length }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.length - a.length)[0];
    if (!next) break;
    fragment.append(chars.slice(from, next.at).join(''));
    const mark = document.createElement('mark');
    mark.textContent = chars.slice(next.at, next.at + next.length).join('');
    fragment.append(mark);
    from = next.at + next.length;
  }
  fragment.append(chars.slice(from).join(''));
  return fragment;
}

/** Where a word of the line begins with these letters. */
function beginning(line: string, word: string, from: number): number {
  let at = line.indexOf(word, from);
  while (at > 0 && /[\p{L}\p{N}]/u.test(line.charAt(at - 1))) at = line.indexOf(word, at + 1);
  return at;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
