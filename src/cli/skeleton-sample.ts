import type { JsonSchema } from './json-schema.ts';

/** What a field is shown with where its schema alone does not say: a word of its own format. */
const BY_KEY: Readonly<Record<string, unknown>> = { time_zone: 'Europe/Paris', availability: '24/7', hours: '24/7', schedule: 'daily at 03:00', holidays: 'FR', sla: '99.9 %', unit: '%', path: 'shop/report.pdf', cost: '500 €', version: '1.0', likelihood: 1, impact: 1, review_every: '1 y', test_every: '6 mo', retention: '30 d' };

/** Texts of which one fits any pattern of the schemas. */
const PATTERNED = ['ID-1', 'high', '1 h', 'time/runbook-exceeds-rto', 'FR', '0'.repeat(64)];

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const branchesOf = (schema: JsonSchema): readonly JsonSchema[] => ((schema['anyOf'] ?? schema['oneOf'] ?? [schema]) as readonly JsonSchema[]);

/** What is written for want of better. */
export interface SampleWords {
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

function textSample(schema: JsonSchema, words: SampleWords): string {
  if (schema['format'] === 'date') return words.today;
  if (schema['format'] === 'uri') return 'https://example.org/';
  const { pattern } = schema;
  if (typeof pattern !== 'string') return words.text;
  const fits = new RegExp(pattern, 'u');
  return [...PATTERNED, words.today].find((each) => fits.test(each)) ?? words.text;
}

/** A value that a schema accepts, the smallest that shows its form. */
export function sampleOf(schema: JsonSchema, words: SampleWords, key = ''): unknown {
  const usual = BY_KEY[key];
  if (usual !== undefined && !['array', 'object'].includes(String(schema['type'])) && (schema['type'] !== 'string' || typeof usual === 'string')) return usual;
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0] as unknown;
  const branches = branchesOf(schema);
  if (branches[0] !== schema) {
    // A word says more than a bare number does.
    const told = branches.find((each) => each['type'] === 'string') ?? branches[0];
    return told && sampleOf(told, words, key);
  }
  const type = Array.isArray(schema['type']) ? (schema['type'] as string[])[0] : schema['type'];
  if (type === 'array') {
    const items = schema['items'];
    const least = Math.max(1, Number(schema['minItems'] ?? 1));
    return isObject(items) ? Array.from({ length: least }, () => sampleOf(items, words, key)) : [];
  }
  if (type === 'object') {
    const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
    const required = (schema['required'] ?? []) as readonly string[];
    if (!properties) return {};
    return Object.fromEntries(Object.entries(properties).filter(([name]) => required.includes(name)).map(([name, field]) => [name, sampleOf(field, words, name)]));
  }
  if (type === 'number' || type === 'integer') return Math.max(1, Number(schema['minimum'] ?? 1));
  return type === 'boolean' ? true : textSample(schema, words);
}
