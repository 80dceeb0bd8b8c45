/** The languages that Vigie speaks. */
export type Lang = 'en' | 'fr';

/** What readers are told, once per language. Ids, keys and values inside it stay as they are typed. */
export type Text = Readonly<Record<Lang, string>>;

/** A text whose parts are worked out for each language. */
export const inEach = (say: (lang: Lang) => string): Text => ({ en: say('en'), fr: say('fr') });

/** `1 day`, `2 days`. French counts 0 as one. */
export const count = {
  en: (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`,
  fr: (number: number, one: string, many = `${one}s`): string => `${number} ${number < 2 ? one : many}`,
} as const;

const joiner = (lang: string, type: 'conjunction' | 'disjunction'): ((words: readonly string[]) => string) => {
  const list = new Intl.ListFormat(lang, { type });
  return (words) => list.format(words);
};

/** `a, b and c`. */
export const and = { en: joiner('en-GB', 'conjunction'), fr: joiner('fr', 'conjunction') } as const;

/** `a, b or c`. */
export const or = { en: joiner('en-GB', 'disjunction'), fr: joiner('fr', 'disjunction') } as const;

/** A number as French writes it: « 99,5 ». */
export const decimal = (number: number): string => String(number).replace('.', ',');
