import type { Cells } from '../cells.ts';
import type { Draft } from '../found.ts';
import { slug } from '../plain.ts';
import { availabilityIn } from '../words/times.ts';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const PHONE = /(?:\+|\b0|\()[\d\sXx().-]{7,}[\dXx]/;
const CHANNELS: readonly (readonly [string, RegExp])[] = [
  ['email', /\b(?:e-?mail|courriel|mail|correo|e-?mailadresse)\b/i], ['slack', /\bslack\b/i], ['teams', /\bteams\b/i], ['discord', /\bdiscord\b/i], ['sms', /\bsms\b/i],
  ['phone', /\b(?:t[eé]l[eé]?(?:phone)?|phone|mobile|portable|tel[eé]fono|telefon[eo]?|handy|telefoon)\b\.?/i], ['pager', /\b(?:pager|pagerduty|opsgenie)\b/i],
];

export interface Contact {
  readonly channel: string;
  readonly value?: string;
  readonly for?: readonly string[];
  readonly masked?: true;
}

/** Ways to reach somebody that a text names: `Email / Slack`, `Tel (P0/P1)`, an address, a number, `#incidents`. */
export function contactsIn(text: string): Contact[] {
  const parts = text.split(/\n|;|,\s+|\s+\/\s+|\s+(?:ou|or|et|and|oder|und|o|y|of|en)\s+/).map((part) => part.trim()).filter((part) => part !== '');
  return parts.flatMap((part): Contact[] => {
    const severities = /\(((?:P|SEV)\d(?:\s*[/,+]\s*(?:P|SEV)?\d)*)\)/i.exec(part)?.[1]?.split(/\s*[/,+]\s*/).map((id) => id.toUpperCase());
    const extra = severities ? { for: severities } : {};
    const email = EMAIL.exec(part);
    if (email) return [{ channel: 'email', value: email[0], ...extra }];
    const phone = PHONE.exec(part);
    if (phone) return [{ channel: 'phone', value: phone[0].trim(), ...(/x{2}/i.test(phone[0]) ? { masked: true as const } : {}), ...extra }];
    const room = /(?<![\w&])#[\p{L}\d_-]+/u.exec(part);
    if (room) return [{ channel: CHANNELS.find(([, pattern]) => pattern.test(part))?.[0] ?? 'slack', value: room[0], ...extra }];
    const channel = CHANNELS.find(([, pattern]) => pattern.test(part))?.[0];
    return channel === undefined ? [] : [{ channel, ...extra }];
  });
}

const ON_CALL = /\b(?:astreinte|on[- ]?call|bereitschaft|guardia|reperibilit|piket|plant[aã]o|rotation)\b/i;

/** One row of roles and contacts. */
export function readRole(cells: Cells): Draft | undefined {
  // A directory may name people or contacts only.
  const named = ['title', 'who', 'contact'].find((field) => cells.has(field)) ?? 'title';
  const title = cells.text(named)?.replace(/\s*\n\s*/g, ' ');
  if (title === undefined) return undefined;
  const fields: Record<string, unknown> = { title };
  const responsibilities = cells.text('responsibilities');
  if (responsibilities !== undefined) fields['responsibilities'] = responsibilities.replace(/\s*\n\s*/g, ' ');
  const organisation = cells.text('organisation');
  if (organisation !== undefined) fields['organisation'] = organisation;
  const contacts: Contact[] = [];
  const contact = named === 'contact' ? undefined : cells.text('contact');
  if (contact !== undefined) {
    const found = contactsIn(contact);
    contacts.push(...found);
    if (found.length === 0 || found.some(({ value }) => value !== undefined && contact.length > value.length + 12)) cells.keep('contact');
  }
  const phone = cells.text('phone');
  if (phone !== undefined) {
    if (/\d/.test(phone)) contacts.push({ channel: 'phone', value: phone, ...(/x{2}/i.test(phone) ? { masked: true as const } : {}) });
    else cells.keep('phone');
  }
  const email = cells.text('email');
  if (email !== undefined) {
    if (EMAIL.test(email)) contacts.push({ channel: 'email', value: EMAIL.exec(email)?.[0] ?? email });
    else cells.keep('email');
  }
  if (contacts.length > 0) fields['contacts'] = contacts;
  const availability = cells.text('availability');
  if (availability !== undefined) {
    const hours = availabilityIn(availability);
    if (hours !== undefined) fields['availability'] = hours;
    else if (ON_CALL.test(availability)) fields['rotation'] = availability;
    else cells.keep('availability');
  }
  const who = named === 'who' ? undefined : cells.text('who');
  if (who !== undefined) {
    if (ON_CALL.test(who) && fields['rotation'] === undefined) fields['rotation'] = who;
    else cells.keep('who');
  }
  return { id: slug(title), fields, kept: cells.left() };
}
