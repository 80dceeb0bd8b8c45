import { z } from 'zod';
import { unwrap } from '../readers/schema-fields.ts';
import { kinds, type Kind } from '../schemas/kinds.ts';
import { siteSchema } from '../schemas/site.ts';

/** What editors are given: JSON Schema, draft 7, which all of them read. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A schema that editors are given: one a kind, the settings, and any document by its kind. */
export type SchemaName = Kind | 'site' | 'document';

export const schemaNames: readonly SchemaName[] = [...(Object.keys(kinds) as Kind[]), 'site', 'document'];

const DIALECT = 'http://json-schema.org/draft-07/schema#';

/** As authors write it, before defaults. Editors show what is said of a field: its purpose, then the form of its value. */
function schemaOf(name: Kind | 'site', title: string): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(name === 'site' ? siteSchema : kinds[name], {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema: made }) => {
      const { said } = unwrap(zodSchema as unknown as z.ZodType);
      if (said.length > 0) made.description = said.join(' ');
    },
  });
  return { $schema: DIALECT, title, ...schema };
}

/** Any frontmatter: its `kind` says which schema holds. */
const documentSchema = (): JsonSchema => ({
  $schema: DIALECT,
  title: 'Vigie: a document',
  type: 'object',
  required: ['kind', 'title'],
  properties: { kind: { description: 'What the document is; the other fields depend on it.', enum: Object.keys(kinds) } },
  allOf: Object.keys(kinds).map((kind) => ({ if: { required: ['kind'], properties: { kind: { const: kind } } }, then: { $ref: `${kind}.json` } })),
});

/** The JSON Schema of a kind of document, of site.yml, or of any document. */
export const jsonSchema = (name: SchemaName): JsonSchema => (name === 'document' ? documentSchema() : schemaOf(name, name === 'site' ? 'Vigie: site.yml' : `Vigie: ${name}`));

/** The file that holds it, as editors are given it. */
export const schemaText = (name: SchemaName): string => `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
