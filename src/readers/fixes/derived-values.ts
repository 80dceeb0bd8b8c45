import { formatMinutes, minutes } from '../../model/duration.ts';
import { normalDuration } from '../../model/normal-duration.ts';
import { levelNamed } from '../../model/rated.ts';
import type { AnyRecord } from '../../model/records.ts';
import { totalOf } from '../../model/runbook-total.ts';
import type { YamlSource } from '../yaml-source.ts';
import type { Fix } from './fix.ts';
import { recordPath } from './record-path.ts';

/** What a record repeats and the model works out: the field, what is right, the rule that compares the two. */
function repeated(record: AnyRecord): { field: string; right: string | number; rule: Fix['rule'] }[] {
  if (record.kind === 'risk' || record.kind === 'scenario') {
    const { current, method } = record;
    if (!current || !method) return [];
    const rule = 'risk/score-mismatch';
    const found: { field: string; right: string | number; rule: Fix['rule'] }[] = [];
    if (record.kind === 'risk' && record.value.criticality !== undefined && current.score !== undefined && record.value.criticality !== current.score) found.push({ field: 'criticality', right: current.score, rule });
    const { level } = record.value;
    const named = level === undefined ? undefined : levelNamed(method.value, level);
    // An author who writes ids goes on with ids.
    if (level !== undefined && named?.id !== current.level.id) found.push({ field: 'level', right: named?.id === level ? current.level.id : current.level.label, rule });
    return found;
  }
  if (record.kind !== 'runbook') return [];
  const typed = minutes(record.value.duration);
  const total = totalOf(record.phases);
  // A total that depends on the path is a range, and duration holds one figure.
  if (typed === undefined || !total || total.min !== total.max || typed === total.max) return [];
  const text = formatMinutes(total.max, 'en');
  const right = normalDuration(text) ?? text;
  return minutes(right) === total.max ? [{ field: 'duration', right, rule: 'time/duration-mismatch' }] : [];
}

/** Repeats derived values rightly. The rating, the method and the phases are what authors decide: they stand. */
export function fixDerivedValues(record: AnyRecord, source: YamlSource): Fix[] {
  const values = repeated(record);
  const path = values.length === 0 ? undefined : recordPath(source, record);
  if (!path) return [];
  return values.flatMap(({ field, right, rule }): Fix[] => {
    const edit = source.replace([...path, field], right);
    return edit ? [{ rule, file: record.document.file, edits: [edit] }] : [];
  });
}
