import type { AnyRecord, WikiRecord } from '../../model/records.ts';
import { recordLists } from '../../model/wiki.ts';
import type { YamlSource } from '../yaml-source.ts';

/** The way to a record in the YAML of its document; undefined where its id does not stand there once. */
export function recordPath(source: YamlSource, record: AnyRecord | WikiRecord): readonly (string | number)[] | undefined {
  const texts = source.texts();
  if ((record.value as object) === (record.document.value as object)) return texts.some(({ path, value }) => path.length === 1 && path[0] === 'id' && value === record.id) ? [] : undefined;
  const lists = recordLists(record.document.kind);
  const found = texts.filter(({ path, value }) => path.length === 3 && path[2] === 'id' && lists.includes(String(path[0])) && value === record.id);
  return found.length === 1 ? found[0]?.path.slice(0, 2) : undefined;
}
