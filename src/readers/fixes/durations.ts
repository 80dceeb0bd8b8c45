import { normalDuration } from '../../model/normal-duration.ts';
import { kinds, type Kind } from '../../schemas/kinds.ts';
import { duration } from '../../schemas/primitives.ts';
import { isPrimitive, schemaAt } from '../schema-fields.ts';
import type { YamlSource } from '../yaml-source.ts';
import type { Fix } from './fix.ts';

/** Writes durations in the form that the schemas ask for, wherever a schema asks for one. Text that may mean something else is left alone. */
export function fixDurations(source: YamlSource, file: string): Fix[] {
  const texts = source.texts();
  const kind = texts.find(({ path }) => path.length === 1 && path[0] === 'kind')?.value;
  const schema = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind as Kind] : undefined;
  if (!schema) return [];
  return texts.flatMap(({ path, value }): Fix[] => {
    if (!isPrimitive(schemaAt(schema, path), duration)) return [];
    const normal = normalDuration(value);
    const edit = normal === undefined ? undefined : source.replace(path, normal);
    return edit ? [{ rule: 'content/schema', file, edits: [edit] }] : [];
  });
}
