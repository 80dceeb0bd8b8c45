import { citing } from '../../model/citing.ts';
import type { Rule } from '../rule.ts';

export const spofWithoutRisk: Rule = {
  id: 'spof/without-risk',
  severity: 'warning',
  why: 'One failure stops the service, and no register says how likely it is, who owns it or what is done about it.',
  fix: 'Name the component in a risk, or write spof: no with what takes over under fallback.',

  *find(wiki) {
    for (const component of wiki.all('component')) {
      const { spof } = component.value;
      if (spof !== 'yes' && spof !== 'partial') continue;
      const open = citing(wiki, component.key, 'risk').some(({ value }) => value.state !== 'closed');
      const through = citing(wiki, component.key, 'scenario').some(({ value }) => value.risks.length > 0);
      if (open || through) continue;
      yield { what: `${component.id} is ${spof === 'yes' ? 'a' : 'in part a'} single point of failure and no open risk names it`, place: component.placeOf('spof'), record: component.key };
    }
  },
};
