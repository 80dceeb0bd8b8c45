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

/** Without one of these, no space is to be changed: most words have none. */
const SPACED = /[:;!?%«»\d]/;

const setSpaces = (text: string): string => !SPACED.test(text) ? text : text.replace(SPACES, (_, wide: string | undefined) => (wide === undefined ? NNBSP : NBSP));

/** Between two letters; or after an elided word where the text ends there (`l’` before code or a link). */
const APOSTROPHE = /(?<=\p{L})'(?=\p{L})|(?<=(?:^|[^\p{L}'])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu))'$/giu;

/** Two straight marks that open after a space and close before one: what stands in code (`state="down"`) is none. */
const QUOTED = /(?<=^|[\s(\u00A0\u202F—–])"([^\s"](?:[^"]*[^\s"])?)"(?=$|[\s.,;:!?…)\u00A0\u202F—–])/g;

const setMarks = (text: string): string => (/['"]/.test(text) ? text.replace(APOSTROPHE, '’').replace(QUOTED, `«${NNBSP}$1${NNBSP}»`) : text);

const set = (text: string): string => setSpaces(setMarks(text));

/**
 * French: narrow no-break space before ; ! ? % » and after «, no-break before : and between a number and its unit;
 * ’ for a straight apostrophe, « » for straight quotation marks. It adds a space only inside marks that it turned itself,
 * so it is idempotent and cannot break code or an address.
 */
export function typography(text: string, lang: Lang): string {
  if (lang !== 'fr') return text;
  if (!/[`<]|:\/\//.test(text)) return set(text);
  return text
    .split(PROTECTED)
    .map((part, index) => (index % 2 === 1 ? part : set(part)))
    .join('');
}
