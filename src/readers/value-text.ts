import { inEach, type Text } from '../model/text.ts';

const LONGEST = 60;

const TYPES: Readonly<Record<string, Text>> = {
  object: { en: 'a group of keys', fr: 'un groupe de clés' },
  string: { en: 'text', fr: 'un texte' },
  boolean: { en: 'true or false', fr: 'un booléen' },
};

/** What kind of thing a value is, in an author's words. */
export function typeName(value: unknown): Text {
  if (value === null) return { en: 'nothing', fr: 'vide' };
  if (Array.isArray(value)) return { en: 'a list', fr: 'une liste' };
  if (typeof value === 'number') return Number.isFinite(value) ? { en: 'a number', fr: 'un nombre' } : inEach(() => String(value));
  return TYPES[typeof value] ?? inEach(() => typeof value);
}

/** A value between quotes, cut where it is long; a list or a group is named and not spelled out. */
export function quoted(value: unknown): Text {
  if (typeof value === 'object') return typeName(value);
  const text = `${value as string}`;
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return { en: `“${shown}”`, fr: `« ${shown} »` };
}
