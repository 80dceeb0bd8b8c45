import { compareRated, outOfTolerance, type Rated } from '../../../model/rated.ts';
import type { MethodRecord, RiskRecord, ScenarioRecord } from '../../../model/records.ts';
import type { Text } from '../../../model/text.ts';
import { consequence, type Consequence, type Effect } from '../consequence.ts';

type RatedRecord = RiskRecord | ScenarioRecord;

const beyond = (method: MethodRecord | undefined, rated: Rated | undefined): boolean => method !== undefined && rated !== undefined && outOfTolerance(method.value, rated);

/** `12`, or « Moyen × Élevé » where the method is in words. */
const scoreText = ({ score, likelihood, impact }: Rated): string => (score === undefined ? `${likelihood.label} × ${impact.label}` : String(score));

/** How grave a level is on its own scale, above 0 and below 1. */
export const gravity = (rated: Rated | undefined): number => (rated ? rated.level.rank / (rated.level.of + 1) : 0);

/** Above 0 where `b` is graver than `a`. Methods that differ are compared by the place of the level on each. */
function turn(a: Rated, b: Rated, sameMethod: boolean): number {
  if (!sameMethod) return b.level.rank / b.level.of - a.level.rank / a.level.of;
  // A method may have moved its thresholds under a rating that stayed.
  return compareRated(b, a) || b.level.rank / b.level.of - a.level.rank / a.level.of;
}

/** What a rating says of itself: `16, Critique, out of tolerance`. */
export function ratingSaid(record: RatedRecord): Text {
  const { current } = record;
  if (!current) return { en: 'not rated', fr: 'non coté' };
  const out = beyond(record.method, current);
  const said = `${scoreText(current)}, ${current.level.label}`;
  return { en: `${said}${out ? ', out of tolerance' : ''}`, fr: `${said}${out ? ', hors tolérance' : ''}` };
}

export const isOutOfTolerance = (record: RatedRecord): boolean => beyond(record.method, record.current);

/** What became of today's rating. */
export function* ratingMoved(before: RatedRecord, after: RatedRecord, sameMethod: boolean): Generator<Consequence> {
  const id = after.kind === 'risk' ? 'risk/moved' : 'scenario/moved';
  const [was, is] = [before.current, after.current];
  if (!was && !is) return;
  if (!was || !is) {
    const effect: Effect = was ? 'worse' : isOutOfTolerance(after) ? 'worse' : 'neutral';
    const [old, now] = [ratingSaid(before), ratingSaid(after)];
    const what = was ? { en: `is no longer rated (was ${old.en})`, fr: `n’est plus coté (était : ${old.fr})` } : { en: `is rated for the first time: ${now.en}`, fr: `est coté pour la première fois : ${now.fr}` };
    yield consequence(after, id, effect, what, { from: was && scoreText(was), to: is && scoreText(is), more: gravity(is ?? was), at: 'current' });
    return;
  }
  const [wasOut, isOut] = [beyond(before.method, was), beyond(after.method, is)];
  const moved = was.likelihood.value !== is.likelihood.value || was.impact.value !== is.impact.value || scoreText(was) !== scoreText(is);
  const sameLevel = was.level.label === is.level.label;
  const levels = sameLevel ? is.level.label : `${was.level.label} → ${is.level.label}`;
  if (!moved && sameLevel && wasOut === isOut) return;
  const points = scoreText(was) === scoreText(is) ? (moved ? `${was.likelihood.value} × ${was.impact.value} → ${is.likelihood.value} × ${is.impact.value} = ${scoreText(is)}` : scoreText(is)) : `${scoreText(was)} → ${scoreText(is)}`;
  const direction = turn(was, is, sameMethod);
  const effect: Effect = wasOut !== isOut ? (isOut ? 'worse' : 'better') : direction > 0 ? 'worse' : direction < 0 ? 'better' : 'neutral';
  const tolerance = wasOut && isOut ? { en: 'still out of tolerance', fr: 'toujours hors tolérance' } : wasOut ? { en: 'comes back within tolerance', fr: 'revient dans la tolérance' } : isOut ? { en: 'leaves tolerance', fr: 'sort de la tolérance' } : { en: '', fr: '' };
  const because = { en: 'the method changed', fr: 'la méthode a changé' };
  const said = (lang: 'en' | 'fr'): string => [points, levels, tolerance[lang], moved && sameMethod ? '' : because[lang]].filter((part) => part !== '').join(', ');
  yield consequence(after, id, effect, { en: said('en'), fr: said('fr') }, { from: was.score ?? scoreText(was), to: is.score ?? scoreText(is), more: gravity(is), at: 'current' });
}
