import { citing } from './citing.ts';
import type { RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

const inUse = (runbook: RecordOf<'runbook'> | undefined): runbook is RecordOf<'runbook'> => runbook !== undefined && runbook.document.value.status !== 'retired';

/** Runbooks of a scenario: those it lists and those that list it. */
export function runbooksOfScenario(wiki: Wiki, scenario: RecordOf<'scenario'>): RecordOf<'runbook'>[] {
  const listed = scenario.value.runbooks.map((id) => wiki.resolveAs('runbook', id, scenario.system)).filter(inUse);
  return [...new Set([...listed, ...citing(wiki, scenario.key, 'runbook')])];
}

/** Runbooks for a component: those that name it, and those of the scenarios, risks, alerts and backups that do. */
export function runbooksOfComponent(wiki: Wiki, component: RecordOf<'component'>): RecordOf<'runbook'>[] {
  const { key } = component;
  const through = [
    ...citing(wiki, key, 'scenario').flatMap((scenario) => runbooksOfScenario(wiki, scenario)),
    ...citing(wiki, key, 'risk').flatMap((risk) => risk.value.runbooks.map((id) => wiki.resolveAs('runbook', id, risk.system))),
    ...citing(wiki, key, 'alert').map((alert) => wiki.resolveAs('runbook', alert.value.runbook, alert.system)),
    ...citing(wiki, key, 'backup').map((backup) => wiki.resolveAs('runbook', backup.value.runbook, backup.system)),
  ];
  return [...new Set([...citing(wiki, key, 'runbook'), ...through.filter(inUse)])];
}

/** Runbooks of an alert: the one it names, and those that list it by id, title or alias. */
export function runbooksOfAlert(wiki: Wiki, alert: RecordOf<'alert'>): RecordOf<'runbook'>[] {
  const named = wiki.resolveAs('runbook', alert.value.runbook, alert.system);
  const names = [alert.id, alert.key, alert.title, ...alert.value.aliases].map((name) => name.toLowerCase());
  const listing = wiki.all('runbook', alert.system).filter((runbook) => inUse(runbook) && runbook.value.alerts.some((name) => names.includes(name.toLowerCase())));
  return [...new Set([...(inUse(named) ? [named] : []), ...listing])];
}

/** Whether every component named falls back by itself: nobody has steps to follow. */
export const recoversAlone = (wiki: Wiki, components: readonly string[], system: string): boolean =>
  components.length > 0 && components.every((id) => wiki.resolveAs('component', id, system)?.value.failover === 'automatic');
