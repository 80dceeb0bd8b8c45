import { isStale } from '../../model/contacts.ts';
import type { RecordValues } from '../../model/records.ts';
import { policiesCalling } from '../../model/roles.ts';
import { and, type Text } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

type Contact = RecordValues['role']['contacts'][number];

/** Why a contact cannot be counted on, or undefined. */
function doubt({ value, masked, fictional, verified }: Contact, asOf: string): Text | undefined {
  if (value === undefined) return { en: 'has no number or address', fr: 'sans numéro ni adresse' };
  if (masked === true) return { en: 'is masked', fr: 'masqué' };
  if (fictional === true) return { en: 'is an example', fr: 'fictif' };
  if (verified === undefined) return { en: 'was never verified', fr: 'jamais vérifié' };
  return isStale(verified, asOf) ? { en: `was last verified on ${verified}`, fr: `vérifié pour la dernière fois le ${verified}` } : undefined;
}

export const contactUnverified: Rule = {
  id: 'contact/unverified',
  title: { en: 'Unverified contact', fr: 'Contact non vérifié' },
  severity: 'warning',
  why: {
    en: 'A number that nobody has tried is found wrong during the incident; people, phones and channels change within a year.',
    fr: 'Un numéro que personne n’a essayé se révèle faux pendant l’incident : en un an, les personnes, les téléphones et les canaux changent.',
  },
  fix: {
    en: 'Try it, correct it, and write the day under verified.',
    fr: 'L’essayer, le corriger, et noter le jour sous verified.',
  },

  *find(wiki) {
    for (const role of wiki.all('role')) {
      const { contacts } = role.value;
      const policies = contacts.length === 0 ? policiesCalling(wiki, role) : [];
      if (policies.length > 0) {
        const names = policies.map(({ id }) => id);
        yield {
          what: {
            en: `${role.id} has no contact and ${and.en(names)} ${names.length === 1 ? 'calls' : 'call'} it`,
            fr: `${role.id} n’a aucun contact et ${and.fr(names)} ${names.length === 1 ? 'l’appelle' : 'l’appellent'}`,
          },
          place: role.placeOf('id'),
          record: role.key,
          fix: { en: 'Write contacts: with a channel, its value and the day it was verified.', fr: 'Écrire contacts: avec un canal, sa valeur et le jour où il a été vérifié.' },
        };
      }
      const doubts = contacts.flatMap((contact, index) => {
        const why = doubt(contact, wiki.asOf);
        return why === undefined ? [] : [{ channel: contact.channel, index, why }];
      });
      const [first] = doubts;
      if (!first) continue;
      yield {
        what: {
          en: `${role.id}: ${doubts.map(({ channel, why }) => `its ${channel} ${why.en}`).join(', ')}`,
          fr: `${role.id} : ${doubts.map(({ channel, why }) => `contact ${channel} ${why.fr}`).join(', ')}`,
        },
        place: role.placeOf('contacts', first.index, 'value'),
        record: role.key,
      };
    }
  },
};
