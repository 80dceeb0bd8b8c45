import type { Findings } from '../find/findings.ts';
import type { FoundRecord } from '../found.ts';
import { emptyMethod, guessMethod, styleOf, type Method } from '../method.ts';
import type { PlanOptions } from '../plan.ts';
import { titles } from '../words/titles.ts';
import { freeId } from './record-ids.ts';

/** The methods that the records are rated by: one for numbers and one for words, where the source has both. */
export function scoringMethods(records: readonly FoundRecord[], findings: readonly Findings[], options: PlanOptions): readonly Method[] {
  const { lang } = options;
  const words = titles[lang];
  const rated = records.filter(({ kind }) => kind === 'risk' || kind === 'scenario');
  const says = {
    records: rated, lang,
    legend: findings.flatMap(({ legend }) => legend),
    most: Object.assign({}, ...findings.map(({ most }) => most)) as Findings['most'],
    actionFrom: findings.map(({ actionFrom }) => actionFrom).find((from) => from !== undefined),
  };
  const styles = (['numbers', 'words'] as const).filter((style) => rated.some((record) => styleOf(record) === style));
  const methods = styles.flatMap((style, index) => guessMethod({ ...says, id: freeId(index === 0 ? 'method' : `method-${style}`, records, options), title: index === 0 ? words.method : `${words.method} (${words[style]})` }, style) ?? []);
  const needed = methods.length === 0 && rated.some(({ kind }) => kind === 'risk');
  return needed ? [emptyMethod(freeId('method', records, options), words.method, lang)] : methods;
}
