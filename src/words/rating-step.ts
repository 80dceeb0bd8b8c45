import type { Rated } from '../model/rated.ts';
import type { Move, RatingStep, WrittenPoint } from '../views/rating-steps.ts';
import { translator, type Lang } from './index.ts';
import { typography } from './typography.ts';

/** What a step of a rating did, in a sentence: `Probabilité 3 → 4, score 12 → 16`. `scored`: the method multiplies, and is spoken of in numbers. */
export function stepWords({ point, before, moves }: RatingStep, scored: boolean, lang: Lang): string {
  const t = translator(lang);
  const say = (words: string): string => typography(words, lang);
  const rating = (rated: Rated | undefined): string => (rated === undefined ? '–' : rated.score === undefined ? say(rated.level.label) : String(rated.score));
  const pointWords = (written: WrittenPoint): string => (typeof written === 'string' ? written : scored ? String(written.value) : say(written.label));
  const moveWords = (move: Move): string => {
    switch (move.field) {
      case 'likelihood':
      case 'impact':
        return t(`history.${move.field}`, { from: pointWords(move.from), to: pointWords(move.to) });
      case 'target':
      case 'inherent': {
        const { field, from, to } = move;
        return to === undefined ? t(`history.${field}-gone`) : from === undefined ? t(`history.${field}-set`, { to: rating(to) }) : t(`history.${field}`, { from: rating(from), to: rating(to) });
      }
      case 'state':
        return t('history.state', { from: move.from ? t(`risk.state.${move.from}`) : '–', to: move.to ? t(`risk.state.${move.to}`) : '–' });
      default:
        return t(`history.${move.field}`);
    }
  };
  if (point.change !== 'changed') return t(`history.${point.change}`);
  const { rated } = point;
  const isAxis = ({ field }: Move): boolean => field === 'likelihood' || field === 'impact';
  const axes = moves.filter(isAxis).map(moveWords);
  const result =
    axes.length === 0 || !before || !rated ? [] : before.score !== undefined && rated.score !== undefined ? [t('history.score', { from: before.score, to: rated.score })] : before.level.id !== rated.level.id ? [t('history.level', { from: say(before.level.label), to: say(rated.level.label) })] : [];
  const [first = '', ...rest] = [...axes, ...result, ...moves.filter((move) => !isAxis(move)).map(moveWords)];
  return [first, ...rest.map((word) => word.charAt(0).toLocaleLowerCase(lang) + word.slice(1))].join(', ');
}
