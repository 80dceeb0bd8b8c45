import type { RecordOf, ScenarioRecord } from '../../../model/records.ts';
import { and } from '../../../model/text.ts';
import type { Wiki } from '../../../model/wiki.ts';
import type { Comparison } from '../comparison.ts';
import { consequence, type Consequence } from '../consequence.ts';
import { ids, listChange } from './lists.ts';
import { objectivesMoved } from './promise.ts';
import { gravity, isOutOfTolerance, ratingMoved, ratingSaid } from './rating.ts';

/** Runbooks that answer a scenario: those it cites, and those that say they are for it. */
function runbooksFor(wiki: Wiki, scenario: ScenarioRecord): RecordOf<'runbook'>[] {
  const cited = scenario.value.runbooks.map((id) => wiki.resolveAs('runbook', id, scenario.system)).filter((runbook) => runbook !== undefined);
  const leading = wiki.all('runbook').filter(({ system, value }) => value.scenarios.some((id) => wiki.resolve(id, system)?.key === scenario.key));
  return [...new Set([...cited, ...leading])];
}

export function* scenarioChanged(comparison: Comparison, old: ScenarioRecord, now: ScenarioRecord): Generator<Consequence> {
  yield* ratingMoved(old, now, old.method !== undefined && comparison.keyNow(old.method.key) === now.method?.key);
  yield* objectivesMoved(old, now);
  if (!comparison.isTouched(now.document, 'runbook')) return;
  const runbooks = runbooksFor(comparison.after, now);
  const { lost, won } = listChange<RecordOf<'runbook'>>(comparison, runbooksFor(comparison.before, old), runbooks);
  if (lost.length > 0) yield consequence(now, 'scenario/runbook', 'worse', { en: `loses a runbook: ${and.en(ids(lost))}${runbooks.length === 0 ? ', and has none left' : ''}`, fr: `perd un runbook : ${and.fr(ids(lost))}${runbooks.length === 0 ? ', et n’en a plus aucun' : ''}` }, { more: gravity(now.current), at: 'runbooks' });
  if (won.length > 0) yield consequence(now, 'scenario/runbook', 'better', { en: `gains a runbook: ${and.en(ids(won))}`, fr: `gagne un runbook : ${and.fr(ids(won))}` }, { at: 'runbooks' });
}

export function* scenarioAppeared(_: Comparison, scenario: ScenarioRecord): Generator<Consequence> {
  const said = ratingSaid(scenario);
  yield consequence(scenario, 'scenario/appeared', isOutOfTolerance(scenario) ? 'worse' : 'neutral', { en: `is a new scenario: ${said.en}`, fr: `est un nouveau scénario : ${said.fr}` }, { to: scenario.current?.score, more: gravity(scenario.current) });
}

export function* scenarioGone(_: Comparison, scenario: ScenarioRecord): Generator<Consequence> {
  const said = ratingSaid(scenario);
  yield consequence(scenario, 'scenario/gone', 'worse', { en: `is no scenario any more (was ${said.en})`, fr: `n’est plus un scénario (était : ${said.fr})` }, { from: scenario.current?.score, more: gravity(scenario.current) });
}
