import { key, plain } from '../plain.ts';

/**
 * Words that rate, from the mildest (0) to the gravest, in the languages the importer reads. The rank only orders the words of one scale;
 * it is not a score. A word that is missing here is added in its line.
 */
const RANKS: readonly (readonly [rank: number, id: string, words: string])[] = [
  [0, 'almost-none', 'quasi nulle, quasi nul, nulle, nul, almost none, none, aucun, aucune, nula'],
  [1, 'negligible', 'négligeable, insignifiant, insignifiante, negligible, insignificant, trivial, vernachlässigbar, insignificante, verwaarloosbaar, trascurabile, désprezível, cosmétique'],
  [1.2, 'very-low', 'très faible, très bas, très basse, very low, muy bajo, muy baja, sehr gering, sehr niedrig, muito baixo, muito baixa, zeer laag, molto basso, molto bassa, extrêmement faible'],
  [1.4, 'rare', 'rare, très improbable, highly unlikely, exceptionnel, exceptionnelle, raro, rara, selten, zeldzaam, zelden, remote'],
  [2, 'low', 'faible, bas, basse, low, bajo, baja, gering, niedrig, baixo, baixa, laag, basso, bassa, limité, limitée, limited, info, information'],
  [2.2, 'minor', 'mineur, mineure, minor, menor, geringfügig, klein, minore, licht'],
  [2.4, 'unlikely', 'peu probable, improbable, unlikely, unwahrscheinlich, improbabile, improvável, onwaarschijnlijk, peu vraisemblable'],
  [3, 'medium', 'moyen, moyenne, medium, mittel, medio, media, médio, média, gemiddeld, middel, midden, med, moderat'],
  [3.1, 'moderate', 'modéré, modérée, moderate, moderado, moderada, moderato, matig, mäßig, mässig, significatif, significative, significant'],
  [3.3, 'possible', 'possible, possível, posible, möglich, mogelijk, possibile, occasionnel, occasionnelle, occasional, vraisemblable'],
  [4, 'high', 'élevé, élevée, haut, haute, fort, forte, high, alto, alta, hoch, hoog, elevato, elevata, elevado, elevada, importante, important'],
  [4.1, 'major', 'majeur, majeure, major, grave, serious, sérieux, sérieuse, mayor, maior, schwer, groot, maggiore, ernstig, erheblich, severe, sévère'],
  [4.3, 'likely', 'probable, likely, wahrscheinlich, probabile, provável, waarschijnlijk, fréquent, fréquente, frequent, très vraisemblable, häufig, frecuente'],
  [5, 'very-high', 'très élevé, très élevée, très haut, très haute, très fort, très forte, very high, muy alto, muy alta, sehr hoch, muito alto, muito alta, zeer hoog, molto alto, molto alta, extrême, extreme, extremo'],
  [5.2, 'almost-certain', 'quasi certain, quasi certaine, certain, certaine, almost certain, certain, très probable, very likely, fast sicher, sehr wahrscheinlich, quase certo, casi seguro, vrijwel zeker, quasi certo, permanent'],
  [5.5, 'critical', 'critique, critical, crítico, crítica, kritisch, kritiek, critico, critica, vital, vitale, maximal, maximale, bloquant, bloquante'],
  [6, 'catastrophic', 'catastrophique, catastrophic, catastrófico, katastrophal, catastrofaal, catastrofico, disastrous, désastreux, existenzbedrohend'],
];

export interface ScaleWord {
  readonly rank: number;
  readonly id: string;
}

const byWord = new Map<string, ScaleWord>(RANKS.flatMap(([rank, id, words]) => words.split(',').map((word): [string, ScaleWord] => [key(word), { rank, id }])));

/** Coloured signs stand for words only where a cell holds nothing else. */
const COLOURS: readonly (readonly [RegExp, string])[] = [
  [/🟣|⚫|🖤/u, 'catastrophic'], [/🔴|🟥|❤️|‼/u, 'critical'], [/🟠|🟧|🧡/u, 'high'], [/🟡|🟨|💛/u, 'medium'], [/🟢|🟩|💚/u, 'low'], [/🔵|⚪|🟦|⬜/u, 'very-low'],
];

const rankOfId = (id: string): ScaleWord => ({ id, rank: RANKS.find(([, each]) => each === id)?.[0] ?? 3 });

/** The rank of a word that rates; undefined for any other. */
export const scaleWord = (text: string): ScaleWord | undefined => byWord.get(key(text));

export interface ScaleCell {
  readonly value?: number | undefined;
  /** As written, without the value and the remark: `Élevée`. */
  readonly label?: string | undefined;
  readonly word?: ScaleWord | undefined;
  /** Best value of the scale, where the cell gives it (`3/5`). */
  readonly outOf?: number | undefined;
  /** What the cell says besides (`SLA 99,9 %`, `aucune lecture…`). */
  readonly rest?: string | undefined;
  /** A sign without a word or a number. */
  readonly sign?: true | undefined;
}

const NUMBER = /^(\d{1,3}(?:[.,]\d{1,2})?)(?:\s*\/\s*(\d{1,3}))?$/;
const decimal = (text: string): number => Number(text.replace(',', '.'));

/** Reads a cell that rates: `4`, `3 (Moyen)`, `3 - Moyen`, `Élevée (3/5)`, `2,5`, `🟠 Majeur`, `Critique : aucune lecture`, `P2`-like labels excluded. */
export function scaleIn(source: string): ScaleCell | undefined {
  const text = plain(source).replace(/\uFE0F/g, '').trim();
  if (text === '') return undefined;
  const sign = COLOURS.find(([pattern]) => pattern.test(text));
  const words = text.replace(/[\p{Extended_Pictographic}⬜⬛]/gu, (found) => (/\d/.test(found) ? found : ' ')).replace(/\s+/g, ' ').trim();
  if (words === '') return sign ? { word: rankOfId(sign[1]), sign: true } : undefined;
  const number = NUMBER.exec(words);
  if (number) return { value: decimal(number[1] ?? ''), outOf: number[2] === undefined ? undefined : Number(number[2]) };
  // 3 (Moyen), 3 - Moyen, 3 : Moyen, 3 Moyen, N3 - Moyen
  const first = /^[NLPI]?(\d{1,2}(?:[.,]\d{1,2})?)(?:\s*\/\s*(\d{1,3}))?\s*(?:[-–—:.=]\s*|\()?\s*([\p{L}][^()]*?)\s*\)?$/u.exec(words);
  const firstWord = first ? scaleWord(first[3] ?? '') : undefined;
  if (first && firstWord) return { value: decimal(first[1] ?? ''), outOf: first[2] === undefined ? undefined : Number(first[2]), label: (first[3] ?? '').trim(), word: firstWord };
  const whole = scaleWord(words);
  if (whole) return { label: words, word: whole };
  // Élevée (3/5), Critique : aucune lecture, Faible (SLA 99,9 %), Eleve sur l'usage, faible sur l'infra
  const head = /^([\p{L}][\p{L}\s'’-]*?)\s*(?:\(([^)]*)\)?|[:–—,;]\s*|-\s+)(.*)$/su.exec(words);
  const word = head ? scaleWord(head[1] ?? '') : undefined;
  if (head && word) {
    const inside = head[2]?.trim();
    const value = inside === undefined ? undefined : NUMBER.exec(inside);
    const rest = [value ? '' : (inside ?? ''), (head[3] ?? '').replace(/^[:\s]+/, '').trim()].filter((part) => part !== '').join(' ');
    return { value: value ? decimal(value[1] ?? '') : undefined, outOf: value?.[2] === undefined ? undefined : Number(value[2]), label: (head[1] ?? '').trim(), word, rest: rest === '' ? undefined : rest };
  }
  // « Élevé sur l'usage » : the first words rate, the others say what.
  const parts = words.split(' ');
  for (const size of [3, 2, 1]) {
    const begin = parts.slice(0, size).join(' ');
    const found = parts.length > size && (parts.length <= size + 6 || source.trim().startsWith('**')) ? scaleWord(begin) : undefined;
    if (found) return { label: begin, word: found, rest: parts.slice(size).join(' ') };
  }
  const tail = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*[(–—:-]\s*(.*?)\)?$/.exec(words);
  return tail ? { value: decimal(tail[1] ?? ''), rest: tail[2] } : undefined;
}
