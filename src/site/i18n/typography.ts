import type { Lang } from './lang.ts';

const NBSP = '\u00A0';
const NNBSP = '\u202F';
const SPACE = '[ \\u00A0\\u202F]';

/** Left as written: code spans, tags, addresses. */
const PROTECTED = /(`[^`]*`|<[^>]*>|\b[a-z][a-z\d+.-]*:\/\/\S+)/i;

const UNITS =
  'k€|M€|€|ms|min|mois|minutes?|secondes?|heures?|jours?|semaines?|ans?|années?|h|j|s|Ko|Mo|Go|To|Kio|Mio|Gio|Tio|kWh|MWh|kW|MW|km|°C|px';

/** Spaces that become NBSP (captured), else spaces that become NNBSP. One pass: each rule is about one space and what stands beside it. */
const SPACES = new RegExp(
  `(${SPACE}(?=:(?:\\s|$))|(?<=\\d)${SPACE}(?=(?:${UNITS})(?![\\p{L}\\d]))|(?<=\\d${SPACE}h)${SPACE}(?=\\d{1,2}(?!\\d)))` +
    `|(?<=«)${SPACE}|${SPACE}(?=»)|${SPACE}(?=[;!?]+(?:${SPACE}|[\\s)»]|$))|(?<=\\d)${SPACE}(?=%|\\d{3}(?!\\d))`,
  'gu',
);

const setSpaces = (text: string): string => text.replace(SPACES, (_, wide: string | undefined) => (wide === undefined ? NNBSP : NBSP));

/**
 * Spaces of French: narrow no-break before ; ! ? % » and after «, no-break before : and between a number and its unit.
 * It changes the kind of a space and never adds one, so it is idempotent and cannot break code or an address.
 */
export function typography(text: string, lang: Lang): string {
  if (lang !== 'fr') return text;
  if (!/[`<]|:\/\//.test(text)) return setSpaces(text);
  return text
    .split(PROTECTED)
    .map((part, index) => (index % 2 === 1 ? part : setSpaces(part)))
    .join('');
}
