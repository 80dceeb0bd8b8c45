import { createHash } from 'node:crypto';
import { markdownToMdast } from 'satteri';
import { outlineOf } from './outline.ts';
import { redactBody } from './redact-body.ts';
import type { Redactions } from './redactions.ts';
import type { WikiDocument, WikiRecord } from './records.ts';
import { referenceFields, type ReferenceField } from './references.ts';
import { recordLists, recordsOf } from './wiki.ts';

type Fields = Record<string, unknown>;

/** Where documents cite records outside of the records that they hold. */
const documentFields: readonly ReferenceField[] = [
  { path: ['owner'], loose: true },
  { path: ['approved_by'], loose: true },
  { path: ['related', '*'] },
  { path: ['supersedes', '*'] },
  { path: ['method'] },
  { path: ['reviewers', '*'], loose: true },
  { path: ['timeline', '*', 'by'], loose: true },
  { path: ['secrets', '*', 'owner'], loose: true },
  ...['responsible', 'consulted', 'informed', 'accountable'].map((part): ReferenceField => ({ path: ['raci', '*', part, '*'], loose: true })),
  { path: ['raci', '*', 'accountable'], loose: true },
];

/** Takes references out of a value, in place: items of lists go, fields go, and a field that must be there says that something was. */
function prune(value: unknown, path: readonly string[], gone: (target: string) => boolean, mark: string): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return;
  if (key === '*') {
    if (Array.isArray(value)) for (const item of value) prune(item, rest, gone, mark);
    return;
  }
  const fields = value as Fields;
  const next = fields[key];
  if (rest.length === 0) {
    if (typeof next !== 'string' || !gone(next)) return;
    if (key === 'by' && 'why' in fields) fields[key] = mark;
    else delete fields[key];
  } else if (rest.length === 1 && rest[0] === '*') {
    if (Array.isArray(next)) fields[key] = next.filter((item) => typeof item !== 'string' || !gone(item));
  } else prune(next, rest, gone, mark);
}

/** What was for some severities only and lost them all is for nobody: an empty list would make it for all. */
const forNobody = (before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): boolean => (before?.length ?? 0) > 0 && (after?.length ?? 0) === 0;

/** Ways to reach a role, without what reaches it. */
function redactRole(role: Fields, before: Fields): void {
  interface Contact { channel: string; for: string[]; verified?: string }
  const old = before['contacts'] as Contact[];
  role['contacts'] = (role['contacts'] as Contact[]).flatMap(({ channel, for: severities, verified }, index) => (forNobody(old[index]?.for, severities) ? [] : [{ channel, for: severities, ...(verified === undefined ? {} : { verified }) }]));
}

/** Steps that still call somebody. */
function redactPolicy(policy: Fields, before: Fields): void {
  interface Step { roles: string[]; severities: string[] }
  const old = before['steps'] as Step[];
  policy['steps'] = (policy['steps'] as Step[]).filter(({ roles, severities }, index) => roles.length > 0 && !forNobody(old[index]?.severities, severities));
}

/** Every text below a value, changed; an item of a list that nothing is left of goes. */
function mapTexts(value: unknown, change: (text: string) => string, nothing: string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, nothing)).filter((item) => item !== nothing);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change, nothing)]));
  return value;
}

/** A document without what its readers may not see, and the keys of its records that nothing is left of. */
export function redactDocument(document: WikiDocument, redactions: Redactions): { readonly document: WikiDocument; readonly dropped: readonly string[] } {
  const { system, lang } = document;
  const before = document.value as unknown as Fields;
  const value = structuredClone(before);
  const copies = new Map<unknown, Fields>([[before, value]]);
  for (const field of recordLists(document.kind)) (before[field] as Fields[]).forEach((item, index) => copies.set(item, (value[field] as Fields[])[index] ?? {}));
  const records = recordsOf(document);
  const take = (target: Fields, { path, loose }: ReferenceField): void => prune(target, path, (id) => redactions.hides(id, system, loose !== true), redactions.mark(lang));
  for (const field of documentFields) take(value, field);
  const dropped: WikiRecord[] = [];
  for (const record of records) {
    const copy = copies.get(record.value);
    if (!copy) continue;
    for (const field of referenceFields[record.kind]) take(copy, field);
    if (record.kind === 'role') redactRole(copy, record.value);
    if (record.kind === 'policy') redactPolicy(copy, record.value);
    if (record.kind === 'policy' && (copy['steps'] as unknown[]).length === 0) dropped.push(record);
  }
  const emptied = new Set(dropped.map((record) => copies.get(record.value)));
  /** Where items of a list stood before others were dropped. */
  const kept = new Map<string, number[]>();
  for (const field of recordLists(document.kind)) {
    const items = value[field] as Fields[];
    kept.set(field, items.flatMap((item, index) => (emptied.has(item) ? [] : [index])));
    value[field] = items.filter((item) => !emptied.has(item));
  }
  value['waivers'] = [];
  value['evidence'] = (value['evidence'] as { path?: string }[]).filter(({ path }) => path === undefined || redactions.mayShow(path));
  const said = mapTexts(value, (text) => redactions.text(text, lang, document), redactions.mark(lang)) as WikiDocument['value'];
  const body = redactBody(document, redactions, dropped);
  return {
    dropped: dropped.map(({ key }) => key),
    document: {
      ...document,
      value: said,
      title: said.title,
      body,
      outline: body === document.body ? document.outline : outlineOf(markdownToMdast(body), document.bodyLine - 1, document.kind === 'runbook' ? body : undefined),
      // Pages are kept from one build to the next by it: those of another edition must not come back.
      digest: createHash('sha256').update(JSON.stringify(['public', said, body])).digest('hex'),
      placeOf: (field, index, ...rest) => (field === undefined ? document.placeOf() : typeof index === 'number' ? document.placeOf(field, kept.get(String(field))?.[index] ?? index, ...rest) : document.placeOf(field, ...(index === undefined ? [] : [index]), ...rest)),
    },
  };
}
