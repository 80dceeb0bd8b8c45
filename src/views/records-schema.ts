import { z } from 'zod';
import { kinds, type Kind } from '../schemas/kinds.ts';
import type { RecordKind } from '../model/records.ts';
import { recordKinds, recordLists } from '../model/wiki.ts';
import { RECORDS_VERSION } from './records-json.ts';

const jsonSchema = (schema: z.ZodType): object => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

/** A document without the lists whose items are records of their own. */
const withoutLists = (kind: Kind): object => {
  const { shape } = kinds[kind] as unknown as { shape: Record<string, z.ZodType> };
  const lists = recordLists(kind);
  return jsonSchema(z.strictObject(Object.fromEntries(Object.entries(shape).filter(([field]) => !lists.includes(field)))));
};

/** The items of a list of a document. */
function itemOf(kind: Kind, field: string): object {
  const { shape } = kinds[kind] as unknown as { shape: Record<string, z.ZodType> };
  let list: unknown = shape[field];
  while (!(list instanceof z.ZodArray)) list = (list as z.ZodDefault).def.innerType;
  return jsonSchema(list.element as z.ZodType);
}

/** What `value` looks like for each kind of record; a risk is an item of a register or a document of its own. */
function valueSchemas(): Record<string, object> {
  const found = new Map<RecordKind, object[]>();
  for (const [kind, { own, lists }] of Object.entries(recordKinds) as [Kind, (typeof recordKinds)[Kind]][]) {
    if (own) found.set(own, [...(found.get(own) ?? []), withoutLists(kind)]);
    for (const [field, item] of lists) found.set(item, [...(found.get(item) ?? []), itemOf(kind, field)]);
  }
  return Object.fromEntries([...found].map(([kind, schemas]) => [kind, schemas.length === 1 ? (schemas[0] ?? {}) : { anyOf: schemas }]));
}

const when = (kind: string, definition: string): object => ({ if: { properties: { kind: { const: kind } } }, then: { properties: { value: { $ref: `#/$defs/${definition}` } } } });

/** The shape of `data/records.json`, as a JSON Schema (draft 2020-12) whose descriptions are those of the fields. */
export function recordsSchema(): object {
  const values = valueSchemas();
  const documents = (Object.keys(kinds) as Kind[]).filter((kind) => !recordKinds[kind].own);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Vigie records',
    description: `Every record of a wiki, version ${RECORDS_VERSION}. Times in derived are minutes. value is what the author wrote, by the schema of its kind in $defs; narrative is the Markdown that stands beside it.`,
    type: 'object',
    required: ['version', 'asOf', 'audience', 'title', 'systems', 'documents', 'records'],
    additionalProperties: false,
    properties: {
      version: { const: RECORDS_VERSION },
      asOf: { type: 'string', format: 'date', description: 'The day taken for today.' },
      audience: { enum: ['internal', 'public'], description: 'Whom it was made for: public leaves out what is not classified public.' },
      title: { type: 'string' },
      systems: { type: 'array', items: { type: 'object', required: ['id', 'title'], additionalProperties: false, properties: { id: { type: 'string' }, title: { type: 'string' } } } },
      documents: {
        type: 'array',
        description: 'The files, and what they say outside of records: the envelope and the RACI of a document of lists.',
        items: {
          type: 'object',
          required: ['file', 'kind', 'system', 'title', 'records'],
          additionalProperties: false,
          properties: {
            file: { type: 'string' },
            kind: { enum: Object.keys(kinds) },
            system: { type: 'string' },
            title: { type: 'string' },
            records: { type: 'array', items: { type: 'string' }, description: 'Keys of the records that it holds.' },
            value: { type: 'object' },
            narrative: { type: 'string', description: 'Markdown.' },
          },
          allOf: documents.map((kind) => when(kind, `document-${kind}`)),
        },
      },
      records: {
        type: 'array',
        items: {
          type: 'object',
          required: ['key', 'kind', 'system', 'id', 'title', 'source', 'value', 'references'],
          additionalProperties: false,
          properties: {
            key: { type: 'string', description: 'system/id, unique in the wiki.' },
            kind: { enum: Object.keys(values) },
            system: { type: 'string' },
            id: { type: 'string' },
            title: { type: 'string' },
            source: { type: 'object', required: ['file', 'line'], additionalProperties: false, properties: { file: { type: 'string' }, line: { type: 'integer' } } },
            value: { type: 'object' },
            derived: { type: 'object', description: 'What the model works out: score, level, times, objectives.' },
            references: { type: 'array', items: { type: 'string' }, description: 'Keys of the records it cites.' },
            narrative: { type: 'string', description: 'What the text of its document says of it, in Markdown.' },
          },
          allOf: Object.keys(values).map((kind) => when(kind, kind)),
        },
      },
    },
    $defs: { ...values, ...Object.fromEntries(documents.map((kind) => [`document-${kind}`, withoutLists(kind)])) },
  };
}
