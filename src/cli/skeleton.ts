import { stringify } from 'yaml';
import { envelopeFields } from '../schemas/envelope.ts';
import type { Kind } from '../schemas/kinds.ts';
import { jsonSchema, type JsonSchema } from './json-schema.ts';
import { sampleOf, type SampleWords } from './skeleton-sample.ts';

/** Where the doc line of a field begins. */
const COLUMN = 44;

/** What of a document is written out; all else of its schema stands there as a comment. */
export interface Given {
  /** Fields of the document, in the order of the skeleton. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** A list that begins with one record, and what is written out of it. */
  readonly list?: { readonly field: string; readonly record: Readonly<Record<string, unknown>> } | undefined;
}

type Properties = Readonly<Record<string, JsonSchema>>;

const propertiesOf = (schema: JsonSchema): Properties => (schema['properties'] ?? {}) as Properties;
const requiredOf = (schema: JsonSchema): readonly string[] => (schema['required'] ?? []) as readonly string[];

const inFlow = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

/** Words of a list that a field takes, beside its doc line. */
function docOf(schema: JsonSchema): string {
  const values = Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]).join(' · ') : undefined;
  return [values, schema['description']].filter((part) => typeof part === 'string').join('. ');
}

function line(indent: string, text: string, doc: string): string {
  const start = `${indent}${text}`;
  return doc === '' ? start : `${start.padEnd(COLUMN)} # ${doc}`;
}

/** Fields of an object, a line each: those that are given or must be there, then the others as comments. */
function fieldLines(schema: JsonSchema, given: Readonly<Record<string, unknown>>, words: SampleWords, indent: string, leave: readonly string[] = []): string[] {
  const properties = propertiesOf(schema);
  const live = [...new Set([...Object.keys(given), ...requiredOf(schema)])].filter((key) => !leave.includes(key));
  const others = Object.keys(properties).filter((key) => !live.includes(key) && !leave.includes(key));
  const valueOf = (key: string): unknown => (Object.hasOwn(given, key) ? given[key] : sampleOf(properties[key] ?? {}, words, key));
  return [
    ...live.map((key) => line(indent, `${key}: ${inFlow(valueOf(key))}`, docOf(properties[key] ?? {}))),
    ...others.map((key) => line(indent, `# ${key}: ${inFlow(sampleOf(properties[key] ?? {}, words, key))}`, docOf(properties[key] ?? {}))),
  ];
}

/** Fields that documents of every kind may have; the folder says the system. */
const shared = (properties: Properties): readonly string[] => Object.keys(properties).filter((key) => Object.hasOwn(envelopeFields, key) && key !== 'system');

const EVERY = { en: '# Any document may also say:', fr: '# Tout document peut dire aussi :' } as const;

/** The frontmatter of a new document: what must be there, then every other field of its kind as a comment with its doc line. */
export function skeletonOf(kind: Kind, { fields, list }: Given, words: SampleWords, lang: 'fr' | 'en'): string {
  const schema = jsonSchema(kind);
  const properties = propertiesOf(schema);
  const envelope = shared(properties).filter((key) => !Object.hasOwn(fields, key) && !requiredOf(schema).includes(key));
  const listed = list === undefined ? [] : [list.field];
  const own = fieldLines(schema, { kind, ...fields }, words, '', [...envelope, ...listed, 'system']);
  const records = list === undefined ? [] : recordLines(properties[list.field] ?? {}, list, words);
  const rest = fieldLines({ ...schema, required: [], properties: Object.fromEntries(envelope.map((key) => [key, properties[key] ?? {}])) }, {}, words, '');
  return [...own, ...records, EVERY[lang], ...rest].join('\n');
}

/** A list with its first record. */
function recordLines(schema: JsonSchema, { field, record }: NonNullable<Given['list']>, words: SampleWords): string[] {
  const [first = '', ...others] = fieldLines((schema['items'] ?? {}) as JsonSchema, record, words, '    ');
  return [line('', `${field}:`, docOf(schema)), `  - ${first.slice(4)}`, ...others];
}
