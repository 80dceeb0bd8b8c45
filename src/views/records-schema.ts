import { z } from 'zod';
import { kinds } from '../schemas/kinds.ts';
import { RECORDS_VERSION } from './records-json.ts';

/** The shape of `data/records.json`, as a JSON Schema (draft 2020-12) whose descriptions are those of the fields. */
export function recordsSchema(): object {
  const documents = Object.fromEntries(Object.entries(kinds).map(([kind, schema]) => [kind, z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', target: 'draft-2020-12' })]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Vigie records',
    description: `Every record of a wiki, version ${RECORDS_VERSION}. Times in derived are minutes. value is what the author wrote, by the schema of its kind in $defs; a record inside a document follows the items of that document’s list.`,
    type: 'object',
    required: ['version', 'asOf', 'title', 'systems', 'records'],
    additionalProperties: false,
    properties: {
      version: { const: RECORDS_VERSION },
      asOf: { type: 'string', format: 'date', description: 'The day taken for today.' },
      title: { type: 'string' },
      systems: { type: 'array', items: { type: 'object', required: ['id', 'title'], properties: { id: { type: 'string' }, title: { type: 'string' } } } },
      records: {
        type: 'array',
        items: {
          type: 'object',
          required: ['key', 'kind', 'system', 'id', 'title', 'source', 'value', 'references'],
          additionalProperties: false,
          properties: {
            key: { type: 'string', description: 'system/id, unique in the wiki.' },
            kind: { type: 'string' },
            system: { type: 'string' },
            id: { type: 'string' },
            title: { type: 'string' },
            source: { type: 'object', required: ['file', 'line'], properties: { file: { type: 'string' }, line: { type: 'integer' } } },
            value: { type: 'object' },
            derived: { type: 'object', description: 'What the model works out: score, level, times, objectives.' },
            references: { type: 'array', items: { type: 'string' }, description: 'Keys of the records it cites.' },
          },
        },
      },
    },
    $defs: documents,
  };
}
