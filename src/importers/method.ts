import type { Text } from '../model/text.ts';
import type { FoundRecord, RawRating } from './found.ts';
import type { LegendPoint } from './legend.ts';
import { slug } from './plain.ts';
import type { ScaleCell } from './words/scale.ts';

interface Point {
  readonly value: number;
  readonly id?: string | undefined;
  readonly label: string;
  readonly means?: string | undefined;
}

interface Level {
  readonly id: string;
  readonly label: string;
  readonly from?: number | undefined;
  readonly response?: string | undefined;
}

export interface Method {
  readonly id: string;
  readonly style: 'numbers' | 'words';
  readonly fields: Record<string, unknown>;
  readonly notes: readonly Text[];
  readonly rate: (raw: RawRating | undefined) => { likelihood: number | string; impact: number | string } | undefined;
}

const NEUTRAL = { fr: ['Faible', 'Élevé', 'À préciser : bas', 'À préciser : haut'], en: ['Low', 'High', 'To be written: low', 'To be written: high'] } as const;

const capital = (text: string): string => (text === text.toUpperCase() && text.length > 1 ? `${text.charAt(0)}${text.slice(1).toLowerCase()}` : `${text.charAt(0).toUpperCase()}${text.slice(1)}`);

/** A scale of numbers: from 1 to the best that the source names, with the words it gives them. */
function numberedAxis(cells: readonly ScaleCell[], legend: readonly LegendPoint[], most: number | undefined): Point[] {
  const labels = new Map<number, string>();
  const means = new Map<number, string>();
  const words = new Map<number, number>();
  for (const { value, label, word, means: text } of [...legend, ...cells.map((cell): LegendPoint => ({ axis: 'level', value: cell.value, label: cell.label, word: cell.word }))]) {
    if (value === undefined) continue;
    if (label !== undefined && !labels.has(value)) labels.set(value, capital(label));
    if (word) words.set(value, word.rank);
    if (text !== undefined && !means.has(value)) means.set(value, text);
  }
  const seen = [...cells, ...legend].flatMap(({ value }) => (value === undefined ? [] : [value]));
  const best = Math.max(...seen, ...(most === undefined || labels.size > 0 ? [] : [most]));
  const values = new Set(seen);
  if (best <= 10) for (let value = 1; value <= best; value += 1) values.add(value);
  const points = [...values].map((value): Point => ({ value, label: labels.get(value) ?? String(value).replace('.', ','), means: means.get(value) }));
  // A word without a number takes its place among the words that have one.
  for (const { value, word, label } of cells) {
    if (value !== undefined || !word || label === undefined) continue;
    const known = [...words.entries()].sort((a, b) => a[1] - b[1]);
    if (known.some(([, rank]) => rank === word.rank) || points.some((point) => point.label === capital(label))) continue;
    const below = known.filter(([, rank]) => rank < word.rank).at(-1)?.[0];
    const above = known.find(([, rank]) => rank > word.rank)?.[0];
    const place = below === undefined ? (above ?? 1) - 1 : above === undefined ? below + 1 : (below + above) / 2;
    words.set(place, word.rank);
    if (!points.some((point) => point.value === place)) points.push({ value: place, label: capital(label) });
  }
  return points.sort((a, b) => a.value - b.value);
}

/** A scale of words, in the order of what they mean. */
function wordedAxis(cells: readonly ScaleCell[], legend: readonly LegendPoint[], lang: 'en' | 'fr'): { points: Point[]; added: boolean } {
  const byId = new Map<string, { rank: number; label: string; means?: string | undefined }>();
  for (const { word, label, means } of [...cells.map((cell) => ({ ...cell, means: undefined })), ...legend]) if (word) byId.set(word.id, { rank: word.rank, label: byId.get(word.id)?.label ?? capital(label ?? word.id), means: means ?? byId.get(word.id)?.means });
  const added = byId.size < 2;
  if (added) {
    const only = [...byId.values()][0]?.rank ?? 4;
    if (only >= 3) byId.set('low', { rank: 2, label: NEUTRAL[lang][0] });
    else byId.set('high', { rank: 4, label: NEUTRAL[lang][1] });
  }
  const ordered = [...byId.entries()].sort((a, b) => a[1].rank - b[1].rank);
  // « Élevée (3/5) »: the numbers that stand beside the words are theirs, where they grow with them.
  const given = ordered.map(([id]) => cells.find(({ word, value }) => word?.id === id && value !== undefined));
  const known = given.flatMap((cell) => cell?.value ?? []);
  const grow = known.length > 0 && known.every((value, index) => index === 0 || value > (known[index - 1] ?? 0));
  const valueAt = (index: number): number => {
    const own = given[index]?.value;
    if (!grow || own !== undefined) return own !== undefined && grow ? own : index + 1;
    const before = given.findLastIndex((cell, at) => at < index && cell !== undefined);
    const after = given.findIndex((cell, at) => at > index && cell !== undefined);
    const [low, high] = [given[before]?.value, given[after]?.value];
    if (low === undefined) return (high ?? 1) - (after - index);
    return high === undefined ? low + (index - before) : low + ((high - low) * (index - before)) / (after - before);
  };
  const points = ordered.map(([id, { label, means }], index): Point => {
    const cell = given[index];
    return { value: valueAt(index), id, label, means: means ?? (cell?.outOf === undefined ? undefined : `${cell.value ?? ''}/${cell.outOf}`) };
  });
  return { points, added };
}

/** The point of an axis that a cell names, as a register cites it. */
function pointOf(cell: ScaleCell | undefined, points: readonly Point[], style: Method['style']): number | string | undefined {
  if (!cell) return undefined;
  if (style === 'words') return points.find(({ id }) => id === cell.word?.id)?.id;
  const value = cell.value ?? points.find(({ label }) => cell.label !== undefined && label === capital(cell.label))?.value;
  return points.some((point) => point.value === value) ? value : undefined;
}

interface Source {
  readonly records: readonly FoundRecord[];
  readonly legend: readonly LegendPoint[];
  /** Best values that headers name (`Probabilité (1-5)`). */
  readonly most: { readonly likelihood?: number | undefined; readonly impact?: number | undefined };
  readonly actionFrom?: number | undefined;
  readonly lang: 'en' | 'fr';
  readonly id: string;
  readonly title: string;
}

/** How a record rates: with a number where it gives one. */
export const styleOf = ({ rating }: FoundRecord): Method['style'] | undefined =>
  !rating || (!rating.likelihood && !rating.impact) ? undefined : rating.likelihood?.value !== undefined && (rating.impact?.value !== undefined || !rating.impact) ? 'numbers' : 'words';

/** The levels of a product, from the legend, or from the scores and levels that records show together. */
function productLevels(source: Source, scores: readonly { score: number; level: string; rank: number }[]): Level[] | undefined {
  const explained = source.legend.filter(({ axis, from, label }) => axis === 'level' && from !== undefined && label !== undefined).sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const distinct = explained.filter((point, index) => explained.findIndex(({ word, label }) => (word?.id ?? label) === (point.word?.id ?? point.label)) === index);
  if (distinct.length >= 2) return distinct.map(({ label = '', word, from, means }, index) => ({ id: word?.id ?? slug(label), label: capital(label), from: index === 0 ? Math.min(from ?? 1, 1) : from, response: means }));
  const byLevel = new Map<string, { rank: number; from: number }>();
  for (const { score, level, rank } of scores) byLevel.set(level, { rank, from: Math.min(score, byLevel.get(level)?.from ?? Infinity) });
  const levels = [...byLevel.entries()].sort((a, b) => a[1].rank - b[1].rank);
  const ordered = levels.every(([, { from }], index) => index === 0 || from > (levels[index - 1]?.[1].from ?? 0));
  return levels.length >= 2 && ordered ? levels.map(([label, { from }], index) => ({ id: slug(label), label, from: index === 0 ? 1 : from })) : undefined;
}

/** Where a source rates nothing: a register needs a method, and this one is to be written. */
export function emptyMethod(id: string, title: string, lang: 'en' | 'fr'): Method {
  const axis = (): Point[] => [{ value: 1, id: 'low', label: NEUTRAL[lang][2] }, { value: 2, id: 'high', label: NEUTRAL[lang][3] }];
  const fields = { title, status: 'draft', likelihood: axis(), impact: axis(), score: 'product', levels: [{ id: 'low', label: NEUTRAL[lang][2], from: 1 }, { id: 'high', label: NEUTRAL[lang][3], from: 3 }] };
  return { id, style: 'numbers', fields, notes: [{ en: 'the source rates no risk on two axes: the method is to be written', fr: 'la source ne cote aucun risque sur deux axes : la méthode est à écrire' }], rate: () => undefined };
}

/** Guesses the method of records that rate alike: the scales from the legend and the data, the levels from what the source says of them. */
export function guessMethod(source: Source, style: Method['style']): Method | undefined {
  const { records, legend, lang } = source;
  const rated = records.filter((record) => styleOf(record) === style);
  const cells = (axis: 'likelihood' | 'impact'): ScaleCell[] => rated.flatMap(({ rating, target, inherent }) => [rating, target, inherent].flatMap((each) => each?.[axis] ?? []));
  if (rated.length === 0 || cells('likelihood').length === 0 || cells('impact').length === 0) return undefined;
  const notes: Text[] = [];
  const axis = (name: 'likelihood' | 'impact'): Point[] => {
    const explained = legend.filter((point) => point.axis === name && (style === 'words' ? point.word !== undefined : point.value !== undefined));
    if (style === 'numbers') {
      const points = numberedAxis(cells(name), explained, source.most[name]);
      return points.length >= 2 ? points : numberedAxis([...cells(name), { value: 2 }], explained, undefined);
    }
    const { points, added } = wordedAxis(cells(name), explained, lang);
    if (added) notes.push({ en: `the source uses one point of ${name}; a second was added, as a scale needs two`, fr: `la source n’emploie qu’un point ${name === 'impact' ? 'd’impact' : 'de probabilité'} ; un second est ajouté, une échelle en veut deux` });
    return points;
  };
  const likelihood = axis('likelihood');
  const impact = axis('impact');
  const rate: Method['rate'] = (raw) => {
    const at = { likelihood: pointOf(raw?.likelihood, likelihood, style), impact: pointOf(raw?.impact, impact, style) };
    return at.likelihood === undefined || at.impact === undefined ? undefined : { likelihood: at.likelihood, impact: at.impact };
  };
  const observed = rated.flatMap(({ fields, rating }) => {
    const level = fields['level'];
    const at = rate(rating);
    const raw = typeof level === 'string' ? level : undefined;
    return raw === undefined || !at ? [] : [{ level: capital(raw), at }];
  });
  const fields: Record<string, unknown> = { likelihood, impact };
  if (style === 'numbers') {
    const scores = observed.map(({ level, at }, index) => ({ level, score: Number(at.likelihood) * Number(at.impact), rank: legend.find(({ label }) => label !== undefined && capital(label) === level)?.word?.rank ?? index }));
    const levels = productLevels(source, scores);
    fields['score'] = 'product';
    fields['levels'] = levels ?? [{ id: 'low', label: NEUTRAL[lang][2], from: Math.min(0, ...likelihood.map(({ value }) => value)) < 0 ? 0 : 1 }, { id: 'high', label: NEUTRAL[lang][3], from: Math.max(2, Math.ceil((Math.max(...likelihood.map(({ value }) => value)) * Math.max(...impact.map(({ value }) => value))) / 2)) }];
    if (!levels) notes.push({ en: 'the source does not say from which score a risk is grave: the two levels are to be written, and the method is a draft', fr: 'la source ne dit pas à partir de quel score un risque est grave : les deux niveaux sont à écrire, et la méthode est un brouillon' });
    if (!levels) fields['status'] = 'draft';
    if (source.actionFrom !== undefined) fields['action_from'] = source.actionFrom;
  } else {
    const words = observed.length > 0 ? [...new Set(observed.map(({ level }) => level))] : [];
    const known = impact.map(({ id = '', label }): Level => ({ id, label }));
    const levels = words.length >= 2 && !words.every((word) => known.some(({ label }) => label === word)) ? words.map((label): Level => ({ id: slug(label), label })) : known;
    const own = levels === known;
    const seen = (l: Point, i: Point): string | undefined => observed.find(({ at }) => at.likelihood === l.id && at.impact === i.id)?.level;
    fields['score'] = 'grid';
    fields['levels'] = levels;
    fields['grid'] = impact.map((row, position) => ({
      impact: row.id,
      levels: likelihood.map((column) => {
        const level = seen(column, row);
        const found = level === undefined ? undefined : levels.find(({ label }) => label === level)?.id;
        return found ?? (own ? row.id : levels[Math.min(levels.length - 1, Math.round((position / Math.max(1, impact.length - 1)) * (levels.length - 1)))]?.id);
      }),
    }));
    fields['status'] = 'draft';
    notes.push({ en: 'the source rates in words and does not combine them: the level follows the impact until you write the grid', fr: 'la source cote en mots et ne les combine pas : le niveau suit l’impact jusqu’à ce que vous écriviez la grille' });
  }
  return { id: source.id, style, fields: { title: source.title, ...fields }, notes, rate };
}
