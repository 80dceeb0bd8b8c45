import { respondersOf } from './answering.ts';
import { addDuration } from './duration.ts';
import type { RecordOf, RecordValues } from './records.ts';
import type { Wiki } from './wiki.ts';

type Role = RecordOf<'role'>;
type Severity = RecordOf<'severity'>;

/** One way to reach a role. */
export interface Contact {
  readonly channel: RecordValues['role']['contacts'][number]['channel'];
  readonly value?: string | undefined;
  /** What can be used as it stands: it is written and no digit is hidden. */
  readonly usable: boolean;
  readonly masked: boolean;
  /** An example from a reserved range: it rings nowhere. */
  readonly fictional: boolean;
  /** Day somebody last proved that it answers. */
  readonly verified?: string | undefined;
  /** That day is more than a year ago. */
  readonly stale: boolean;
  /** Severities it is kept for; empty for all. */
  readonly onlyFor: readonly string[];
  readonly note?: string | undefined;
}

/** A contact is proved again every year: people, phones and channels change within one. */
const VALID = '1 y';

/** Whether a proof that a contact answers is too old to count on. */
export const isStale = (verified: string, asOf: string): boolean => (addDuration(verified, VALID) ?? asOf) < asOf;

/** What answers fastest first. */
const ORDER: readonly Contact['channel'][] = ['phone', 'pager', 'sms', 'slack', 'teams', 'discord', 'email', 'other'];

/** How a role is reached, the fastest way first; for one severity, without the ways that are kept for others. */
export function contactsOf(wiki: Wiki, role: Role, severity?: Severity): Contact[] {
  return role.value.contacts
    .filter((contact) => severity === undefined || contact.for.length === 0 || contact.for.some((id) => wiki.resolve(id, role.system)?.key === severity.key))
    .map(({ channel, value, masked = false, fictional = false, verified, note, for: onlyFor }): Contact => ({ channel, value, usable: value !== undefined && !masked, masked, fictional, verified, stale: verified !== undefined && isStale(verified, wiki.asOf), onlyFor, note }))
    .sort((a, b) => ORDER.indexOf(a.channel) - ORDER.indexOf(b.channel));
}

/** Somebody to call. */
export interface Callee {
  readonly role: Role;
  /** Minutes after the incident is declared; absent where no policy says when. */
  readonly after?: number | undefined;
  readonly note?: string | undefined;
  readonly contacts: readonly Contact[];
  /** Contacts exist, and all are kept for other severities. */
  readonly keptForOthers: boolean;
}

export const calleeOf = (wiki: Wiki, role: Role, severity?: Severity, rest: { after?: number; note?: string | undefined } = {}): Callee => {
  const contacts = contactsOf(wiki, role, severity);
  return { role, ...rest, contacts, keptForOthers: contacts.length === 0 && role.value.contacts.length > 0 };
};

/** Whom a severity's policy calls, in order; each role once, at its first step. */
export function calleesOf(wiki: Wiki, severity: Severity): Callee[] {
  const { responders } = respondersOf(wiki, severity);
  const first = responders.filter(({ role }, index) => responders.findIndex((other) => other.role.key === role.key) === index);
  return first.map(({ role, after }) => calleeOf(wiki, role, severity, { after }));
}

/** Roles of a system that say how to reach them, in the order of their document. */
export const reachableRoles = (wiki: Wiki, system: string): Role[] => wiki.all('role', system).filter(({ value }) => value.contacts.length > 0);

/** `+33 6 39 98 01 42` → `tel:+33639980142`. */
export const telephone = (value: string): string => `tel:${value.replace(/[^\d+]/g, '')}`;
