import type { RecordKind, RecordOf } from './records.ts';
import type { Wiki } from './wiki.ts';

/** Records of one kind that cite a record, whatever the field; those of a retired document no longer count. */
export function citing<K extends RecordKind>(wiki: Wiki, key: string, kind: K): RecordOf<K>[] {
  return wiki
    .backlinks(key)
    .map(({ from }) => from)
    .filter((from) => from.kind === kind && from.document.value.status !== 'retired') as unknown as RecordOf<K>[];
}
