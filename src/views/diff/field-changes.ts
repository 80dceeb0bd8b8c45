import { changedLines } from '../line-diff.ts';
import { titleLikeness } from './likeness.ts';

/** What changed in one field: a value, the items of a list, the order of a list, or lines of a text. */
export type FieldChange =
  | { readonly path: string; readonly before?: unknown; readonly after?: unknown }
  | { readonly path: string; readonly removed: readonly unknown[]; readonly added: readonly unknown[] }
  | { readonly path: string; readonly reordered: readonly unknown[] }
  | { readonly path: string; readonly lines: { readonly removed: number; readonly added: number } };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** The same for the same value, whatever the order of its keys. */
function form(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(form).join()}]`;
  if (!isFields(value)) return JSON.stringify(value) ?? 'undefined';
  return `{${Object.keys(value).filter((key) => !isEmpty(value[key])).sort().map((key) => `${key}:${form(value[key])}`).join()}}`;
}

/** Fields by which people tell the items of a list apart, the surest first. */
const NAMES = ['id', 'name', 'title', 'activity', 'location', 'authority', 'at', 'value'] as const;

/** From this likeness on, an item whose name is a sentence is the same in other words. */
const SAME_ITEM = 0.6;

/** The field that names every item of both lists, none twice. */
function nameIn(before: readonly Fields[], after: readonly Fields[]): string | undefined {
  return NAMES.find((name) => [before, after].every((list) => list.every((item) => ['string', 'number'].includes(typeof item[name])) && new Set(list.map((item) => item[name])).size === list.length));
}

function* ofList(path: string, before: readonly unknown[], after: readonly unknown[]): Generator<FieldChange> {
  const all = [...before, ...after];
  const name = all.every(isFields) ? nameIn(before as Fields[], after as Fields[]) : undefined;
  if (name !== undefined) {
    const byName = (list: readonly unknown[]): Map<string, Fields> => new Map((list as readonly Fields[]).map((item) => [item[name] as string, item]));
    const [old, now] = [byName(before), byName(after)];
    const gone = new Set([...old.keys()].filter((key) => !now.has(key)));
    for (const [key, is] of now) {
      const same = old.has(key) ? key : name === 'id' ? undefined : [...gone].find((other) => titleLikeness(String(other), String(key)) >= SAME_ITEM);
      const was = same === undefined ? undefined : old.get(same);
      if (same !== undefined) gone.delete(same);
      if (was) yield* ofFields(`${path}[${key}]`, was, is);
      else yield { path: `${path}[${key}]`, before: undefined, after: is };
    }
    for (const key of gone) yield { path: `${path}[${key}]`, before: old.get(key), after: undefined };
    const kept = [...now.keys()].filter((key) => old.has(key));
    if (form(kept) !== form([...old.keys()].filter((key) => now.has(key)))) yield { path, reordered: [...now.keys()] };
    return;
  }
  const rest = [...after];
  const removed = before.filter((item) => {
    const at = rest.findIndex((other) => form(other) === form(item));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  if (removed.length > 0 && removed.length === rest.length && removed.every(isFields) && rest.every(isFields)) {
    // Items without a name that changed: the first of those that are gone became the first of the new ones.
    for (const [index, item] of removed.entries()) yield* ofFields(`${path}[${after.indexOf(rest[index]) + 1}]`, item, rest[index]!);
  } else if (removed.length + rest.length > 0) yield { path, removed, added: rest };
  else if (form(before) !== form(after)) yield { path, reordered: after };
}

function* ofValue(path: string, before: unknown, after: unknown): Generator<FieldChange> {
  if (form(before) === form(after) || (isEmpty(before) && isEmpty(after))) return;
  if (isFields(before) && isFields(after)) yield* ofFields(path, before, after);
  else if ((Array.isArray(before) || isEmpty(before)) && (Array.isArray(after) || isEmpty(after))) yield* ofList(path, (before ?? []) as unknown[], (after ?? []) as unknown[]);
  else yield { path, before, after };
}

function* ofFields(path: string, before: Fields, after: Fields): Generator<FieldChange> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) yield* ofValue(path === '' ? key : `${path}.${key}`, before[key], after[key]);
}

/** Every field in which two values differ, `left` out of it. Items of a list are named by their id, else counted from 1. */
export function fieldChanges(before: object, after: object, left: readonly string[] = []): FieldChange[] {
  const without = (value: object): Fields => Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key)));
  return [...ofFields('', without(before), without(after))];
}

/** Texts longer than this are compared by counting lines, without regard to their order. */
const MOST_CELLS = 1_000_000;

/** Lines that a text lost and won; undefined where it is the same. Line ends do not count. */
export function textChange(path: string, before: string | undefined, after: string | undefined): FieldChange | undefined {
  const [old, now] = [before, after].map((text) => (text === undefined || text.trim() === '' ? [] : text.replaceAll('\r\n', '\n').trim().split('\n').map((line) => line.trimEnd()))) as [string[], string[]];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [left, right] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (left.length + right.length === 0) return undefined;
  if (left.length * right.length <= MOST_CELLS) {
    const { removed, added } = changedLines(left, right);
    return { path, lines: { removed: removed.size, added: added.size } };
  }
  const rest = [...right];
  const removed = left.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { path, lines: { removed: removed.length, added: rest.length } };
}
