import OpeningHours from 'opening_hours';

/** Public holidays as their author declares them: a country (`FR`), days (`2026-03-12`), or a country and more days. */
export type Holidays = string | readonly string[];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The country and the days, in order. */
function holidayParts(holidays: Holidays | undefined): { readonly country: string | undefined; readonly days: readonly string[] } {
  const parts = holidays === undefined ? [] : typeof holidays === 'string' ? [holidays] : holidays;
  return { country: parts.find((part) => !DAY.test(part)), days: parts.filter((part) => DAY.test(part)).sort() };
}

/** Where a country has no holidays the library prints a call for help to its own authors before it throws: that is not for our readers. */
export function quietly<T>(work: () => T): T {
  /* eslint-disable no-console -- the library offers no other way to keep it quiet. */
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
    /* eslint-enable no-console */
  }
}

export const placeOf = (country: string): { lat: number; lon: number; address: { country_code: string; state: string } } => ({ lat: 0, lon: 0, address: { country_code: country.toLowerCase(), state: '' } });

const known = new Map<string, boolean>();

/** Whether the holidays of a country are on record. */
function knowsHolidays(country: string): boolean {
  let answer = known.get(country);
  if (answer === undefined) {
    try {
      quietly(() => new OpeningHours('Mo-Fr 09:00-18:00; PH off', placeOf(country)).getNextChange(new Date(Date.UTC(2026, 0, 1))));
      answer = true;
    } catch {
      answer = false;
    }
    known.set(country, answer);
  }
  return answer;
}

const rulesOf = (expression: string): string[] =>
  expression
    .replace(/(?<=\S)\s+PH off/gi, '; PH off')
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');

/** `PH off`, `PH,Sa 10:00-12:00`: what holds on holidays, and on which days of the week beside them. */
const HOLIDAY_RULE = /^(?:(PH)|PH,([\w,-]+)|([\w,-]+),PH)(?:\s+(.*))?$/i;

/** Whether hours depend on public holidays. */
const speaksOfHolidays = (expression: string): boolean => rulesOf(expression).some((rule) => HOLIDAY_RULE.test(rule));

/**
 * Hours as the library takes them: days that are declared stand beside the country’s holidays, and rules for holidays that nobody
 * knows are left out, because the library would take those of Germany.
 */
export function withHolidays(expression: string, holidays: Holidays | undefined): { readonly expression: string; readonly country: string | undefined } {
  const { country, days } = holidayParts(holidays);
  const there = country !== undefined && knowsHolidays(country);
  const rules = rulesOf(expression).flatMap((rule) => {
    const [whole, alone, after, before, hours = ''] = HOLIDAY_RULE.exec(rule) ?? [];
    if (whole === undefined) return [rule];
    const week = alone === undefined ? [`${after ?? before} ${hours}`] : [];
    return [...(there ? [rule] : week), ...days.map((day) => `${Number(day.slice(0, 4))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(8)} ${hours}`.trim())];
  });
  return { expression: rules.length > 0 ? rules.join('; ') : expression, country: there ? country : undefined };
}

/** What is not known of the holidays that hours depend on. */
export type HolidayGap =
  /** Nobody said which holidays count. */
  | { readonly kind: 'undeclared' }
  /** A country whose holidays are not on record. */
  | { readonly kind: 'unknown'; readonly country: string }
  /** Days were declared, up to this one. */
  | { readonly kind: 'until'; readonly day: string };

/** What is not known of the holidays of these hours; undefined where nothing depends on them, or all is known. */
export function holidayGap(expression: string, holidays: Holidays | undefined): HolidayGap | undefined {
  if (expression !== 'business hours' && !speaksOfHolidays(expression)) return undefined;
  const { country, days } = holidayParts(holidays);
  if (country !== undefined && knowsHolidays(country)) return undefined;
  const last = days.at(-1);
  if (last !== undefined) return { kind: 'until', day: last };
  return country === undefined ? { kind: 'undeclared' } : { kind: 'unknown', country };
}
