import { parseDuration } from './duration.ts';

/** Words of English and French for the units of a duration. `m` is none: it may be a minute or a month. */
const UNITS: Readonly<Record<string, string>> = {
  s: 's', sec: 's', secs: 's', second: 's', seconds: 's', seconde: 's', secondes: 's',
  min: 'min', mins: 'min', mn: 'min', minute: 'min', minutes: 'min',
  h: 'h', hr: 'h', hrs: 'h', hour: 'h', hours: 'h', heure: 'h', heures: 'h',
  d: 'd', day: 'd', days: 'd', j: 'd', jour: 'd', jours: 'd',
  w: 'w', week: 'w', weeks: 'w', semaine: 'w', semaines: 'w',
  mo: 'mo', month: 'mo', months: 'mo', mois: 'mo',
  y: 'y', yr: 'y', yrs: 'y', year: 'y', years: 'y', an: 'y', ans: 'y', 'année': 'y', 'années': 'y',
};
const PARTS = /^(\d+(?:[.,]\d+)?)\s*(\p{L}+)(?:\s*(?:et\s+|and\s+)?(\d+)\s*(\p{L}+)?)?$/u;
const BUSINESS = /^(\d+(?:[.,]\d+)?)\s*(?:business\s+days?|working\s+days?|jours?\s+ouvrés?)$/;
const LONGEST = 60;

/** A duration in the form that schemas ask for (`2h40` → `2 h 40 min`, `15 minutes` → `15 min`, « 3 jours » → `3 d`); undefined where the text is in that form, or may mean something else. */
export function normalDuration(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text.trim().normalize('NFC').toLowerCase();
  const business = BUSINESS.exec(plain)?.[1];
  const [, number = '', word = '', rest, restWord] = PARTS.exec(plain) ?? [];
  const unit = UNITS[word];
  let normal: string | undefined;
  if (business !== undefined) normal = `${business} business day${Number(business.replace(',', '.')) > 1 ? 's' : ''}`;
  else if (unit !== undefined && rest === undefined) normal = `${number} ${unit}`;
  else if (unit !== undefined && rest !== undefined) {
    const below = restWord === undefined ? (unit === 'h' ? 'min' : undefined) : UNITS[restWord];
    normal = below !== undefined && ((unit === 'd' && below === 'h') || (unit === 'h' && below === 'min') || (unit === 'min' && below === 's')) ? `${number} ${unit} ${rest} ${below}` : undefined;
  }
  if (normal === undefined || normal === text) return undefined;
  const [before, after] = [parseDuration(text), parseDuration(normal)];
  // What the model reads already must not change.
  return after === undefined || (before !== undefined && (before.min !== after.min || before.max !== after.max || before.business !== after.business)) ? undefined : normal;
}
