import { BUSINESS_HOURS } from '../../model/availability.ts';
import { parseRecurrence } from '../../model/recurrence.ts';
import { key, plain } from '../plain.ts';
import { monthOf } from './cells.ts';

/** Words for units, as regular expressions over text without accents. */
const UNITS = {
  s: 's|sec|secs|secondes?|seconds?|segundos?|sekunden?|secondi|seconden',
  min: 'min|mins|mn|minutes?|minutos?|minuten|minuti|minuto|minuut',
  h: 'h|hr|hrs|heures?|hours?|horas?|stunden?|std|uur|uren|ore|ora',
  d: 'j|jrs?|jours?|d|days?|dias?|tage?|tagen|dagen|dag|giorni|giorno',
  w: 'sem|semaines?|weeks?|w|wochen?|semanas?|weken|week|settimane|settimana',
  mo: 'mois|months?|mo|monate?|monaten|meses|mes|maanden|maand|mesi|mese',
  y: 'ans?|annees?|years?|y|jahre?|jahren|anos?|jaar|anni|anno',
} as const;
type Unit = keyof typeof UNITS;

const BUSINESS = '(?:ouvres?|ouvrees?|ouvrables?|business|working|j\\.\\s?o\\b\\.?|habiles?|laborables?|uteis|util|lavorativ[io]|arbeits|werk)';
const UNIT = Object.values(UNITS).join('|');
const SPAN = new RegExp(`(\\d+(?:[.,]\\d+)?)\\s*(?:(?:(?:a|to|bis|-|–|tot)\\s*)(\\d+(?:[.,]\\d+)?)\\s*)?${`(?:${BUSINESS}\\s*-?\\s*)?`}(${UNIT})(?![\\p{L}])\\s*(?:(\\d{1,2})(?:\\s*(?:min|mn|m))?(?![\\p{L}\\d]))?`, 'iu');
const IMMEDIATE = /\b(?:immediate?(?:ment|ly)?|immediat(?:e|ement)?|sofort|inmediat[oa]|imediat[oa]|immediat[oa]|onmiddellijk|sans delai|instantan\w*)\b/i;

const bare = (text: string): string => plain(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const unitOf = (word: string): Unit | undefined => (Object.keys(UNITS) as Unit[]).find((unit) => new RegExp(`^(?:${UNITS[unit]})$`, 'i').test(word));

export interface ReadDuration {
  /** As Vigie writes it: `15 min`, `2 h 40 min`, `1 business day`, 0. */
  readonly value: string | 0;
  /** Whether the cell says nothing else: a note is kept otherwise. */
  readonly whole: boolean;
}

/**
 * The first duration of a text, in six languages; the longest of a range.
 * @param business the column says that its days are working days
 */
export function durationIn(text: string, business = false): ReadDuration | undefined {
  const words = bare(text);
  if (/^\s*[~<≤≈=]?\s*0\s*$/.test(words)) return { value: 0, whole: true };
  if (/^\s*0\s*(?:[(,;–—-]|$)/.test(words)) return { value: 0, whole: false };
  const match = SPAN.exec(words);
  if (!match) return IMMEDIATE.test(words) ? { value: 0, whole: key(words).split(' ').length === 1 } : undefined;
  const immediate = IMMEDIATE.exec(words);
  if (immediate && immediate.index < match.index) return { value: 0, whole: false };
  const [found, one = '', two, word = '', rest] = match;
  const unit = unitOf(word);
  if (unit === undefined) return undefined;
  const amount = Number((two ?? one).replace(',', '.'));
  const around = words.slice(match.index, match.index + found.length + 14);
  const working = (unit === 'd' || unit === 'h') && (new RegExp(`(?<![\\p{L}])${BUSINESS}`, 'iu').test(around) || /(?:arbeits|werk)(?:tag|dag)/i.test(words) || (business && unit === 'd'));
  const left = words.replace(found, ' ').replace(new RegExp(BUSINESS, 'i'), ' ').replace(/(?:moins de|less than|under|max(?:imum)?|environ|about|ca\.?|weniger als|menos de|meno di|minder dan|within|en moins d[e’'])/g, ' ');
  const whole = !/[\p{L}\d]/u.test(left) && two === undefined;
  if (working) return { value: `${amount} business ${unit === 'd' ? 'day' : 'hour'}${amount > 1 ? 's' : ''}`, whole };
  if (rest !== undefined && (unit === 'h' || unit === 'min')) return { value: `${amount} ${unit} ${Number(rest)} ${unit === 'h' ? 'min' : 's'}`, whole };
  return { value: amount === 0 ? 0 : `${amount} ${unit}`, whole };
}

const DAYS: readonly (readonly [string, RegExp])[] = [
  ['monday', /\b(?:lundis?|lun|mondays?|mon|montags?|lunes|segunda|maandag|lunedi)\b/],
  ['tuesday', /\b(?:mardis?|tuesdays?|tue|dienstags?|martes|terca|dinsdag|martedi)\b/],
  ['wednesday', /\b(?:mercredis?|wednesdays?|wed|mittwochs?|miercoles|quarta|woensdag|mercoledi)\b/],
  ['thursday', /\b(?:jeudis?|thursdays?|thu|donnerstags?|jueves|quinta|donderdag|giovedi)\b/],
  ['friday', /\b(?:vendredis?|fridays?|fri|freitags?|viernes|sexta|vrijdag|venerdi)\b/],
  ['saturday', /\b(?:samedis?|saturdays?|sat|samstags?|sabado|zaterdag|sabato)\b/],
  ['sunday', /\b(?:dimanches?|sundays?|sun|sonntags?|domingos?|zondag|domenica)\b/],
];

const PERIODS: readonly (readonly [string, RegExp])[] = [
  ['half-yearly', /\b(?:semestriel\w*|half[- ]?year\w*|semi-?annual\w*|biannual\w*|halbjahrlich\w*|semestral\w*|halfjaarlijks\w*|semestrale)\b|tous les 6 mois|every 6 months/],
  ['quarterly', /\b(?:trimestriel\w*|quarterly|vierteljahrlich\w*|trimestral\w*|kwartaal\w*|trimestrale|par trimestre)\b|tous les (?:trimestres|3 mois)|every (?:quarter|3 months)/],
  ['monthly', /\b(?:mensuel\w*|monthly|monatlich\w*|mensual\w*|mensal\w*|maandelijks\w*|mensile|par mois)\b|tous les mois|chaque mois|every month|jeden monat/],
  ['weekly', /\b(?:hebdomadaire\w*|hebdo|weekly|wochentlich\w*|semanal\w*|wekelijks\w*|settimanale|par semaine)\b|toutes les semaines|chaque semaine|every week|jede woche/],
  ['daily', /\b(?:quotidien\w*|journalier\w*|daily|taglich\w*|diari[oa]\w*|dagelijks\w*|giornalier[oa]|nightly|par jour|quotidiano)\b|tous les (?:jours|soirs|matins)|chaque (?:jour|nuit)|every (?:day|night)|jeden tag|elke dag/],
  ['yearly', /\b(?:annuel\w*|annual\w*|yearly|jahrlich\w*|anual\w*|jaarlijks\w*|annuale|par an)\b|tous les ans|chaque annee|every year/],
  ['hourly', /\b(?:horaire|hourly|stundlich|ogni ora|cada hora)\b|toutes les heures|chaque heure|every hour/],
  ['continuous', /\b(?:continu|continue|continuous\w*|en continu|temps reel|real[- ]?time|kontinuierlich|laufend|continu[oa]|permanent\w*)\b/],
];

/** `à 3h`, `(3h)`, `07:00`, `at 2 am`. */
function hourIn(words: string): string | undefined {
  const match = /\b(\d{1,2})\s*(?:[:h]\s*(\d{2})|\s*(am|pm)\b|\s*h\b)/.exec(words);
  if (!match) return undefined;
  const hour = Number(match[1]) + (match[3] === 'pm' && Number(match[1]) < 12 ? 12 : 0);
  return hour < 24 ? `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}` : undefined;
}

/** How often, as Vigie's schedules write it (`weekly on sunday at 03:00`); undefined where the text names no period. */
export function scheduleIn(text: string): string | undefined {
  const words = bare(text);
  const cron = /(?:^|\s|`)((?:[\d*/,-]+\s+){4}[\d*/,-]+)(?:$|\s|`)/.exec(plain(text));
  if (cron?.[1] !== undefined && parseRecurrence(cron[1])) return cron[1];
  const every = new RegExp(`(?:tou(?:te)?s les|chaque|every|alle|cada|ogni|elke|iedere|a cada)\\s+(\\d+)\\s*(${UNIT})(?![\\p{L}])`, 'iu').exec(words);
  if (every) {
    const unit = unitOf(every[2] ?? '');
    const months = unit === 'mo' ? Number(every[1]) : 0;
    if (months === 3) return 'quarterly';
    if (months === 6) return 'half-yearly';
    return unit === undefined ? undefined : `every ${every[1] ?? ''} ${unit}`;
  }
  const day = DAYS.find(([, pattern]) => pattern.test(words))?.[0];
  const period = PERIODS.find(([, pattern]) => pattern.test(words))?.[0] ?? (day === undefined ? undefined : 'weekly');
  if (period === undefined) return undefined;
  if (period === 'continuous') return period;
  const hour = period === 'hourly' ? undefined : hourIn(words);
  const month = period === 'yearly' ? words.split(/[^\p{L}]+/u).map((word) => (word.length > 3 ? monthOf(word) : undefined)).find((found) => found !== undefined) : undefined;
  const names = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
  const schedule = [period, period === 'weekly' && day !== undefined ? `on ${day}` : '', month === undefined ? '' : `in ${names[month - 1] ?? ''}`, hour === undefined ? '' : `at ${hour}`].filter((part) => part !== '').join(' ');
  return parseRecurrence(schedule) ? schedule : period;
}

const OSM_DAYS: readonly (readonly [string, RegExp])[] = [
  ['Mo', /^(?:lu|lun|lundi|mo|mon|monday|montag|lunes|seg|segunda|ma|maandag|lunedi)$/], ['Tu', /^(?:mardi|tu|tue|tuesday|di|dienstag|martes|ter|dinsdag|martedi|mar)$/], ['We', /^(?:mer|mercredi|we|wed|wednesday|mi|mittwoch|miercoles|qua|woensdag|mercoledi)$/],
  ['Th', /^(?:je|jeu|jeudi|th|thu|thursday|do|donnerstag|jueves|qui|donderdag|giovedi)$/], ['Fr', /^(?:ve|ven|vendredi|fr|fri|friday|freitag|viernes|vie|sex|sexta|vr|vrijdag|venerdi)$/], ['Sa', /^(?:sa|sam|samedi|sat|saturday|samstag|sabado|sabato|zaterdag)$/], ['Su', /^(?:di|dim|dimanche|su|sun|sunday|so|sonntag|domingo|dom|domenica|zondag)$/],
];

/** Hours in OpenStreetMap syntax, where the words say them. */
export function availabilityIn(text: string): string | undefined {
  const words = bare(text);
  if (/24\s*(?:h|x|\/|u)?\s*[/x]?\s*(?:24|7)|\b7\s*j?\s*\/\s*7\b.*24|around the clock|rund um die uhr|en permanence/.test(words)) return '24/7';
  const hours = /(\d{1,2})\s*(?:[h:]\s*(\d{2})?|uhr)?\s*(?:-|–|a|to|bis|tot)\s*(\d{1,2})\s*(?:[h:]\s*(\d{2})?|uhr|am|pm)?/.exec(words);
  const days = /(\p{L}{2,10})\.?\s*(?:-|–|a|au|to|bis|tot|al)\s*(\p{L}{2,10})/u.exec(words);
  const osm = (word: string | undefined): string | undefined => OSM_DAYS.find(([, pattern]) => pattern.test(word ?? ''))?.[0];
  const [from, to] = [osm(days?.[1]), osm(days?.[2])];
  const business = /heures? ouvre|jours? ouvre|\bj\.?o\b|business (?:hours|days)|working (?:hours|days)|office hours|burozeit|geschaftszeit|arbeitszeit|horario (?:laboral|de oficina)|horario comercial|kantooruren|orario d.?ufficio|heures? de bureau/.test(words);
  const clock = hours ? `${(hours[1] ?? '').padStart(2, '0')}:${hours[2] ?? '00'}-${(hours[3] ?? '').padStart(2, '0')}:${hours[4] ?? '00'}` : undefined;
  if (clock !== undefined && Number(hours?.[1]) < 24 && Number(hours?.[3]) <= 24 && from !== undefined && to !== undefined) return `${from}-${to} ${clock}${business ? '; PH off' : ''}`;
  if (clock !== undefined && business && Number(hours?.[3]) <= 24) return `Mo-Fr ${clock}; PH off`;
  return business ? BUSINESS_HOURS : undefined;
}
