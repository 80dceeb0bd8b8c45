import { citing } from '../../model/citing.ts';
import type { Rule } from '../rule.ts';

export const spofWithoutRisk: Rule = {
  id: 'spof/without-risk',
  title: { en: 'Single point of failure without a risk', fr: 'Point de défaillance unique sans risque' },
  severity: 'warning',
  why: {
    en: 'One failure stops the service, and no register says how likely it is, who owns it or what is done about it.',
    fr: 'Une seule panne arrête le service, et aucun registre ne dit si elle est probable, qui en répond ni ce qui est fait.',
  },
  fix: {
    en: 'Name the component in a risk, or write spof: no with what takes over under fallback.',
    fr: 'Citer le composant dans un risque, ou écrire spof: no et ce qui prend le relais sous fallback.',
  },

  *find(wiki) {
    for (const component of wiki.all('component')) {
      const { spof } = component.value;
      if (spof !== 'yes' && spof !== 'partial') continue;
      const open = citing(wiki, component.key, 'risk').some(({ value }) => value.state !== 'closed');
      const through = citing(wiki, component.key, 'scenario').some(({ value }) => value.risks.length > 0);
      if (open || through) continue;
      yield {
        what: {
          en: `${component.id} is ${spof === 'yes' ? 'a' : 'in part a'} single point of failure and no open risk names it`,
          fr: `${component.id} est ${spof === 'yes' ? '' : 'en partie '}un point de défaillance unique et aucun risque ouvert ne le cite`,
        },
        place: component.placeOf('spof'),
        record: component.key,
      };
    }
  },
};
