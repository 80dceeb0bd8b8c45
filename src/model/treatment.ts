import type { RecordOf, RiskRecord } from './records.ts';
import type { Wiki } from './wiki.ts';

/** Whether a risk still counts: a closed one asks for nothing. */
export const isLive = (risk: RiskRecord): boolean => risk.value.state !== 'closed';

/** Whether somebody decided to live with a risk. */
export const isAccepted = (risk: RiskRecord): boolean => risk.value.treatment === 'accept' || risk.value.state === 'accepted';

/** Whether work is still to be done. */
export const isPending = (action: RecordOf<'action'>): boolean => action.value.state !== 'done' && action.value.state !== 'cancelled';

/** Actions that treat a risk: those it cites, and those that say they come from it. */
export function actionsOf(wiki: Wiki, risk: RiskRecord): RecordOf<'action'>[] {
  const cited = risk.value.actions.map((id) => wiki.resolveAs('action', id, risk.system)).filter((action) => action !== undefined);
  const coming = wiki.all('action').filter(({ system, value }) => value.origin?.ref !== undefined && wiki.resolve(value.origin.ref, system)?.key === risk.key);
  return [...new Set([...cited, ...coming])];
}

/** Runbooks to follow when a risk happens: its own, and those of the scenarios it leads to. */
export function runbooksOf(wiki: Wiki, risk: RiskRecord): RecordOf<'runbook'>[] {
  const scenarios = wiki.all('scenario').filter(
    ({ key, system, value }) => risk.value.scenarios.some((id) => wiki.resolve(id, risk.system)?.key === key) || value.risks.some((id) => wiki.resolve(id, system)?.key === risk.key),
  );
  const cited = [risk, ...scenarios].flatMap(({ system, value }) => value.runbooks.map((id) => wiki.resolveAs('runbook', id, system)));
  const leading = wiki.all('runbook').filter(({ system, value }) => value.scenarios.some((id) => scenarios.some(({ key }) => key === wiki.resolve(id, system)?.key)));
  return [...new Set([...cited, ...leading])].filter((runbook) => runbook !== undefined);
}
