import { clockOfRole, hoursOfRole, respondersOf } from '../../../model/answering.ts';
import { formatMinutes, minutes } from '../../../model/duration.ts';
import { lengthOf } from '../../../model/intervals.ts';
import type { RecordOf } from '../../../model/records.ts';
import { policiesCalling } from '../../../model/roles.ts';
import { and, inEach } from '../../../model/text.ts';
import { weekOf } from '../../../model/week.ts';
import type { Wiki } from '../../../model/wiki.ts';
import type { Comparison } from '../comparison.ts';
import { consequence, type Consequence } from '../consequence.ts';

type Policy = RecordOf<'policy'>;
type Role = RecordOf<'role'>;

/** Whom a policy calls: for which severities (`*` is all), and after how many minutes at the soonest. */
function callsOf(wiki: Wiki, policy: Policy, name: (key: string) => string): Map<string, { id: string; severities: Map<string, number> }> {
  const calls = new Map<string, { id: string; severities: Map<string, number> }>();
  const severities = wiki.all('severity', policy.system);
  for (const step of policy.value.steps) {
    const after = minutes(step.after) ?? 0;
    // A step for every severity calls for each of those that are escalated to the policy.
    const all = severities.filter((severity) => wiki.resolveAs('policy', severity.value.policy, severity.system)?.key === policy.key).map(({ key }) => name(key));
    const named = step.severities.map((id) => name(wiki.resolve(id, policy.system)?.key ?? `${policy.system}/${id}`));
    for (const id of step.roles) {
      const key = name(wiki.resolve(id, policy.system)?.key ?? `${policy.system}/${id}`);
      const call = calls.get(key) ?? { id, severities: new Map<string, number>() };
      for (const severity of step.severities.length > 0 ? named : all.length > 0 ? all : ['*']) call.severities.set(severity, Math.min(after, call.severities.get(severity) ?? Infinity));
      calls.set(key, call);
    }
  }
  return calls;
}

const idOf = (key: string): string => key.slice(key.indexOf('/') + 1);

export function* policyChanged({ before, after, keyNow }: Comparison, old: Policy, now: Policy): Generator<Consequence> {
  const [was, is] = [callsOf(before, old, keyNow), callsOf(after, now, (key) => key)];
  for (const [key, call] of was) {
    const still = is.get(key);
    if (!still) {
      yield consequence(now, 'policy/role-left', 'worse', { en: `does not call ${call.id} any more`, fr: `n’appelle plus ${call.id}` }, { from: call.id, at: 'steps' });
      continue;
    }
    const lost = [...call.severities.keys()].filter((severity) => !still.severities.has(severity) && !still.severities.has('*'));
    // A severity that is gone, or goes to another policy, is said of itself.
    const kept = lost.filter((severity) => after.resolveAs('severity', severity, now.system)?.value.policy !== undefined && after.resolveAs('policy', after.resolveAs('severity', severity, now.system)?.value.policy, now.system)?.key === now.key).map(idOf);
    if (kept.length > 0) yield consequence(now, 'policy/role-left', 'worse', { en: `does not call ${still.id} for ${and.en(kept)} any more`, fr: `n’appelle plus ${still.id} pour ${and.fr(kept)}` }, { from: call.id, at: 'steps' });
    const moved = [...call.severities].flatMap(([severity, after]) => {
      const to = still.severities.get(severity);
      return to === undefined || to === after ? [] : [{ severity: severity === '*' ? '' : idOf(severity), from: after, to }];
    });
    for (const [times, group] of Map.groupBy(moved, ({ from, to }) => `${from} ${to}`)) {
      const [from = 0, to = 0] = times.split(' ').map(Number);
      const names = group.map(({ severity }) => severity).filter((id) => id !== '');
      const whom = inEach((lang) => (names.length === 0 ? '' : lang === 'fr' ? ` pour ${and.fr(names)}` : ` for ${and.en(names)}`));
      const times2 = inEach((lang) => `${formatMinutes(from, lang)} → ${formatMinutes(to, lang)}`);
      yield consequence(now, 'policy/role-later', to > from ? 'worse' : 'better', { en: `calls ${still.id}${whom.en} ${to > from ? 'later' : 'sooner'}: ${times2.en}`, fr: `appelle ${still.id}${whom.fr} plus ${to > from ? 'tard' : 'tôt'} : ${times2.fr}` }, { from, to, at: 'steps' });
    }
  }
  for (const [key, call] of is) {
    const had = was.get(key);
    if (!had && after.records.has(key)) yield consequence(now, 'policy/role-left', 'better', { en: `calls ${call.id} too`, fr: `appelle aussi ${call.id}` }, { to: call.id, at: 'steps' });
  }
}

export function* policyGone({ before }: Comparison, policy: Policy): Generator<Consequence> {
  const severities = before.all('severity').filter((severity) => before.resolveAs('policy', severity.value.policy, severity.system)?.key === policy.key).map(({ id }) => id);
  yield consequence(policy, 'policy/gone', 'worse', { en: `is no policy any more${severities.length === 0 ? '' : ` (answered ${and.en(severities)})`}`, fr: `n’est plus une politique${severities.length === 0 ? '' : ` (répondait à ${and.fr(severities)})`}` });
}

export function* policyAppeared({ after }: Comparison, policy: Policy): Generator<Consequence> {
  const severities = after.all('severity').filter((severity) => respondersOf(after, severity).responders.length > 0 && after.resolveAs('policy', severity.value.policy, severity.system)?.key === policy.key).map(({ id }) => id);
  yield consequence(policy, 'policy/appeared', 'neutral', { en: `is a new policy${severities.length === 0 ? '' : `, for ${and.en(severities)}`}`, fr: `est une nouvelle politique${severities.length === 0 ? '' : `, pour ${and.fr(severities)}`}` });
}

/** Minutes of the week in which a role is there. */
function hours(wiki: Wiki, role: Role): number | undefined {
  const open = hoursOfRole(wiki, role, weekOf(wiki.asOf, clockOfRole(wiki, role).timeZone));
  return open && lengthOf(open);
}

const contactName = ({ channel, value }: Role['value']['contacts'][number]): string => (value === undefined ? channel : `${channel} ${value}`);

export function* roleChanged({ before, after }: Comparison, old: Role, now: Role): Generator<Consequence> {
  // An example value reaches nobody.
  const [was, is] = [old, now].map(({ value }) => new Set(value.contacts.filter(({ fictional }) => fictional !== true).map(contactName))) as [Set<string>, Set<string>];
  const lost = [...was].filter((contact) => !is.has(contact));
  const won = [...is].filter((contact) => !was.has(contact));
  const list = (contacts: readonly string[]) => ({ en: and.en(contacts), fr: and.fr(contacts) });
  if (lost.length > 0 && won.length > 0) yield consequence(now, 'role/contact', is.size < was.size ? 'worse' : 'neutral', { en: `is reached at ${list(won).en} instead of ${list(lost).en}`, fr: `se joint par ${list(won).fr} et non plus par ${list(lost).fr}` }, { at: 'contacts' });
  else if (lost.length > 0) yield consequence(now, 'role/contact', 'worse', { en: `loses a contact: ${list(lost).en}${is.size === 0 ? ', and has none left' : ''}`, fr: `perd un contact : ${list(lost).fr}${is.size === 0 ? ', et n’en a plus aucun' : ''}` }, { at: 'contacts' });
  else if (won.length > 0) yield consequence(now, 'role/contact', 'better', { en: `gains a contact: ${list(won).en}`, fr: `gagne un contact : ${list(won).fr}` }, { at: 'contacts' });
  const [from, to] = [hours(before, old), hours(after, now)];
  if (from !== undefined && to !== undefined && from !== to) {
    yield consequence(now, 'role/availability', to < from ? 'worse' : 'better', { en: `is there ${to < from ? 'less' : 'more'}: ${old.value.availability ?? ''} → ${now.value.availability ?? ''}`, fr: `est ${to < from ? 'moins' : 'plus'} présent : ${old.value.availability ?? ''} → ${now.value.availability ?? ''}` }, { from: old.value.availability, to: now.value.availability, at: 'availability' });
  }
  const [held, holds] = [old.value.holders, now.value.holders];
  if (held !== undefined && holds !== undefined && held !== holds) yield consequence(now, 'role/holders', holds < held ? 'worse' : 'better', { en: `is held by ${holds} instead of ${held}`, fr: `compte ${holds} titulaire${holds < 2 ? '' : 's'} au lieu de ${held}` }, { from: held, to: holds, at: 'holders' });
}

export function* roleGone({ before }: Comparison, role: Role): Generator<Consequence> {
  const policies = policiesCalling(before, role).map(({ id }) => id);
  yield consequence(role, 'role/gone', policies.length > 0 ? 'worse' : 'neutral', { en: `is no role any more${policies.length === 0 ? '' : ` (called by ${and.en(policies)})`}`, fr: `n’est plus un rôle${policies.length === 0 ? '' : ` (appelé par ${and.fr(policies)})`}` });
}
