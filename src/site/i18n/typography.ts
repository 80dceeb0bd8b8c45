import type { Lang } from './lang.ts';

const NBSP = '\u00A0';
const NNBSP = '\u202F';
const SPACE = '[ \\u00A0\\u202F]';

/** Left as written: code spans, tags, addresses. */
const PROTECTED = /(`[^`]*`|<[^>]*>|\b[a-z][a-z\d+.-]*:\/\/\S+)/i;

const UNITS =
  'k€|M€|€|ms|min|mois|minutes?|secondes?|heures?|jours?|semaines?|ans?|années?|h|j|s|Ko|Mo|Go|To|Kio|Mio|Gio|Tio|kWh|MWh|kW|MW|km|°C|px';

const RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`«${SPACE}`, 'g'), `«${NNBSP}`],
  [new RegExp(`${SPACE}(?=»)`, 'g'), NNBSP],
  [new RegExp(`${SPACE}(?=[;!?]+(?:${SPACE}|[\\s)»]|$))`, 'g'), NNBSP],
  [new RegExp(`(\\d)${SPACE}(?=%)`, 'g'), `$1${NNBSP}`],
  [new RegExp(`(\\d)${SPACE}(?=\\d{3}(?!\\d))`, 'g'), `$1${NNBSP}`],
  [new RegExp(`${SPACE}(?=:(?:\\s|$))`, 'g'), NBSP],
  [new RegExp(`(\\d)${SPACE}(?=(?:${UNITS})(?![\\p{L}\\d]))`, 'gu'), `$1${NBSP}`],
  [new RegExp(`(\\d${SPACE}h)${SPACE}(?=\\d{1,2}(?!\\d))`, 'g'), `$1${NBSP}`],
];

/**
 * Spaces of French: narrow no-break before ; ! ? % » and after «, no-break before : and between a number and its unit.
 * It changes the kind of a space and never adds one, so it is idempotent and cannot break code or an address.
 */
export function typography(text: string, lang: Lang): string {
  if (lang !== 'fr') return text;
  return text
    .split(PROTECTED)
    .map((part, index) => (index % 2 === 1 ? part : RULES.reduce((done, [from, to]) => done.replace(from, to), part)))
    .join('');
}
