import { fr } from './i18n/fr.ts';
import type { MessageKey, Translate } from './i18n/index.ts';

/** What a rule finds, in the reader's language; its id where a text is still to be written. */
export function ruleTitle(rule: string, t: Translate): string {
  const key = `rule.${rule}`;
  return key in fr ? t(key as MessageKey) : rule;
}
