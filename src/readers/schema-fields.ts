import type { z } from 'zod';

type Path = readonly (string | number)[];

interface Definition { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; valueType?: z.ZodType; options?: z.ZodType[]; innerType?: z.ZodType; in?: z.ZodType }

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def;

/** The schema under `optional`, `default` and transforms, with what is said of it on the way: the field's purpose, then its form. */
export function unwrap(schema: z.ZodType, said: readonly string[] = []): { schema: z.ZodType; said: readonly string[] } {
  const all = schema.description === undefined || said.includes(schema.description) ? said : [...said, schema.description];
  const { type, innerType, in: input } = definitionOf(schema);
  const inner = ['optional', 'default', 'nullable', 'readonly', 'prefault'].includes(type) ? innerType : type === 'pipe' ? input : undefined;
  return inner ? unwrap(inner, all) : { schema, said: all };
}

/** Whether a field is of one of src/schemas/primitives, under whatever was said of it: saying makes a copy, and what defines it stays one. */
export const isPrimitive = (field: z.ZodType | undefined, primitive: z.ZodType): boolean => field !== undefined && definitionOf(unwrap(field).schema) === definitionOf(primitive);

/** The branches of a union. */
export const optionsOf = (field: z.ZodType | undefined): readonly z.ZodType[] => (field === undefined ? [] : (definitionOf(unwrap(field).schema).options ?? []));

/** What a schema holds under a key; in a union, the branch that knows the key. */
function under(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  const { type, shape, element, valueType, options } = definitionOf(unwrap(schema).schema);
  if (type === 'object') return shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
  if (type === 'union') return options?.map((option) => under(option, key)).find((found) => found !== undefined);
  return type === 'array' ? element : type === 'record' ? valueType : undefined;
}

/** What a schema holds at the end of a path. */
export const schemaAt = (schema: z.ZodType, path: Path): z.ZodType | undefined => path.reduce<z.ZodType | undefined>((current, key) => current && under(current, key), schema);

/** Keys that a schema accepts, for « did you mean ». */
export function keysOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const { shape, options } = definitionOf(unwrap(schema).schema);
  return options ? options.flatMap(keysOf) : Object.keys(shape ?? {});
}
