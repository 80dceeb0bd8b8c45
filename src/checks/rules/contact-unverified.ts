import { addDuration } from '../../model/duration.ts';
import type { RecordValues } from '../../model/records.ts';
import { policiesCalling } from '../../model/roles.ts';
import type { Rule } from '../rule.ts';

/** A contact is proved again every year. */
const VALID = '1 y';

type Contact = RecordValues['role']['contacts'][number];

/** Why a contact cannot be counted on, or undefined. */
function doubt({ value, masked, fictional, verified }: Contact, asOf: string): string | undefined {
  if (value === undefined) return 'has no number or address';
  if (masked === true) return 'is masked';
  if (fictional === true) return 'is an example';
  if (verified === undefined) return 'was never verified';
  return (addDuration(verified, VALID) ?? asOf) < asOf ? `was last verified on ${verified}` : undefined;
}

export const contactUnverified: Rule = {
  id: 'contact/unverified',
  severity: 'warning',
  why: 'A number that nobody has tried is found wrong during the incident; people, phones and channels change within a year.',
  fix: 'Try it, correct it, and write the day under verified.',

  *find(wiki) {
    for (const role of wiki.all('role')) {
      const { contacts } = role.value;
      const policies = contacts.length === 0 ? policiesCalling(wiki, role) : [];
      if (policies.length > 0) {
        yield { what: `${role.id} has no contact and ${policies.map(({ id }) => id).join(', ')} calls it`, place: role.placeOf('id'), record: role.key, fix: 'Write contacts: with a channel, its value and the day it was verified.' };
      }
      const doubts = contacts.map((contact, index) => ({ channel: contact.channel, index, why: doubt(contact, wiki.asOf) })).filter(({ why }) => why !== undefined);
      const [first] = doubts;
      if (!first) continue;
      yield { what: `${role.id}: ${doubts.map(({ channel, why }) => `its ${channel} ${why ?? ''}`).join(', ')}`, place: role.placeOf('contacts', first.index, 'value'), record: role.key };
    }
  },
};
