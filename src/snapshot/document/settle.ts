import { missingGlyphs } from '../../../plugins/pdf/fonts.ts';
import type { SnapshotDocument } from './block.ts';

/** Signs that no font of the snapshot draws, and how often each stands in it. */
export type UndrawnSigns = ReadonlyMap<string, number>;

interface Fields { readonly [key: string]: Json }
type Json = string | number | boolean | null | undefined | readonly Json[] | Fields;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !isList(value);

/** Every place that the document has. */
function placesIn(value: Json, places: Set<string>): Set<string> {
  if (isList(value)) for (const item of value) placesIn(item, places);
  else if (isFields(value)) {
    // An entry of a grid names a record by its id; a place is named by what can be led to.
    if (typeof value['id'] === 'string' && value['k'] !== 'id' && !('to' in value)) places.add(value['id']);
    for (const item of Object.values(value)) if (typeof item === 'object') placesIn(item, places);
  }
  return places;
}

/** Longer than any word: an address, a hash, a path. */
const LONG = /\S{28,}/;
/** Copied whole or of no use. */
const HASH = /^[0-9a-f]{40,64}$/;

/** The pieces of a text between which a line may end: after the signs that part a long word, else every so many letters. */
function pieces(text: string): string[] {
  return text.split(/(\S{28,})/).flatMap((part) => (!LONG.test(part) || HASH.test(part) ? [part] : part.split(/(?<=[/._?&=:;,|+@-])(?=[^/._?&=:;,|+@-])/).flatMap((word) => word.match(/.{1,24}/gsu) ?? []))).filter((part) => part !== '');
}

const codePoint = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Keys whose strings are no words: names of places, of files, of kinds. */
const NO_WORDS = new Set(['k', 'to', 'id', 'file', 'lang', 'a', 'kind', 'w']);

/** One id in the document stands once; a link leads to a place that is there; every sign can be drawn. */
export function settle(document: SnapshotDocument): { readonly document: SnapshotDocument; readonly undrawn: UndrawnSigns } {
  const places = placesIn(document as unknown as Json, new Set());
  const taken = new Set<string>();
  const undrawn = new Map<string, number>();
  const checked = new Map<string, ReadonlySet<string>>();

  const drawable = (text: string): string => {
    if (/^[\x20-\x7E\u00A0-\u00FF\u2019\u202F\u2013\u2014\n]*$/.test(text)) return text;
    let missing = checked.get(text);
    if (!missing) checked.set(text, (missing = new Set(missingGlyphs(text))));
    if (missing.size === 0) return text.normalize('NFC');
    const signs = [...text.normalize('NFC')];
    for (const sign of signs) if (missing.has(sign)) undrawn.set(sign, (undrawn.get(sign) ?? 0) + 1);
    // Signs that follow one another are named together, so that a word of another script reads as one thing.
    return signs.map((sign, index) => (!missing.has(sign) ? sign : `${index > 0 && missing.has(signs[index - 1] ?? '') ? ' ' : '['}${codePoint(sign)}${missing.has(signs[index + 1] ?? '') ? '' : ']'}`)).join('');
  };
  /** A run of text, in pieces where it could not be cut. */
  const run = (text: string): Json => {
    const drawn = drawable(text);
    const parts = LONG.test(drawn) ? pieces(drawn) : [];
    return parts.length > 1 ? { k: 'cut', v: parts } : drawn;
  };

  const placeFor = (...wanted: readonly Json[]): string | undefined => wanted.find((to): to is string => typeof to === 'string' && places.has(to));

  const visit = (value: Json): Json => {
    if (typeof value === 'string') return drawable(value);
    if (isList(value)) return value.map((item) => (typeof item === 'string' ? run(item) : visit(item)));
    if (!isFields(value)) return value;
    const { k, id, to } = value;
    if (k === 'mono' && typeof value['v'] === 'string') {
      const drawn = drawable(value['v']);
      return { k, v: LONG.test(drawn) ? pieces(drawn) : drawn };
    }
    if (k === 'ref' || k === 'page') {
      const place = placeFor(to, value['or']);
      if (place === undefined) return k === 'page' ? '–' : { k: 'plain', c: visit(value['c']) };
      return k === 'page' ? { k, to: place } : { k, to: place, c: visit(value['c']) };
    }
    const own = Object.entries(value).map(([key, item]): [string, Json] => [key, typeof item === 'string' && NO_WORDS.has(key) && !(key === 'id' && 'to' in value) ? item : visit(item)]);
    const settled = Object.fromEntries(own) as Record<string, Json>;
    if (typeof to === 'string' && 'id' in value && typeof id === 'string') {
      // An entry of a grid: without a place to lead to, it stays its id.
      if (placeFor(to) === undefined) delete settled['to'];
      return settled;
    }
    if (typeof id === 'string' && k !== 'id') {
      if (taken.has(id)) delete settled['id'];
      taken.add(id);
    }
    return settled;
  };
  return { document: visit(document as unknown as Json) as unknown as SnapshotDocument, undrawn };
}
