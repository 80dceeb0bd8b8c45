import { kinds } from '../../schemas/kinds.ts';
import type { Draft } from './drafts.ts';

/** A field that the schema refuses goes to the words of the record: nothing is written that `vigie check` could not read. */
export function fitSchema({ kind, list, data, records }: Draft): void {
  // What one refusal hides shows in the next round.
  for (let round = 0; round < 4; round += 1) {
    const result = kinds[kind].safeParse(data);
    if (result.success) return;
    for (const issue of result.error.issues) {
      const [first, index, field] = issue.path as (string | number)[];
      const record = first === list && typeof index === 'number' ? records[index] : list === undefined ? records[0] : undefined;
      const name = list === undefined ? first : field;
      if (!record || typeof name !== 'string' || name === 'id' || name === 'title') continue;
      const value = record.fields[name];
      record.kept = [...record.kept, { label: name, text: typeof value === 'string' ? value : JSON.stringify(value) }];
      const target = list === undefined ? data : ((data[list] as Record<string, unknown>[])[index as number] ?? {});
      if (name === 'current') target['current'] = 'not-rated';
      else delete target[name];
    }
  }
}
