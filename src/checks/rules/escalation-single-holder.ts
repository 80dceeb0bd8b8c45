import { policiesCalling } from '../../model/roles.ts';
import { and, inEach } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

export const escalationSingleHolder: Rule = {
  id: 'escalation/single-holder',
  title: { en: 'Role held by one person', fr: 'Rôle tenu par une seule personne' },
  severity: 'warning',
  why: {
    en: 'One person sleeps, travels and leaves; while they do, whoever calls the role reaches nobody.',
    fr: 'Une personne seule dort, voyage et s’en va : pendant ce temps, qui appelle le rôle ne joint personne.',
  },
  fix: {
    en: 'Name a delegate or a rotation, give the role a second holder, or add a later step that calls another role.',
    fr: 'Nommer un suppléant (delegate) ou une rotation, donner au rôle un deuxième titulaire, ou ajouter une étape qui appelle un autre rôle.',
  },

  *find(wiki) {
    for (const role of wiki.all('role')) {
      const { holders, rotation, delegate } = role.value;
      if (holders === undefined || holders > 1 || delegate !== undefined) continue;
      const policies = policiesCalling(wiki, role);
      if (policies.length === 0) continue;
      // With a rotation somebody always holds the role; they are alone where the policy calls nobody else.
      const alone = policies.filter(({ value }) => new Set(value.steps.flatMap(({ roles }) => roles)).size === 1);
      if (rotation !== undefined && alone.length === 0) continue;
      const names = (rotation === undefined ? policies : alone).map(({ id }) => id);
      const many = names.length > 1;
      const held = holders === 0 ? { en: 'is held by nobody', fr: 'n’a aucun titulaire' } : rotation === undefined ? { en: 'is held by one person', fr: 'n’a qu’un titulaire' } : { en: 'is one person at a time', fr: 'ne mobilise qu’une personne à la fois' };
      const calls =
        rotation === undefined
          ? { en: `, without a delegate, and ${and.en(names)} ${many ? 'call' : 'calls'} it`, fr: `, sans suppléant, et ${and.fr(names)} ${many ? 'l’appellent' : 'l’appelle'}` }
          : { en: `, and ${and.en(names)} ${many ? 'call' : 'calls'} nobody else`, fr: `, et ${and.fr(names)} ${many ? 'n’appellent' : 'n’appelle'} personne d’autre` };
      yield { what: inEach((lang) => `${role.id} ${held[lang]}${calls[lang]}`), place: role.placeOf('holders'), record: role.key };
    }
  },
};
