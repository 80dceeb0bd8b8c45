import type { z } from 'zod';
import { nearest } from '../model/nearest.ts';
import type { ReadingProblem } from '../model/problem.ts';
import type { Frontmatter } from './frontmatter.ts';

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

const show = (path: Path): string => path.map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : index === 0 ? key : `.${key}`)).join('');

/** Keys that a schema accepts at a path, for « did you mean ». */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let current: z.ZodType | undefined = schema;
  for (const key of [...path, null]) {
    current = current && unwrap(current);
    if (key === null) break;
    const definition = current?._zod.def as { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; options?: z.ZodType[] } | undefined;
    if (definition?.type === 'object') current = definition.shape?.[String(key)];
    else if (definition?.type === 'array') current = definition.element;
    else if (definition?.type === 'union') current = definition.options?.find((option) => (unwrap(option)._zod.def as { type: string }).type === 'object');
    else return [];
  }
  const definition = current?._zod.def as { type: string; shape?: Record<string, unknown>; options?: z.ZodType[] } | undefined;
  if (definition?.type === 'union') return definition.options?.flatMap((option) => Object.keys((option._zod.def as { shape?: object }).shape ?? {})) ?? [];
  return Object.keys(definition?.shape ?? {});
}

function unwrap(schema: z.ZodType): z.ZodType {
  const definition = schema._zod.def as { type: string; innerType?: z.ZodType; in?: z.ZodType };
  if (['optional', 'default', 'nullable', 'readonly', 'prefault'].includes(definition.type) && definition.innerType) return unwrap(definition.innerType);
  if (definition.type === 'pipe' && definition.in) return unwrap(definition.in);
  return schema;
}

const typeName = (value: unknown): string => (value === null ? 'nothing' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a group of keys' : typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : 'yes or no');

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

/** Turns what Zod says into findings that a person can act on: what was written, where, and what is near. */
export function schemaProblems(error: z.ZodError, schema: z.ZodType, matter: Frontmatter): ReadingProblem[] {
  return error.issues.flatMap((issue) => flatten(issue, matter.data)).flatMap((issue): ReadingProblem[] => {
    const path = issue.path as Path;
    const name = show(path);
    const problem = (what: string, fix?: string, key = false): ReadingProblem => ({ rule: 'content/schema', what, place: key ? matter.placeOfKey(...path) : matter.placeOf(...path), fix });
    const value = valueAt(matter.data, path);
    switch (issue.code) {
      case 'unrecognized_keys': {
        const known = keysAt(schema, path);
        return issue.keys.map((key) => {
          const near = nearest(key, known);
          return { rule: 'content/schema' as const, what: `${show([...path, key])} is not a known key${near === undefined ? '' : `; the nearest is ${near}`}`, place: matter.placeOfKey(...path, key), fix: near === undefined ? `Known keys here: ${known.join(', ')}.` : `Write ${near}, or remove the key.` };
        });
      }
      case 'invalid_type':
        if (value === undefined) return [problem(`${name} is missing`, 'Add it.')];
        return [problem(`${name} is ${typeName(value)} and must be ${WANTED[issue.expected] ?? issue.expected}`)];
      case 'invalid_value': {
        if (value === undefined) return [problem(`${name} is missing`, `One of: ${issue.values.join(', ')}.`)];
        const near = nearest(String(value), issue.values.map(String));
        return [problem(`${name} is “${String(value)}”, which is not one of ${issue.values.join(', ')}`, near === undefined ? undefined : `Write ${near}.`)];
      }
      case 'invalid_format':
        return [problem(`${name} is “${String(value)}” and must be ${issue.message.replace(/^Invalid .*/, (message) => message.toLowerCase().replace(/^invalid /, 'a valid '))}`)];
      case 'too_small':
        return [problem(value === '' ? `${name} is empty` : `${name} has too few items or is too small (at least ${String(issue.minimum)})`)];
      case 'too_big':
        return [problem(`${name} is too long or too large (at most ${String(issue.maximum)})`)];
      case 'invalid_union':
        return [problem(value === undefined ? `${name} is missing` : `${name} is “${typeof value === 'object' ? typeName(value) : String(value)}”, which none of the accepted forms allows`)];
      default:
        return [problem(`${name === '' ? 'the document' : name}: ${issue.message}`)];
    }
  });
}
