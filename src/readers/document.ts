import { createHash } from 'node:crypto';
import { markdownToMdast } from 'satteri';
import type { z } from 'zod';
import { nearest } from '../model/nearest.ts';
import { outlineOf, type Outline } from '../model/outline.ts';
import type { ReadingProblem } from '../model/problem.ts';
import type { WikiDocument } from '../model/records.ts';
import { kinds, type Kind } from '../schemas/kinds.ts';
import { recordId } from '../schemas/primitives.ts';
import type { Site } from '../schemas/site.ts';
import { readFrontmatter, type Frontmatter } from './frontmatter.ts';
import { schemaProblems } from './schema-problems.ts';
import { quoted } from './value-text.ts';

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

/** What is left of a document's data once its mistakes are out. */
interface Salvaged {
  readonly data: Record<string, unknown>;
  /** Values taken out, whose records are lost. */
  readonly dropped: readonly unknown[];
  /** For lists that lost items: where each item that is left stands in the file. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

/** Kinds that hold together: without one of its points a scale rates every risk wrongly. */
const INDIVISIBLE: readonly string[] = ['method'];

/** The data without what the schema refuses: unknown keys go, and so does an item of a list that holds a mistake. Nothing else of the document is lost. */
function withoutMistakes(data: Record<string, unknown>, error: z.ZodError): Salvaged | undefined {
  const copy = structuredClone(data);
  const dropped: unknown[] = [];
  const items = new Map<string, Set<number>>();
  for (const issue of error.issues) {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys') {
      const parent = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], copy);
      for (const key of issue.keys) if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[key];
      continue;
    }
    const [field, index] = path;
    if (typeof field !== 'string' || ['kind', 'id', 'title'].includes(field) || INDIVISIBLE.includes(String(data['kind']))) return undefined;
    if (Array.isArray(copy[field]) && typeof index === 'number') items.set(field, (items.get(field) ?? new Set()).add(index));
    else {
      dropped.push(copy[field]);
      delete copy[field];
    }
  }
  const positions = new Map<string, number[]>();
  for (const [field, wrong] of items) {
    const list = copy[field];
    if (!Array.isArray(list)) continue;
    const kept = [...list.keys()].filter((index) => !wrong.has(index));
    dropped.push(...[...wrong].map((index) => list[index] as unknown));
    copy[field] = kept.map((index) => list[index] as unknown);
    positions.set(field, kept);
  }
  return { data: copy, dropped, positions };
}

/** Field positions after mistakes were taken out: items of a list keep the place they have in the file. */
const realPlaces = (matter: Frontmatter, positions: Salvaged['positions']): WikiDocument['placeOf'] => (...path) => {
  const [field, index, ...rest] = path;
  const kept = typeof field === 'string' && typeof index === 'number' ? positions.get(field)?.[index] : undefined;
  return kept === undefined ? matter.placeOf(...path) : matter.placeOf(field as string, kept, ...rest);
};

/** The folder says which system a document belongs to: addresses and references are built from it, so the text may not contradict it. */
function folderProblems(kind: string, data: Record<string, unknown>, folder: string, matter: Frontmatter): ReadingProblem[] {
  const problems: ReadingProblem[] = [];
  const { system, id } = data;
  if (typeof system === 'string' && system !== folder) {
    problems.push({
      rule: 'content/schema',
      what: { en: `system is ${quoted(system).en} and the file stands in ${folder}/`, fr: `system est ${quoted(system).fr} et le fichier est dans ${folder}/` },
      place: matter.placeOf('system'),
      fix: { en: `Move the file into ${system}/, or remove system.`, fr: `Déplacer le fichier dans ${system}/, ou retirer system.` },
    });
  }
  if (kind === 'system' && typeof id === 'string' && id !== folder) {
    problems.push({
      rule: 'content/schema',
      what: { en: `the system calls itself ${quoted(id).en} and stands in ${folder}/`, fr: `le système se nomme ${quoted(id).fr} et se trouve dans ${folder}/` },
      place: matter.placeOf('id'),
      fix: recordId.safeParse(folder).success
        ? { en: `Write id: ${folder}, or rename the folder: other systems cite its records by the folder.`, fr: `Écrire id: ${folder}, ou renommer le dossier : les autres systèmes citent ses fiches par le dossier.` }
        : { en: `Rename the folder to ${id}/: other systems cite its records by the folder.`, fr: `Renommer le dossier en ${id}/ : les autres systèmes citent ses fiches par le dossier.` },
    });
  }
  return problems;
}

/** Reads one document: frontmatter, schema, outline of the body. Whatever is wrong is a problem, and what is right is kept. */
export function readDocument(text: string, file: string, site: Site): ReadDocument {
  const matter = readFrontmatter(text, file);
  const system = file.includes('/') ? (file.split('/')[0] ?? '') : '';
  if (!matter.data) return { problems: matter.problems, lost: [] };
  const { data } = matter;
  const problems: ReadingProblem[] = [...matter.problems];
  const lost = (values: unknown): string[] => idsIn(values).map((id) => `${system}/${id}`);
  const kind = data['kind'];
  const schema = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as Kind] : undefined;
  if (!schema) {
    const known = Object.keys(kinds).join(', ');
    const near = typeof kind === 'string' ? nearest(kind, Object.keys(kinds)) : undefined;
    problems.push({
      rule: 'content/schema',
      what: kind === undefined ? { en: 'kind is missing', fr: 'kind manque' } : { en: `kind is ${quoted(kind).en}, which is not one of ${known}`, fr: `kind est ${quoted(kind).fr} ; valeurs admises : ${known}` },
      place: matter.placeOf('kind'),
      fix: near === undefined ? { en: `Write one of: ${known}.`, fr: `Écrire l’une de ces valeurs : ${known}.` } : { en: `Write ${near}.`, fr: `Écrire ${near}.` },
    });
    return { problems, lost: lost(data) };
  }
  problems.push(...folderProblems(kind as string, data, system, matter));
  let result = schema.safeParse(data);
  let { placeOf } = matter;
  let missing: string[] = [];
  if (!result.success) {
    problems.push(...schemaProblems(result.error, schema, matter));
    const salvaged = withoutMistakes(data, result.error);
    if (salvaged) {
      result = schema.safeParse(salvaged.data);
      placeOf = realPlaces(matter, salvaged.positions);
      missing = lost(salvaged.dropped);
    }
    if (!result.success) return { problems, lost: lost(data) };
  }
  const value = result.data;
  const slug = slugOf(file);
  if (kind === 'page' && slug === '') {
    const what = { en: `the name of ${file} has no letter and no digit, of which the page’s address is made`, fr: `le nom de ${file} n’a ni lettre ni chiffre, dont l’adresse de la page est faite` };
    problems.push({ rule: 'content/syntax', what, place: { file, line: 1, column: 1 }, fix: { en: 'Rename the file.', fr: 'Renommer le fichier.' } });
  }
  const { body, bodyLine } = matter;
  let outline: Outline;
  try {
    outline = outlineOf(markdownToMdast(body), bodyLine - 1, kind === 'runbook' ? body : undefined);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const what = { en: 'the body cannot be read: its lists or quotes are nested too deeply', fr: 'le corps est illisible : ses listes ou ses citations sont trop imbriquées' };
    problems.push({ rule: 'content/syntax', what, place: { file, line: bodyLine, column: 1 }, fix: { en: 'Write it with fewer levels.', fr: 'L’écrire avec moins de niveaux.' } });
    return { problems, lost: lost(data) };
  }
  return {
    document: {
      kind: kind as Kind,
      file,
      system,
      slug,
      title: value.title,
      lang: value.lang ?? site.language,
      body,
      bodyLine,
      outline,
      digest: createHash('sha256').update(text).digest('hex'),
      value,
      placeOf,
    },
    problems,
    lost: missing,
  };
}
