import type { AnyRecord, RecordKind, RecordOf } from '../../../model/records.ts';
import { count, type Text } from '../../../model/text.ts';
import type { Comparison } from '../comparison.ts';
import { byGravity, consequence, type Consequence, type ConsequenceId } from '../consequence.ts';
import { actionChanged } from './action.ts';
import { methodChanged } from './method.ts';
import { policyAppeared, policyChanged, policyGone, roleChanged, roleGone } from './people.ts';
import { backupAppeared, backupChanged, backupGone, componentChanged, objectivesMoved } from './promise.ts';
import { isOutOfTolerance } from './rating.ts';
import { riskAppeared, riskChanged, riskGone } from './risk.ts';
import { runbookAppeared, runbookChanged, runbookGone } from './runbook.ts';
import { scenarioAppeared, scenarioChanged, scenarioGone } from './scenario.ts';
import { severityAppeared, severityChanged, severityGone } from './severity.ts';

type Found = Iterable<Consequence>;

/** What follows for the operation from a record of each kind that changed, appeared or went. A kind without a line has no consequence of its own: its fields are listed all the same. */
const changed: { readonly [K in RecordKind]?: (comparison: Comparison, before: RecordOf<K>, after: RecordOf<K>) => Found } = {
  risk: riskChanged,
  scenario: scenarioChanged,
  severity: severityChanged,
  policy: policyChanged,
  role: roleChanged,
  runbook: runbookChanged,
  component: componentChanged,
  backup: backupChanged,
  action: actionChanged,
  method: methodChanged,
  system: (_, before, after) => objectivesMoved(before, after),
  'business-activity': (_, before, after) => objectivesMoved(before, after),
};
type Single = { readonly [K in RecordKind]?: (comparison: Comparison, record: RecordOf<K>) => Found };
const appeared: Single = { risk: riskAppeared, scenario: scenarioAppeared, severity: severityAppeared, policy: policyAppeared, runbook: runbookAppeared, backup: backupAppeared };
const gone: Single = { risk: riskGone, scenario: scenarioGone, severity: severityGone, policy: policyGone, role: roleGone, runbook: runbookGone, backup: backupGone };

/** Systems and registers that come or go whole say so once, with what they hold. */
const HELD: readonly (readonly [RecordKind, Text, Text])[] = [
  ['risk', { en: 'risk', fr: 'risque' }, { en: 'risks', fr: 'risques' }],
  ['scenario', { en: 'scenario', fr: 'scénario' }, { en: 'scenarios', fr: 'scénarios' }],
  ['severity', { en: 'severity', fr: 'gravité' }, { en: 'severities', fr: 'gravités' }],
  ['policy', { en: 'escalation policy', fr: 'politique d’escalade' }, { en: 'escalation policies', fr: 'politiques d’escalade' }],
  ['runbook', { en: 'runbook', fr: 'runbook' }, { en: 'runbooks', fr: 'runbooks' }],
  ['backup', { en: 'backup', fr: 'sauvegarde' }, { en: 'backups', fr: 'sauvegardes' }],
];

function holds(records: readonly AnyRecord[]): Text {
  const said = (lang: 'en' | 'fr'): string =>
    HELD.flatMap(([kind, one, many]) => {
      const found = records.filter((record) => record.kind === kind);
      if (found.length === 0) return [];
      const out = found.filter((record) => (record.kind === 'risk' || record.kind === 'scenario') && isOutOfTolerance(record)).length;
      return [`${count[lang](found.length, one[lang], many[lang])}${out === 0 ? '' : lang === 'fr' ? ` dont ${out} hors tolérance` : ` (${out} out of tolerance)`}`];
    }).join(', ');
  return { en: said('en'), fr: said('fr') };
}

/** Records that appeared or went with something larger, which speaks for them. */
function* wholes(records: readonly AnyRecord[], came: boolean, covered: Set<string>): Found {
  const cover = (inside: readonly AnyRecord[]): void => inside.forEach(({ key }) => covered.add(key));
  const say = (record: AnyRecord, inside: readonly AnyRecord[], what: Text): Consequence => {
    cover([record, ...inside]);
    const held = holds(inside);
    const list = (lang: 'en' | 'fr'): string => (held[lang] === '' ? what[lang] : `${what[lang]}${lang === 'fr' ? ' : ' : ': '}${held[lang]}`);
    const id = record.kind === 'system' ? (came ? 'system/appeared' : 'system/gone') : came ? 'register/appeared' : 'register/gone';
    return consequence(record, id, came ? 'neutral' : 'worse', { en: list('en'), fr: list('fr') });
  };
  for (const system of records) {
    if (system.kind !== 'system') continue;
    yield say(system, records.filter((record) => record.system === system.system && record !== system), came ? { en: 'is a new system', fr: 'est un nouveau système' } : { en: 'is no system any more', fr: 'n’est plus un système' });
  }
  for (const register of records) {
    if (register.kind !== 'register' || covered.has(register.key)) continue;
    const lines = records.filter((record) => record.kind === 'risk' && record.document === register.document);
    // A register that went, or came, with a line or two: the lines say more than the register.
    if (lines.length > 2) yield say(register, lines, came ? { en: 'is a new register', fr: 'est un nouveau registre' } : { en: 'is no register any more', fr: 'n’est plus un registre' });
  }
}

/** What is worked out from other documents than the record's own: where one of those could not be read, nothing can be said. */
const FROM_OTHERS: ReadonlySet<ConsequenceId> = new Set(['severity/unanswered', 'component/rpo', 'risk/action', 'risk/runbook', 'scenario/runbook', 'runbook/over-rto']);

/** Systems of the head that could not be read whole in one of the states. */
function partlyRead({ before, after, unreadBefore, unreadAfter, fileNow }: Comparison): ReadonlySet<string> {
  const files = [...[...unreadBefore, ...before.unreadable].map(fileNow), ...unreadAfter, ...after.unreadable];
  return new Set(files.map((file) => file.split('/')[0] ?? ''));
}

/** What the changes between two states do to the operation, the worst first. Records that could not be read in one of them say nothing. */
export function consequencesOf(comparison: Comparison, came: readonly AnyRecord[], went: readonly AnyRecord[]): Consequence[] {
  const found: Consequence[] = [];
  for (const { before, after } of comparison.pairs) {
    const rule = changed[after.kind] as ((comparison: Comparison, before: AnyRecord, after: AnyRecord) => Found) | undefined;
    if (rule) found.push(...rule(comparison, before, after));
  }
  const covered = new Set<string>();
  for (const [records, rules] of [[came, appeared], [went, gone]] as const) {
    covered.clear();
    found.push(...wholes(records, rules === appeared, covered));
    for (const record of records) {
      const rule = rules[record.kind] as ((comparison: Comparison, record: AnyRecord) => Found) | undefined;
      if (rule && !covered.has(record.key)) found.push(...rule(comparison, record));
    }
  }
  const partly = partlyRead(comparison);
  return found.filter(({ id, system }) => !FROM_OTHERS.has(id) || !partly.has(system)).sort(byGravity);
}
