import type { z } from 'zod';
import { nearest } from '../model/nearest.ts';
import type { ReadingProblem } from '../model/problem.ts';
import type { Frontmatter } from './frontmatter.ts';
import { quoted, typeName } from './value-text.ts';

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

const show = (path: Path): string => path.map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : index === 0 ? key : `.${key}`)).join('');

type Definition = { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; valueType?: z.ZodType; options?: z.ZodType[]; innerType?: z.ZodType; in?: z.ZodType };

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

/** The schema under `optional`, `default` and transforms, with what is said of it on the way: the field's purpose, then its form. */
function unwrap(schema: z.ZodType, said: readonly string[] = []): { schema: z.ZodType; description: string } {
  const all = schema.description === undefined || said.includes(schema.description) ? said : [...said, schema.description];
  const { type, innerType, in: input } = definitionOf(schema);
  const inner = ['optional', 'default', 'nullable', 'readonly', 'prefault'].includes(type) ? innerType : type === 'pipe' ? input : undefined;
  return inner ? unwrap(inner, all) : { schema, description: all.join(' ') };
}

/** What a schema holds under a key; in a union, the branch that knows the key. */
function under(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  const { type, shape, element, valueType, options } = definitionOf(unwrap(schema).schema);
  if (type === 'object') return shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
  if (type === 'union') return options?.map((option) => under(option, key)).find((found) => found !== undefined);
  return type === 'array' ? element : type === 'record' ? valueType : undefined;
}

const schemaAt = (schema: z.ZodType, path: Path): z.ZodType | undefined => path.reduce<z.ZodType | undefined>((current, key) => current && under(current, key), schema);

/** Keys that a schema accepts, for « did you mean ». */
function keysOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return [];
  const { shape, options } = definitionOf(unwrap(schema).schema);
  return options ? options.flatMap(keysOf) : Object.keys(shape ?? {});
}

const DATED = /^\d{4}-\d{2}-\d{2}/;

const FORMATS: Record<string, string> = { url: 'an address such as https://example.org', date: 'a date as YYYY-MM-DD' };

const WANTED: Record<string, string> = { string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of keys', date: 'a date' };

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined), data);
}

/** The most telling branch of a union: the one that went furthest, so that its message is about what was written. */
function flatten(issue: Issue, data: unknown): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const value = valueAt(data, issue.path as Path);
  const objectBranch = typeof value === 'object' && value !== null ? issue.errors.find((branch) => !branch.some((entry) => entry.path.length === 0 && entry.code === 'invalid_type')) : undefined;
  const branch = objectBranch ?? issue.errors.find((entries) => entries.some((entry) => entry.code === 'invalid_format'));
  return branch ? branch.flatMap((entry) => flatten({ ...entry, path: [...issue.path, ...entry.path] } as Issue, data)) : [issue];
}

/** Advice for a value of the wrong type: the smallest change that makes it right, else what the field is for. */
function typeFix(value: unknown, expected: string, said: string | undefined): string | undefined {
  if (expected === 'string' && ['number', 'boolean'].includes(typeof value)) return 'Put the value between quotes.';
  if (expected === 'array' && ['string', 'number'].includes(typeof value)) return 'Write it as a list: [a, b].';
  return said;
}

/** Turns what Zod says into findings that a person can act on: what was written, where, and what is near. */
export function schemaProblems(error: z.ZodError, schema: z.ZodType, matter: Frontmatter): ReadingProblem[] {
  const issues = error.issues.flatMap((issue) => flatten(issue, matter.data));
  /** Fields that a misspelt key stands for: they are not missing. */
  const meant = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) meant.add(show([...(issue.path as Path), nearest(key, keysOf(schemaAt(schema, issue.path as Path))) ?? key]));
  }
  return issues.flatMap((issue): ReadingProblem[] => {
    const path = issue.path as Path;
    const name = show(path);
    const value = valueAt(matter.data, path);
    const field = schemaAt(schema, path);
    const description = field ? unwrap(field).description : '';
    const said = description === '' ? undefined : `This field holds: ${description}`;
    const problem = (what: string, fix?: string): ReadingProblem => ({ rule: 'content/schema', what, place: matter.placeOf(...path), fix });
    if (value === undefined && issue.code.startsWith('invalid_')) {
      if (meant.has(name)) return [];
      return [problem(`${name} is missing`, issue.code === 'invalid_value' ? `Add it, one of: ${issue.values.join(', ')}.` : (description === '' ? 'Add it.' : `Add it: ${description}`))];
    }
    switch (issue.code) {
      case 'unrecognized_keys': {
        const known = keysOf(field);
        return issue.keys.map((key) => {
          const near = nearest(key, known);
          return { rule: 'content/schema' as const, what: `${show([...path, key])} is not a known key${near === undefined ? '' : `; the nearest is ${near}`}`, place: matter.placeOfKey(...path, key), fix: near === undefined ? `Known keys here: ${known.join(', ')}.` : `Write ${near}, or remove the key.` };
        });
      }
      case 'invalid_type':
        return [problem(`${name} is ${typeName(value)} and must be ${WANTED[issue.expected] ?? issue.expected}`, typeFix(value, issue.expected, said))];
      case 'invalid_value': {
        const near = nearest(String(value), issue.values.map(String));
        return [problem(`${name} is ${quoted(value)}, which is not one of ${issue.values.join(', ')}`, near === undefined ? 'Write one of them.' : `Write ${near}.`)];
      }
      case 'invalid_format': {
        if (value === '') return [problem(`${name} is empty`, said)];
        if (DATED.test(String(value)) && String(issue.format).startsWith('date')) return [problem(`${name} is ${quoted(value)}, a day that no calendar has`, 'Correct the day or the month.')];
        return [problem(`${name} is ${quoted(value)} and must be ${FORMATS[issue.format] ?? issue.message}`, said)];
      }
      case 'too_small':
        return [problem(Array.isArray(value) ? `${name} holds ${value.length} and needs at least ${String(issue.minimum)}` : value === '' ? `${name} is empty` : `${name} is ${quoted(value)} and must be at least ${String(issue.minimum)}`, said)];
      case 'too_big':
        return [problem(typeof value === 'string' ? `${name} has ${value.length} characters and may have ${String(issue.maximum)}` : `${name} is ${quoted(value)} and may be at most ${String(issue.maximum)}`, said)];
      case 'invalid_union':
        return [problem(`${name} is ${quoted(value)}, which is none of what it may be`, said)];
      default:
        return [problem(typeof value === 'string' && DATED.test(value) ? `${name} is ${quoted(value)}, ${issue.message}` : `${name === '' ? 'the document' : name}: ${issue.message}`, said)];
    }
  });
}
