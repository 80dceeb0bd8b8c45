import { linkedFiles } from '../../model/links.ts';
import type { AnyRecord } from '../../model/records.ts';
import { isPending } from '../../model/treatment.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

/** What makes a record useless when nobody cites it; undefined for those that stand alone, as pages and roles do. */
function orphanhood(wiki: Wiki, record: AnyRecord, linked: ReadonlySet<string>): string | undefined {
  if (wiki.backlinks(record.key).length > 0) return undefined;
  switch (record.kind) {
    case 'method': {
      // A plan is no record of its own, so its method is not among the backlinks.
      const plans = wiki.documentsOf('continuity-plan').some(({ system, value }) => value.method !== undefined && wiki.resolve(value.method, system)?.key === record.key);
      return plans ? undefined : 'is a method that no register and no plan scores with';
    }
    case 'policy':
      return 'is an escalation policy that no severity and no runbook calls';
    case 'action':
      // A gap is where actions come from, and a proposal waits for somebody to ask for it.
      return record.value.kind === 'gap' || record.value.state === 'proposed' || record.value.origin || record.value.related.length > 0 || !isPending(record) ? undefined : 'is an action that no risk, decision or review asks for';
    case 'runbook': {
      const { alerts, scenarios, symptoms } = record.value;
      return linked.has(record.document.file) || alerts.length + scenarios.length + symptoms.length > 0 ? undefined : 'is a runbook that no alert, symptom, scenario, risk or page leads to';
    }
    default:
      return undefined;
  }
}

export const linkOrphan: Rule = {
  id: 'link/orphan',
  severity: 'warning',
  why: 'Nobody reaches it when it is needed, so nobody notices when it stops being true.',
  fix: 'Cite it from the record that needs it, or retire it.',

  *find(wiki) {
    const linked = linkedFiles(wiki);
    for (const record of wiki.records.values()) {
      if (record.document.value.status === 'retired' || record.document.value.status === 'draft') continue;
      const orphan = orphanhood(wiki, record, linked);
      if (orphan !== undefined) yield { what: `${record.id} ${orphan}`, place: record.placeOf('id'), record: record.key };
    }
  },
};
