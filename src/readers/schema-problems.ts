import type { z } from 'zod';
import { nearest } from '../model/nearest.ts';
import type { ReadingProblem } from '../model/problem.ts';
import { count, inEach, type Text } from '../model/text.ts';
import { frenchForm } from './french-forms.ts';
import type { Frontmatter } from './frontmatter.ts';
import { keysOf, schemaAt, unwrap } from './schema-fields.ts';
import { quoted, typeName } from './value-text.ts';

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

const show = (path: Path): string => path.map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : index === 0 ? key : `.${key}`)).join('');

const DATED = /^\d{4}-\d{2}-\d{2}/;

const FORMATS: Readonly<Record<string, Text>> = {
  url: { en: 'an address such as https://example.org', fr: 'une adresse comme https://example.org' },
  date: { en: 'a date as YYYY-MM-DD', fr: 'une date écrite AAAA-MM-JJ' },
};

const WANTED: Readonly<Record<string, Text>> = {
  string: { en: 'text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  int: { en: 'a whole number', fr: 'un nombre entier' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  array: { en: 'a list', fr: 'une liste' },
  object: { en: 'a group of keys', fr: 'un groupe de clés' },
  date: { en: 'a date', fr: 'une date' },
};

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined), data);
}

/** The most telling branch of a union: the one that went furthest, so that its message is about what was written. */
function flatten(issue: Issue, data: unknown): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const value = valueAt(data, issue.path as Path);
  const objectBranch = typeof value === 'object' && value !== null ? issue.errors.find((branch) => !branch.some((entry) => entry.path.length === 0 && entry.code === 'invalid_type')) : undefined;
  const branch = objectBranch ?? issue.errors.find((entries) => entries.some((entry) => entry.code === 'invalid_format'));
  return branch ? branch.flatMap((entry) => flatten({ ...entry, path: [...issue.path, ...entry.path] }, data)) : [issue];
}

/** Advice for a value of the wrong type: the smallest change that makes it right, else what the field is for. */
function typeFix(value: unknown, expected: string, said: Text | undefined): Text | undefined {
  if (expected === 'string' && ['number', 'boolean'].includes(typeof value)) return { en: 'Put the value between quotes.', fr: 'Mettre la valeur entre guillemets droits.' };
  if (expected === 'array' && ['string', 'number'].includes(typeof value)) return { en: 'Write it as a list: [a, b].', fr: 'L’écrire comme une liste : [a, b].' };
  return said;
}

/** Schemas describe their fields in English, for editors; French says the form alone, where the field has one that others share. */
function saidOf(said: readonly string[]): Text | undefined {
  if (said.length === 0) return undefined;
  const form = said.map((words) => frenchForm(words)).findLast((words) => words !== undefined);
  return { en: `This field holds: ${said.join(' ')}`, fr: form === undefined ? 'Corriger le champ à l’endroit montré, ou le retirer.' : `Écrire ${form}.` };
}

function missingFix(issue: Issue, said: readonly string[]): Text {
  if (issue.code === 'invalid_value') return { en: `Add it, one of: ${issue.values.join(', ')}.`, fr: `L’ajouter, avec l’une de ces valeurs : ${issue.values.join(', ')}.` };
  const form = said.map((words) => frenchForm(words)).findLast((words) => words !== undefined);
  return { en: said.length === 0 ? 'Add it.' : `Add it: ${said.join(' ')}`, fr: form === undefined ? 'L’ajouter.' : `L’ajouter : ${form}.` };
}

/** What one refusal says of the value at `name`. Missing values and unknown keys are told elsewhere. */
function wrongValue(issue: Issue, name: string, value: unknown, said: Text | undefined): { what: Text; fix?: Text | undefined } {
  const shown = quoted(value);
  const is = (en: string, fr: string): Text => ({ en: `${name} is ${en}`, fr: `${name} est ${fr}` });
  const dated = typeof value === 'string' && DATED.test(value);
  switch (issue.code) {
    case 'invalid_type': {
      const [type, wanted] = [typeName(value), WANTED[issue.expected] ?? inEach(() => issue.expected)];
      return { what: is(`${type.en} and must be ${wanted.en}`, `${type.fr} et doit être ${wanted.fr}`), fix: typeFix(value, issue.expected, said) };
    }
    case 'invalid_value': {
      const near = nearest(String(value), issue.values.map(String));
      const known = issue.values.join(', ');
      return { what: is(`${shown.en}, which is not one of ${known}`, `${shown.fr} ; valeurs admises : ${known}`), fix: near === undefined ? { en: 'Write one of them.', fr: 'Écrire l’une de ces valeurs.' } : { en: `Write ${near}.`, fr: `Écrire ${near}.` } };
    }
    case 'invalid_format': {
      if (value === '') return { what: is('empty', 'vide'), fix: said };
      if (dated && String(issue.format).startsWith('date')) return { what: is(`${shown.en}, a day that no calendar has`, `${shown.fr}, un jour qu’aucun calendrier ne connaît`), fix: { en: 'Correct the day or the month.', fr: 'Corriger le jour ou le mois.' } };
      const form = FORMATS[issue.format] ?? { en: issue.message, fr: frenchForm(issue.message) };
      return { what: is(`${shown.en} and must be ${form.en}`, form.fr === undefined ? `${shown.fr} et n’a pas la forme attendue` : `${shown.fr} et doit être ${form.fr}`), fix: said };
    }
    case 'too_small': {
      const least = String(issue.minimum);
      if (Array.isArray(value)) return { what: { en: `${name} holds ${value.length} and needs at least ${least}`, fr: `${name} contient ${count.fr(value.length, 'élément')} et il en faut au moins ${least}` }, fix: said };
      return { what: value === '' ? is('empty', 'vide') : is(`${shown.en} and must be at least ${least}`, `${shown.fr} et doit valoir au moins ${least}`), fix: said };
    }
    case 'too_big': {
      const most = String(issue.maximum);
      if (typeof value === 'string') return { what: { en: `${name} has ${value.length} characters and may have ${most}`, fr: `${name} a ${value.length} caractères et peut en avoir ${most}` }, fix: said };
      return { what: is(`${shown.en} and may be at most ${most}`, `${shown.fr} et peut valoir au plus ${most}`), fix: said };
    }
    case 'invalid_union':
      return { what: is(`${shown.en}, which is none of what it may be`, `${shown.fr}, valeur qui n’est pas admise`), fix: said };
    default: {
      const french = frenchForm(issue.message) ?? 'valeur refusée';
      if (dated) return { what: is(`${shown.en}, ${issue.message}`, `${shown.fr}, ${french}`), fix: said };
      return { what: { en: `${name === '' ? 'the document' : name}: ${issue.message}`, fr: `${name === '' ? 'le document' : name} : ${french}` }, fix: said };
    }
  }
}

function unknownKey(key: string, path: Path, known: readonly string[], matter: Frontmatter): ReadingProblem {
  const near = nearest(key, known);
  const name = show([...path, key]);
  return {
    rule: 'content/schema',
    what: { en: `${name} is not a known key${near === undefined ? '' : `; the nearest is ${near}`}`, fr: `${name} n’est pas une clé connue${near === undefined ? '' : ` ; la plus proche est ${near}`}` },
    place: matter.placeOfKey(...path, key),
    fix: near === undefined ? { en: `Known keys here: ${known.join(', ')}.`, fr: `Clés connues ici : ${known.join(', ')}.` } : { en: `Write ${near}, or remove the key.`, fr: `Écrire ${near}, ou retirer la clé.` },
  };
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
    const field = schemaAt(schema, path);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, keysOf(field), matter));
    const name = show(path);
    const value = valueAt(matter.data, path);
    const said = field ? unwrap(field).said : [];
    const base = { rule: 'content/schema' as const, place: matter.placeOf(...path) };
    if (value === undefined && issue.code.startsWith('invalid_')) {
      return meant.has(name) ? [] : [{ ...base, what: { en: `${name} is missing`, fr: `${name} manque` }, fix: missingFix(issue, said) }];
    }
    return [{ ...base, ...wrongValue(issue, name, value, saidOf(said)) }];
  });
}
