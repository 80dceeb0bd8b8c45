import type { LevelStep } from './icons.ts';

/**
 * Place on the drawn scale (1 mildest to 4) of level `index` (0 is the mildest) among `count` levels.
 * The worst level is always 4 and the mildest 1, so a register of three or six levels keeps the same ends.
 */
export function levelStep(index: number, count: number): LevelStep {
  if (count <= 1) return 4;
  const step = 1 + Math.round((3 * Math.min(Math.max(index, 0), count - 1)) / (count - 1));
  return step as LevelStep;
}
