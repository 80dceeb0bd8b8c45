/** Words of a text as they are compared: no accents, lower case, letters and digits only. */
export const foldedWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that stand on every page, so that a page without them is not a worse answer. */
const COMMON = new Set(
  (
    'le la les un une des du de au aux et ou mais donc car ni que qui quoi dont où ce cet cette ces se sa son ses mon ma mes notre nos votre vos leur leurs je tu il elle on nous vous ils elles ' +
    'me te lui en ne pas plus est sont etre ai as avons ont avoir fait faire dans par pour sur sous avec sans comment pourquoi quand tout tous toute toutes si tres ' +
    'the an and or of to in on at is are be it its not no this that with for from how why what when my our your we you they does do can arrive arrivent peut peux peuvent veut faut'
  ).split(' '),
);

/** The words of a question that tell one page from another; all of them where none does. */
export function tellingWords(text: string): string[] {
  const words = [...new Set(foldedWords(text))];
  const telling = words.filter((word) => word.length > 1 && !COMMON.has(word));
  return telling.length > 0 ? telling : words;
}

/** Whether a text says a word, or one that begins alike: an index that does not know a word looks for its first letters. */
export function echoes(word: string, text: string): boolean {
  // What a family shares without its ending: « restauration » and « restaurer », « lenteur » and « lent ».
  const start = word.slice(0, Math.max(Math.ceil(word.length / 2), word.length - (word.length < 10 ? 3 : 5)));
  return foldedWords(text).some((other) => other.startsWith(start));
}

/** Whether every word begins one of those of a text. */
export function holdsAll(words: readonly string[], text: string): boolean {
  const there = foldedWords(text);
  return words.every((word) => there.some((other) => other.startsWith(word)));
}
