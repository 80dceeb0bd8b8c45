/** Words of a text as they are compared: lower case, no accents, letters and digits only. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Endings of French that are taken off, in order; the first that leaves three letters or more. After Savoy's light stemmer, shortened. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ibilite$/, 'ibl'],
  [/abilite$/, 'abl'],
  [/(issement|ement|ation|ite)$/, ''],
  [/trice$/, 'teur'],
  [/euse$/, 'eur'],
  [/ive$/, 'if'],
  [/(ee|er|ez|e)$/, ''],
];

/** Singular, masculine, without what makes a verb a noun: « restaurations » and « restaurer » are one. Codes (`t01`) stay as they are. */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  const one = word.replace(/eaux$/, 'eau').replace(/(?<=..)aux$/, 'al').replace(/[sx]$/, '');
  for (const [ending, instead] of ENDINGS) {
    const cut = one.replace(ending, instead);
    if (cut !== one && cut.length >= 3) return cut;
  }
  return one;
}
