import type { RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

type Role = RecordOf<'role'>;

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** A role as people write it in a text: by id, title or alias, case and accents aside. */
export function roleNamed(wiki: Wiki, name: string, system: string): Role | undefined {
  const wanted = fold(name);
  return wiki.resolveAs('role', name, system) ?? wiki.all('role', system).find(({ id, title, value }) => [id, title, ...value.aliases].some((text) => fold(text) === wanted));
}

/** Policies that call a role. */
export function policiesCalling(wiki: Wiki, role: Role): RecordOf<'policy'>[] {
  return wiki.all('policy').filter(({ system, value }) => value.steps.some(({ roles }) => roles.some((id) => wiki.resolve(id, system)?.key === role.key)));
}

/** Whether a role says how to reach it for a severity; one that gives no contact at all says nothing against it. */
export function isReachableFor(wiki: Wiki, role: Role, severity: RecordOf<'severity'>): boolean {
  const { contacts } = role.value;
  return contacts.length === 0 || contacts.some((contact) => contact.for.length === 0 || contact.for.some((id) => wiki.resolve(id, role.system)?.key === severity.key));
}
