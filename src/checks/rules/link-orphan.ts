import { linkedFiles } from '../../model/links.ts';
import type { AnyRecord } from '../../model/records.ts';
import { inEach, type Text } from '../../model/text.ts';
import { isPending } from '../../model/treatment.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

/** What makes a record useless when nobody cites it; undefined for those that stand alone, as pages and roles do. */
function orphanhood(wiki: Wiki, record: AnyRecord, linked: ReadonlySet<string>): Text | undefined {
  if (wiki.backlinks(record.key).length > 0) return undefined;
  switch (record.kind) {
    case 'method': {
      // A plan is no record of its own, so its method is not among the backlinks.
      const plans = wiki.documentsOf('continuity-plan').some(({ system, value }) => value.method !== undefined && wiki.resolve(value.method, system)?.key === record.key);
      return plans ? undefined : { en: 'is a method that no register and no plan scores with', fr: 'est une méthode avec laquelle aucun registre ni plan ne cote' };
    }
    case 'policy':
      return { en: 'is an escalation policy that no severity and no runbook calls', fr: 'est une politique d’escalade que n’appelle aucune gravité ni aucun runbook' };
    case 'action':
      // A gap is where actions come from, and a proposal waits for somebody to ask for it.
      return record.value.kind === 'gap' || record.value.state === 'proposed' || record.value.origin || record.value.related.length > 0 || !isPending(record) ? undefined : { en: 'is an action that no risk, decision or review asks for', fr: 'est une action que ne demande aucun risque, aucune décision ni aucune revue' };
    case 'runbook': {
      const { alerts, scenarios, symptoms } = record.value;
      return linked.has(record.document.file) || alerts.length + scenarios.length + symptoms.length > 0 ? undefined : { en: 'is a runbook that no alert, symptom, scenario, risk or page leads to', fr: 'est un runbook auquel ne mène ni alerte, ni symptôme, ni scénario, ni risque, ni page' };
    }
    default:
      return undefined;
  }
}

export const linkOrphan: Rule = {
  id: 'link/orphan',
  title: { en: 'Record that nothing cites', fr: 'Fiche que rien ne cite' },
  severity: 'warning',
  why: {
    en: 'Nobody reaches it when it is needed, so nobody notices when it stops being true.',
    fr: 'Personne n’y arrive le jour où il le faut, donc personne ne remarque quand elle cesse d’être vraie.',
  },
  fix: {
    en: 'Cite it from the record that needs it, or retire it.',
    fr: 'Citer la fiche depuis celle qui en a besoin, ou la retirer du service (status: retired).',
  },

  *find(wiki) {
    const linked = linkedFiles(wiki);
    for (const record of wiki.records.values()) {
      if (record.document.value.status === 'retired' || record.document.value.status === 'draft') continue;
      const orphan = orphanhood(wiki, record, linked);
      if (orphan !== undefined) yield { what: inEach((lang) => `${record.id} ${orphan[lang]}`), place: record.placeOf('id'), record: record.key };
    }
  },
};
