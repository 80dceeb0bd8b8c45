import { exercisesOf, isOverdue, type Exercise } from '../model/exercises.ts';
import { minutes } from '../model/duration.ts';
import type { RecordOf, RunbookRecord } from '../model/records.ts';
import { severityShape } from '../model/severities.ts';
import type { Span } from '../model/time-budget.ts';
import type { Wiki } from '../model/wiki.ts';

/** A line of a list of runbooks. */
export interface RunbookLine {
  readonly runbook: RunbookRecord;
  readonly severity?: { readonly record: RecordOf<'severity'>; readonly shape: 1 | 2 | 3 | 4 } | undefined;
  /** Longest path, in minutes: of its phases, else as its source wrote it. */
  readonly time?: Span | undefined;
  /** The time counts only the phases that have one. */
  readonly atLeast: boolean;
  readonly rto?: number | undefined;
  readonly verdict: 'held' | 'exceeded' | 'unknown' | 'no-rto';
  readonly lastTest?: Exercise | undefined;
  readonly testLate: boolean;
}

export interface RunbookGroup {
  readonly system: string;
  readonly title: string;
  readonly lines: readonly RunbookLine[];
  readonly documented: number;
  readonly partial: number;
  readonly undocumented: number;
}

function verdictOf(rto: number | undefined, time: Span | undefined, atLeast: boolean): RunbookLine['verdict'] {
  if (rto === undefined) return 'no-rto';
  if (time === undefined) return 'unknown';
  if (time.max > rto) return 'exceeded';
  return atLeast ? 'unknown' : 'held';
}

export function runbookLine(wiki: Wiki, runbook: RunbookRecord): RunbookLine {
  const severity = wiki.resolveAs('severity', runbook.value.severity, runbook.system);
  const typed = minutes(runbook.value.duration);
  const time = runbook.time?.full ?? (typed === undefined ? undefined : { min: typed, max: typed });
  const atLeast = (runbook.time?.untimed ?? 0) > 0;
  const lastTest = exercisesOf(wiki, runbook)[0];
  return {
    runbook,
    severity: severity && { record: severity, shape: severityShape(wiki, severity) },
    time,
    atLeast,
    rto: runbook.rto,
    verdict: verdictOf(runbook.rto, time, atLeast),
    lastTest,
    testLate: lastTest !== undefined && isOverdue(lastTest, runbook.value.test_every, wiki.asOf),
  };
}

const WRITTEN = ['documented', 'partial', 'obsolete', 'undocumented'];

/** Runbooks by system: those that are written first, the gravest first. */
export function runbookGroups(wiki: Wiki, system?: string): RunbookGroup[] {
  return wiki.folders
    .filter(({ id, record }) => (system === undefined ? record !== undefined || wiki.all('runbook', id).length > 0 : id === system))
    .map(({ id, title }): RunbookGroup => {
      const lines = wiki.all('runbook', id).map((runbook) => runbookLine(wiki, runbook));
      const count = (...states: string[]): number => lines.filter(({ runbook }) => states.includes(runbook.value.documentation)).length;
      const rank = ({ runbook, severity }: RunbookLine): number => WRITTEN.indexOf(runbook.value.documentation) * 10 - (severity?.shape ?? 0);
      return { system: id, title, lines: lines.sort((a, b) => rank(a) - rank(b)), documented: count('documented'), partial: count('partial', 'obsolete'), undocumented: count('undocumented') };
    });
}
