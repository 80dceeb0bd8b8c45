import { linkTarget } from '../../model/links.ts';
import type { AnyRecord, WikiDocument } from '../../model/records.ts';
import { citationsOf } from '../../model/references.ts';
import { applyEdits, inOrder, type TextEdit } from '../../model/text-edit.ts';
import { recordsOf, type Wiki } from '../../model/wiki.ts';
import { kinds } from '../../schemas/kinds.ts';
import { recordId, reference, roleOrText } from '../../schemas/primitives.ts';
import type { ReadOptions } from '../read-wiki.ts';
import { isPrimitive, optionsOf, schemaAt } from '../schema-fields.ts';
import { yamlSource, type YamlSource } from '../yaml-source.ts';
import { openEditable, type Editable } from './editable.ts';
import { readEdited } from './edited-wiki.ts';
import type { FilePlan } from './plan-fixes.ts';
import { recordPath } from './record-path.ts';
import { mentions, renameInBody, type Names } from './rename-body.ts';

type Path = readonly (string | number)[];

const pathText = (path: Path): string => JSON.stringify(path.map(String));

/** Fields that hold names, addresses and paths as they are elsewhere: an id in them is no mention of the record. */
const NOT_PROSE = new Set(['id', 'kind', 'aliases', 'url', 'path', 'sha256', 'value', 'status_page', 'tool', 'location']);

/** Whether the schema of a document asks for an id, or for a role, at a path. */
function fieldAt(document: WikiDocument, path: Path): 'id' | 'role' | undefined {
  const field = schemaAt(kinds[document.kind], path);
  if (isPrimitive(field, reference) || path.at(-1) === 'register') return 'id';
  return [field, ...optionsOf(field)].some((each) => isPrimitive(each, roleOrText)) ? 'role' : undefined;
}

/** What stands at the paths of a document that cite the record, whatever the rule of the field. */
function citedAt(wiki: Wiki, document: WikiDocument, source: YamlSource, target: AnyRecord): Set<string> {
  const found = new Set<string>();
  const isTarget = (text: string): boolean => wiki.resolve(text, document.system)?.key === target.key;
  for (const record of recordsOf(document)) {
    const base = record.value === document.value ? [] : recordPath(source, record);
    if (!base) continue;
    for (const { field, path, target: cited } of citationsOf(record)) {
      if (isTarget(cited) && (!field.loose || field.kinds === undefined || field.kinds.includes(target.kind))) found.add(pathText([...base, ...path]));
    }
  }
  for (const { path, value } of source.texts()) {
    const field = fieldAt(document, path);
    if (field !== undefined && isTarget(value) && (field === 'id' || target.kind === 'role')) found.add(pathText(path));
    const waived = path[0] === 'waivers' && path[2] === 'record';
    if (waived && document.system === target.system && (value === target.id || value === target.key)) found.add(pathText(path));
  }
  return found;
}

/** Edits of a document's frontmatter: the id, what cites it, and prose that mentions it. */
function frontmatterEdits(wiki: Wiki, document: WikiDocument, text: string, source: YamlSource, target: AnyRecord, names: Names): TextEdit[] | string {
  const here = document.system === target.system;
  const own = document.file === target.document.file ? recordPath(source, target) : undefined;
  const cited = citedAt(wiki, document, source, target);
  const edits: TextEdit[] = [];
  for (const { path, value } of source.texts()) {
    const isId = own !== undefined && pathText(path) === pathText([...own, 'id']);
    if (isId || cited.has(pathText(path))) {
      const edit = source.replace(path, value === target.key ? `${target.system}/${names.to}` : names.to);
      if (!edit) return `${document.file} repeats ${target.id} by a YAML alias or over several lines; write it out there first`;
      edits.push(edit);
      continue;
    }
    const range = path.some((key) => NOT_PROSE.has(String(key))) ? undefined : source.rangeOf(path);
    if (range) edits.push(...mentions(text.slice(range.start, range.end), range.start, here, names, false));
  }
  if (!own) return edits;
  // Old citations elsewhere (mails, tickets, printed pages) go on leading here.
  const field = schemaAt(kinds[document.kind], [...own, 'aliases']);
  const aliases = field ? own : [];
  const held = (source.texts().filter(({ path, value }) => path.length === aliases.length + 2 && pathText(path.slice(0, -1)) === pathText([...aliases, 'aliases']) && value === names.from)).length > 0;
  const alias = held ? undefined : source.add(aliases, 'aliases', names.from, ['id', 'title', 'kind']);
  if (!held && !alias) return `${document.file} has no place for the alias ${names.from}; write aliases: [${names.from}] there first`;
  return alias ? [...edits, alias] : edits;
}

/** Whether an edit stands in a heading: its anchor changes with it. */
function touchesHeading(wiki: Wiki, file: string, text: string, edits: readonly TextEdit[]): boolean {
  const headings = new Set(wiki.documents.find((document) => document.file === file)?.outline.headings.map(({ line }) => line));
  return edits.some(({ start }) => headings.has(text.slice(0, start).split('\n').length));
}

/** Links to a heading whose anchor the rename changed. */
function anchorEdits(before: Wiki, after: Wiki, document: WikiDocument, text: string): TextEdit[] {
  const renamed = (file: string, anchor: string): string | undefined => {
    const [old, now] = [before, after].map((wiki) => wiki.documents.find((entry) => entry.file === file)?.outline.headings);
    const index = old?.findIndex(({ slug }) => slug === anchor) ?? -1;
    const slug = index < 0 ? undefined : now?.[index]?.slug;
    return slug === anchor ? undefined : slug;
  };
  const lines = text.split('\n');
  const startOf = (line: number): number => lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return document.outline.links.flatMap(({ url, line, column }): TextEdit[] => {
    const target = linkTarget(before, document, url);
    if (target.kind !== 'document' || target.anchor === undefined) return [];
    const slug = renamed(target.document.file, target.anchor);
    const at = slug === undefined ? -1 : text.indexOf(url, startOf(line) + column - 1);
    const hash = url.indexOf('#') + 1;
    return slug === undefined || at < 0 ? [] : [{ start: at + hash, end: at + url.length, text: encodeURI(slug) }];
  });
}

/** Why a record cannot bear a name, in one sentence; undefined where it can. */
function refusal(wiki: Wiki, system: string, from: string, to: string): string | undefined {
  const target = wiki.records.get(`${system}/${from}`);
  if (!target) return `there is no record ${system}/${from}; vigie export json lists them`;
  if (target.kind === 'system') return `${from} is a system, named by its folder: other records cite ${from}/…; rename the folder`;
  if (!recordId.safeParse(to).success) return `${to === '' ? 'an empty name' : to} is no id: letters, digits, dot, dash and underscore only, 64 at most`;
  const holder = wiki.records.get(`${system}/${to}`);
  if (holder) return `${system}/${to} exists already: ${holder.title}`;
  const named = [...wiki.records.values()].find((record) => record !== target && record.system === system && 'aliases' in record.value && record.value.aliases.includes(to));
  return named ? `${to} is an old name of ${named.key}, and ids are never used again` : undefined;
}

/** Renames a record everywhere it is cited and leaves its old id as an alias, as edits of files; a sentence where that cannot be done whole. */
export function planRename(root: string, wiki: Wiki, name: { readonly system: string; readonly from: string; readonly to: string }, options: ReadOptions): readonly FilePlan[] | string {
  const refused = refusal(wiki, name.system, name.from, name.to);
  if (refused !== undefined) return refused;
  const target = wiki.records.get(`${name.system}/${name.from}`);
  if (!target) return `there is no record ${name.system}/${name.from}`;
  const opened = new Map<string, { editable: Editable; edits: TextEdit[] }>();
  for (const document of wiki.documents) {
    if (wiki.textOf(document.file)?.includes(name.from) !== true) continue;
    const editable = openEditable(root, document.file);
    const source = editable && yamlSource(editable.text);
    if (!editable || !source) return `${document.file} is not UTF-8 text, so what cites ${name.from} in it cannot be changed safely; save it as UTF-8 first`;
    const { text } = editable;
    const matter = frontmatterEdits(wiki, document, text, source, target, name);
    if (typeof matter === 'string') return matter;
    opened.set(document.file, { editable, edits: [...matter, ...renameInBody(text, document.body, document.system === name.system, name)] });
  }
  if ((opened.get(target.document.file)?.edits.length ?? 0) === 0) return `${target.document.file} does not write the id ${name.from}: the record is named by its file; rename the file`;
  const plans = (): FilePlan[] | undefined => {
    const found = [...opened].filter(([, { edits }]) => edits.length > 0).map(([file, { editable, edits }]) => ({ file, editable, edits: inOrder(edits) }));
    return found.every(({ edits }) => edits !== undefined) ? found.map(({ file, editable, edits = [] }) => ({ file, opened: editable, edits, text: applyEdits(editable.text, edits) })) : undefined;
  };
  const first = plans();
  if (first?.some(({ file, edits, opened: { text } }) => touchesHeading(wiki, file, text, edits)) === true) {
    const edited = readEdited(root, new Map(first.map(({ file, text }) => [file, text])), options);
    for (const document of wiki.documents) {
      const editable = opened.get(document.file)?.editable ?? openEditable(root, document.file);
      const found = editable ? anchorEdits(wiki, edited, document, editable.text) : [];
      if (editable && found.length > 0) opened.set(document.file, { editable, edits: [...(opened.get(document.file)?.edits ?? []), ...found] });
    }
  }
  return plans() ?? `what cites ${name.from} cannot be changed safely; rename it by hand`;
}
