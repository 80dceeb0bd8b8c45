import type { Place } from '../../model/place.ts';
import type { AnyRecord, RecordKind } from '../../model/records.ts';
import type { Text } from '../../model/text.ts';

/** What a change does to those who rely on the wiki. */
export type Effect = 'worse' | 'better' | 'neutral';

/** How much each consequence weighs among those of its effect: the gravest are said first. */
const WEIGHTS = {
  'system/gone': 100,
  'severity/unanswered': 98,
  'severity/gone': 96,
  'risk/moved': 90,
  'runbook/over-rto': 88,
  'component/rpo': 86,
  'scenario/moved': 84,
  'risk/appeared': 82,
  'policy/gone': 81,
  'severity/later': 80,
  'policy/role-left': 79,
  'policy/role-later': 78,
  'severity/hours': 77,
  'runbook/gone': 76,
  'backup/gone': 75,
  'risk/gone': 74,
  'register/gone': 74,
  'risk/state': 72,
  'risk/owner': 70,
  'risk/control': 68,
  'risk/action': 66,
  'risk/runbook': 64,
  'scenario/gone': 62,
  'scenario/runbook': 61,
  'action/postponed': 60,
  'action/state': 58,
  'role/gone': 56,
  'role/contact': 54,
  'role/availability': 52,
  'role/holders': 50,
  'objective/moved': 48,
  'backup/rarer': 46,
  'backup/retention': 44,
  'backup/protection': 43,
  'runbook/documentation': 42,
  'runbook/test': 40,
  'component/redundancy': 38,
  'component/spof': 37,
  'runbook/time': 30,
  'method/moved': 28,
  'system/appeared': 26,
  'register/appeared': 24,
  'severity/appeared': 22,
  'policy/appeared': 20,
  'runbook/appeared': 18,
  'scenario/appeared': 16,
  'backup/appeared': 14,
} as const;
export type ConsequenceId = keyof typeof WEIGHTS;

export interface Consequence {
  readonly id: ConsequenceId;
  readonly effect: Effect;
  readonly weight: number;
  readonly kind: RecordKind;
  readonly system: string;
  readonly key: string;
  readonly record: string;
  readonly title: string;
  /** Said of the record, whose id and title are printed before it. */
  readonly what: Text;
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
  /** In the head, or in the base where the record is gone. */
  readonly place: Place;
}

export interface Said {
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
  /** Adds to the weight, below 1: a graver level first. */
  readonly more?: number;
  /** The field that shows it. */
  readonly at?: string;
}

export function consequence(record: AnyRecord, id: ConsequenceId, effect: Effect, what: Text, { from, to, more = 0, at = 'id' }: Said = {}): Consequence {
  return { id, effect, weight: WEIGHTS[id] + more, kind: record.kind, system: record.system, key: record.key, record: record.id, title: record.title, what, from, to, place: record.placeOf(at) };
}

const EFFECTS: readonly Effect[] = ['worse', 'better', 'neutral'];

/** The worst first; ties by system and id. */
export const byGravity = (a: Consequence, b: Consequence): number =>
  EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || b.weight - a.weight || a.system.localeCompare(b.system, 'en') || a.record.localeCompare(b.record, 'en', { numeric: true }) || a.id.localeCompare(b.id, 'en');
