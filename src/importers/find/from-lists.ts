import type { Item, ListBlock } from '../block.ts';
import type { Draft } from '../found.ts';
import { contactsIn } from '../kinds/role.ts';
import { plain, slug, withoutPictures } from '../plain.ts';
import type { Placed } from '../sections.ts';
import { speaksOf } from '../subject.ts';
import { nestedRecords, pairsOf } from './field-records.ts';
import { recordHeading } from './record-id.ts';
import { contextOf, type Search } from './search.ts';

/** A list as records, by what its heading speaks of. */
export function recordsFromList(search: Search, each: Placed, list: ListBlock): void {
  const context = contextOf(each, 1);
  const procedure = speaksOf(context, 'procedure');
  const found =
    ((speaksOf(context, 'action') || speaksOf(context, 'risk')) && nested(search, each, list, context)) ||
    (speaksOf(context, 'role') && !procedure && contacts(search, each, list)) ||
    (speaksOf(context, 'drill') && !procedure && drills(search, each, list));
  if (found) search.done.add(each.index);
}

/** Items with fields below them: actions, or risks. */
function nested(search: Search, each: Placed, list: ListBlock, context: string): boolean {
  const { add, use, leave, number } = search;
  const actions = speaksOf(context, 'action');
  const found = nestedRecords(list, actions ? 'action' : 'risk');
  if (found.length === 0) return false;
  const threshold = actions ? /[≥>]=?\s*(\d{1,3})/.exec(context)?.[1] : undefined;
  if (threshold !== undefined) search.actionFrom ??= Number(threshold);
  const group = `${number}:${list.line}`;
  for (const { head, kind, draft, line, end } of found) {
    const named = recordHeading(head);
    const full: Draft = kind === 'action'
      ? { ...draft, fields: { ...draft.fields, ...(named.id === undefined ? {} : { origin: { kind: 'risk', ref: named.id } }) }, kept: [{ label: '', text: head }, ...draft.kept] }
      : { ...draft, id: draft.id ?? named.id, fields: { ...draft.fields, title: named.title } };
    use({ line, end }, [add(kind, full, { lines: [{ line, end }], at: each, confidence: 0.8, group })], group);
  }
  const inside = new Set(found.flatMap(({ line, end }) => Array.from({ length: end - line + 1 }, (_, offset) => line + offset)));
  for (const item of list.items) if (item.text !== '' && !inside.has(item.line)) leave(item, 'bare-item');
  for (const item of list.items) if (item.text === '') leave(item, 'empty-item');
  return true;
}

/** `- **DBA** : 06 12 34 56 78`: every outer item names a role and how to reach it. */
function contacts({ source, number, add, use }: Search, each: Placed, list: ListBlock): boolean {
  const pairs = pairsOf(list, source.lines).map((pair) => ({ ...pair, contacts: contactsIn(plain(pair.source)) }));
  if (pairs.length === 0 || pairs.length !== list.items.filter(({ level }) => level === 0).length || !pairs.some(({ contacts: ways }) => ways.some(({ value }) => value !== undefined))) return false;
  const group = `${number}:${list.line}`;
  for (const { label, source: words, line, contacts: found } of pairs) {
    const whole = found.length === 1 && found[0]?.value === plain(words);
    const draft = { id: slug(label), fields: { title: withoutPictures(label), ...(found.length === 0 ? {} : { contacts: found }) }, kept: whole ? [] : [{ label, text: words }] };
    use({ line, end: line }, [add('role', draft, { lines: [{ line, end: line }], at: each, confidence: 0.7, group })], group);
  }
  return true;
}

/** Drills with what belongs to each below it. */
function drills({ number, add, use }: Search, each: Placed, list: ListBlock): boolean {
  if (!list.items.some(({ level }) => level > 0)) return false;
  const group = `${number}:${list.line}`;
  list.items.forEach((item, index) => {
    if (item.level !== 0) return;
    const below = itemsBelow(list.items, index);
    const lines = { line: item.line, end: below.at(-1)?.end ?? item.end };
    const draft = { fields: { kind: 'drill', title: withoutPictures(item.text).replace(/\s*:$/, '') }, kept: below.map(({ source: words }) => ({ label: '', text: words })) };
    use(lines, [add('activity', draft, { lines: [lines], at: each, confidence: 0.6, group })], group);
  });
  return true;
}

/** Items under one item, up to the next of the outermost level. */
function itemsBelow(items: readonly Item[], index: number): readonly Item[] {
  const next = items.findIndex(({ level }, other) => other > index && level === 0);
  return items.slice(index + 1, next < 0 ? items.length : next);
}
