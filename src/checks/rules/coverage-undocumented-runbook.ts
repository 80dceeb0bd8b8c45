import type { Rule } from '../rule.ts';

export const coverageUndocumentedRunbook: Rule = {
  id: 'coverage/undocumented-runbook',
  severity: 'warning',
  why: 'The procedure is in the head of those who know it; nobody else can follow it at night.',
  fix: 'Write its phases and steps, then set documentation: documented.',

  *find(wiki) {
    for (const runbook of wiki.all('runbook')) {
      const { documentation, status } = runbook.value;
      const { outline } = runbook.document;
      if (status === 'retired') continue;
      if (documentation === 'undocumented' || documentation === 'obsolete') {
        yield { what: `${runbook.id} is ${documentation}`, place: runbook.placeOf('documentation'), record: runbook.key };
      } else if (documentation === 'documented' && outline.words === 0 && runbook.phases.length === 0) {
        yield { what: `${runbook.id} counts as documented and its body is empty`, place: runbook.placeOf('id'), record: runbook.key };
      }
    }
  },
};
