import type { WikiDocument } from '../../model/records.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Comparison } from './comparison.ts';

type Waiver = WikiDocument['value']['waivers'][number];

export interface WaiverChange {
  /** `expired`: its last day came between the two states. */
  readonly change: 'added' | 'removed' | 'changed' | 'expired';
  readonly file: string;
  readonly system: string;
  readonly waiver: Waiver;
  readonly before?: Waiver | undefined;
}

interface Line {
  readonly file: string;
  readonly waiver: Waiver;
}

const linesOf = (wiki: Wiki, name: (file: string) => string): Line[] => wiki.documents.flatMap(({ file, value }) => value.waivers.map((waiver) => ({ file: name(file), waiver })));

/**
 * What became of the exceptions to checks.
 * @param since the day of the base, YYYY-MM-DD
 */
export function waiverChanges({ before, after, fileNow }: Comparison, since: string | undefined): WaiverChange[] {
  const nameOf = ({ file, waiver }: Line): string => `${file}\n${waiver.rule}\n${waiver.record ?? ''}`;
  const olds = Map.groupBy(linesOf(before, fileNow), nameOf);
  const changes: WaiverChange[] = [];
  const add = (change: WaiverChange['change'], { file, waiver }: Line, old?: Waiver): void => void changes.push({ change, file, system: file.split('/')[0] ?? '', waiver, before: old });
  for (const line of linesOf(after, (file) => file)) {
    const old = olds.get(nameOf(line))?.shift();
    const { until, reason, by } = line.waiver;
    if (!old) add('added', line);
    else if (old.waiver.until !== until || old.waiver.reason !== reason || old.waiver.by !== by) add('changed', line, old.waiver);
    else if (since !== undefined && until >= since && until < after.asOf) add('expired', line);
  }
  for (const old of [...olds.values()].flat()) add('removed', old);
  return changes;
}
