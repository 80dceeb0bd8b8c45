import { createHash } from 'node:crypto';
import { markdownToMdast } from 'satteri';
import type { z } from 'zod';
import { nearest } from '../model/nearest.ts';
import { outlineOf } from '../model/outline.ts';
import type { ReadingProblem } from '../model/problem.ts';
import type { WikiDocument } from '../model/records.ts';
import { kinds, type Kind } from '../schemas/kinds.ts';
import type { Site } from '../schemas/site.ts';
import { readFrontmatter, type Frontmatter } from './frontmatter.ts';
import { schemaProblems } from './schema-problems.ts';

/** A document read, or what is known of one that could not be. */
export interface ReadDocument {
  readonly document?: WikiDocument;
  readonly problems: readonly ReadingProblem[];
  /** Ids that the file holds and that could not be read, as `system/id`. */
  readonly lost: readonly string[];
}

const slugOf = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.(md|mdx)$/i, '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');

function idsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(idsIn);
  if (typeof data !== 'object' || data === null) return [];
  const { id } = data as { id?: unknown };
  return [...(typeof id === 'string' || typeof id === 'number' ? [String(id)] : []), ...Object.values(data).flatMap((value) => (typeof value === 'object' ? idsIn(value) : []))];
}

/** The data without what the schema refuses: unknown keys go, and so does an item of a list that holds a mistake. Nothing else of the document is lost. */
function withoutMistakes(data: Record<string, unknown>, error: z.ZodError): { data: Record<string, unknown>; dropped: unknown[] } | undefined {
  const copy = structuredClone(data);
  const dropped: unknown[] = [];
  const items = new Map<unknown[], Set<number>>();
  for (const issue of error.issues) {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys') {
      const parent = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], copy);
      for (const key of issue.keys) if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[key];
      continue;
    }
    const [list, index] = path;
    const field = typeof list === 'string' ? copy[list] : undefined;
    if (Array.isArray(field) && typeof index === 'number') items.set(field, (items.get(field) ?? new Set()).add(index));
    else if (typeof list === 'string' && path.length >= 1 && list !== 'kind' && list !== 'id' && list !== 'title') {
      dropped.push(copy[list]);
      delete copy[list];
    } else return undefined;
  }
  for (const [list, indexes] of items) {
    for (const index of [...indexes].sort((a, b) => b - a)) dropped.push(...list.splice(index, 1));
  }
  return { data: copy, dropped };
}

/** Field positions after mistakes were taken out: items of a list keep the place they have in the file. */
function realPlaces(matter: Frontmatter, original: Record<string, unknown>, cleaned: Record<string, unknown>): WikiDocument['placeOf'] {
  return (...path) => {
    const [field, index, ...rest] = path;
    const before = typeof field === 'string' ? original[field] : undefined;
    const after = typeof field === 'string' ? cleaned[field] : undefined;
    if (typeof index !== 'number' || !Array.isArray(before) || !Array.isArray(after) || before.length === after.length) return matter.placeOf(...path);
    const wanted = (after[index] as { id?: unknown } | undefined)?.id;
    const real = before.findIndex((item) => (item as { id?: unknown } | null)?.id === wanted);
    return matter.placeOf(field as string, real < 0 ? index : real, ...rest);
  };
}

/** Reads one document: frontmatter, schema, outline of the body. Whatever is wrong is a problem, and what is right is kept. */
export function readDocument(text: string, file: string, site: Site): ReadDocument {
  const matter = readFrontmatter(text, file);
  const system = file.includes('/') ? (file.split('/')[0] ?? '') : '';
  if (!matter.data) return { problems: matter.problems, lost: [] };
  const { data } = matter;
  const lost = (values: unknown): string[] => idsIn(values).map((id) => `${system}/${id}`);
  const kind = data['kind'];
  const schema = typeof kind === 'string' && kind in kinds ? kinds[kind as Kind] : undefined;
  if (!schema) {
    const near = typeof kind === 'string' ? nearest(kind, Object.keys(kinds)) : undefined;
    const what = kind === undefined ? 'kind is missing' : `kind is “${String(kind)}”, which is not one of ${Object.keys(kinds).join(', ')}`;
    return { problems: [...matter.problems, { rule: 'content/schema', what, place: matter.placeOf('kind'), fix: near === undefined ? `Write one of: ${Object.keys(kinds).join(', ')}.` : `Write ${near}.` }], lost: lost(data) };
  }
  let result = schema.safeParse(data);
  let problems: ReadingProblem[] = [...matter.problems];
  let placeOf: WikiDocument['placeOf'] = matter.placeOf;
  const missing: string[] = [];
  if (!result.success) {
    problems = [...problems, ...schemaProblems(result.error, schema, matter)];
    const salvaged = withoutMistakes(data, result.error);
    if (salvaged) {
      result = schema.safeParse(salvaged.data);
      placeOf = realPlaces(matter, data, salvaged.data);
      missing.push(...lost(salvaged.dropped));
    }
    if (!result.success) return { problems, lost: lost(data) };
  }
  const value = result.data as WikiDocument['value'];
  const { body, bodyLine } = matter;
  return {
    document: {
      kind: kind as Kind,
      file,
      system: value.system ?? system,
      slug: slugOf(file),
      title: value.title,
      lang: value.lang ?? site.language,
      body,
      bodyLine,
      outline: outlineOf(markdownToMdast(body), bodyLine - 1, kind === 'runbook' ? body : undefined),
      digest: createHash('sha256').update(text).digest('hex'),
      value,
      placeOf,
    } as WikiDocument,
    problems,
    lost: missing,
  };
}
