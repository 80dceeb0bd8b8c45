import { levelNamed } from '../../../model/rated.ts';
import type { MethodRecord } from '../../../model/records.ts';
import type { Comparison } from '../comparison.ts';
import { consequence, type Consequence } from '../consequence.ts';

/** A method that tolerates more, or asks for an action later, makes registers look better without a risk that moved. */
export function* methodChanged(_: Comparison, old: MethodRecord, now: MethodRecord): Generator<Consequence> {
  const level = (method: MethodRecord) => (method.value.appetite === undefined ? undefined : levelNamed(method.value, method.value.appetite));
  const [was, is] = [level(old), level(now)];
  if (was?.label !== is?.label) {
    const more = is === undefined || (was !== undefined && is.rank / is.of > was.rank / was.of);
    const none = { en: 'no limit', fr: 'sans limite' };
    yield consequence(now, 'method/moved', more ? 'worse' : 'better', { en: `tolerates ${more ? 'more' : 'less'}: ${was?.label ?? none.en} → ${is?.label ?? none.en}`, fr: `tolère ${more ? 'plus' : 'moins'} : ${was?.label ?? none.fr} → ${is?.label ?? none.fr}` }, { from: was?.label, to: is?.label, at: 'appetite' });
  }
  const [from, to] = [old.value.action_from, now.value.action_from];
  if (from !== to) {
    const rank = (method: MethodRecord): number => (typeof method.value.action_from === 'number' ? method.value.action_from : method.value.action_from === undefined ? Infinity : (levelNamed(method.value, method.value.action_from)?.rank ?? Infinity));
    const comparable = typeof from === typeof to || from === undefined || to === undefined;
    const later = rank(now) > rank(old);
    const none = { en: 'never', fr: 'jamais' };
    yield consequence(now, 'method/moved', !comparable ? 'neutral' : later ? 'worse' : 'better', { en: `asks for an action from: ${from ?? none.en} → ${to ?? none.en}`, fr: `demande une action à partir de : ${from ?? none.fr} → ${to ?? none.fr}` }, { from, to, at: 'action_from' });
  }
}
