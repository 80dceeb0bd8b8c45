import { en } from './en.ts';
import { fr, type EntryKey } from './fr.ts';
import type { Lang } from './lang.ts';
import { typography } from './typography.ts';

export { defaultLang, langs, type Lang } from './lang.ts';

/** Keys as callers write them: `count_one` and `count_other` are both asked for as `count`. */
export type MessageKey = EntryKey extends infer K ? (K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K) : never;

export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

const dictionaries: Record<Lang, Readonly<Record<string, string>>> = { fr, en };

/**
 * Texts of the interface in one language. `{name}` is replaced by `params.name`; numbers are written as the language does.
 * A plural key is chosen by `params.count` (Intl.PluralRules); where a language has no such form, `other` is used.
 */
export function translator(lang: Lang): Translate {
  let translate = translators.get(lang);
  if (!translate) translators.set(lang, (translate = makeTranslator(lang)));
  return translate;
}

const translators = new Map<Lang, Translate>();

function makeTranslator(lang: Lang): Translate {
  const entries = dictionaries[lang];
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);

  return (key, params = {}) => {
    const message =
      entries[key] ??
      (typeof params.count === 'number' ? entries[`${key}_${plural.select(params.count)}`] : undefined) ??
      entries[`${key}_other`];
    if (message === undefined) throw new Error(`No text for "${key}" in ${lang}`);
    const filled = message.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = params[name];
      return value === undefined ? slot : typeof value === 'number' ? number.format(value) : value;
    });
    return typography(filled, lang);
  };
}
