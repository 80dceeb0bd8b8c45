import type { Lang } from '../../model/text.ts';
import type { MatrixChange, MatrixGrid } from '../../views/diff/matrix-changes.ts';
import { DIFF_WORDS } from './diff-words.ts';

const WIDTH = 4;
const cell = (text: string): string => text.padStart(WIDTH - 1).padEnd(WIDTH);

/** Lines of one grid; cells that differ from the other's stand in brackets. */
function linesOf(title: string, grid: MatrixGrid, other: MatrixGrid | undefined, lang: Lang): string[] {
  const gutter = Math.max(2, ...grid.rows.map(({ impact }) => impact.length));
  const same = other?.rows.length === grid.rows.length && other.columns.length === grid.columns.length;
  const rows = grid.rows.map(({ impact, counts }, row) => {
    const cells = counts.map((number, column) => {
      const moved = same && other.rows[row]?.counts[column] !== number;
      const shown = number === 0 ? '·' : String(number);
      return moved ? `[${shown}]`.padStart(WIDTH) : cell(shown);
    });
    return `${impact.padStart(gutter)} │${cells.join('')}`;
  });
  const axis = `${' '.repeat(gutter)} └${'─'.repeat(WIDTH * grid.columns.length)}`;
  const feet = `${' '.repeat(gutter + 2)}${grid.columns.map(cell).join('')}`;
  return [`${title} (${DIFF_WORDS[lang].impact} ↑, ${DIFF_WORDS[lang].likelihood} →)`, ...rows, axis, feet];
}

/** Two grids of counts side by side, before and after, in plain text. */
export function matrixText({ before, after }: MatrixChange, lang: Lang): string {
  const words = DIFF_WORDS[lang];
  const left = before ? linesOf(words.before, before, after, lang) : [];
  const right = after ? linesOf(words.after, after, before, lang) : [];
  const width = Math.max(0, ...left.map(({ length }) => length)) + 3;
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => `${left.length === 0 ? '' : (left[at] ?? '').padEnd(width)}${right[at] ?? ''}`.trimEnd());
  return lines.join('\n');
}

/** `Critique 2 → 3, Élevée 5 → 4`: levels whose count changed, the gravest first. */
export function levelsText({ before, after }: MatrixChange): string {
  const labels = [...new Set([...(after?.levels ?? []), ...(before?.levels ?? [])].map(({ label }) => label))];
  const of = (grid: MatrixGrid | undefined, label: string): number => grid?.levels.find((level) => level.label === label)?.count ?? 0;
  return labels.flatMap((label) => (of(before, label) === of(after, label) ? [] : [`${label} ${before ? `${of(before, label)} → ` : ''}${of(after, label)}`])).join(', ');
}
