import { policiesCalling } from '../../model/roles.ts';
import type { Rule } from '../rule.ts';

export const escalationSingleHolder: Rule = {
  id: 'escalation/single-holder',
  severity: 'warning',
  why: 'One person sleeps, travels and leaves; while they do, whoever calls the role reaches nobody.',
  fix: 'Name a delegate or a rotation, give the role a second holder, or add a later step that calls another role.',

  *find(wiki) {
    for (const role of wiki.all('role')) {
      const { holders, rotation, delegate } = role.value;
      if (holders === undefined || holders > 1 || delegate !== undefined) continue;
      const policies = policiesCalling(wiki, role);
      if (policies.length === 0) continue;
      // With a rotation somebody always holds the role; they are alone where the policy calls nobody else.
      const alone = policies.filter(({ value }) => new Set(value.steps.flatMap(({ roles }) => roles)).size === 1);
      if (rotation !== undefined && alone.length === 0) continue;
      const names = (rotation === undefined ? policies : alone).map(({ id }) => id).join(', ');
      const held = holders === 0 ? 'is held by nobody' : rotation === undefined ? 'is held by one person' : 'is one person at a time';
      yield { what: rotation === undefined ? `${role.id} ${held}, without a delegate, and ${names} calls it` : `${role.id} ${held}, and ${names} calls nobody else`, place: role.placeOf('holders'), record: role.key };
    }
  },
};
