import { restoreLine, SUSPECT } from '../model/mojibake.ts';
import type { ReadingProblem } from '../model/problem.ts';

/** Finds text that was UTF-8 and was decoded as something else (`Ã©` for `é`, `√©` for `é`), one problem a line. */
export function mojibake(text: string, file: string): ReadingProblem[] {
  if (!SUSPECT.test(text)) return [];
  const problems: ReadingProblem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!SUSPECT.test(line)) continue;
    const right = restoreLine(line);
    if (!right) continue;
    const meant = right.text.trim().slice(0, 100);
    problems.push({
      rule: 'content/encoding',
      what: {
        en: `this line was UTF-8 and was decoded as ${right.charset}; it should read “${meant}”`,
        fr: `cette ligne était en UTF-8 et a été décodée en ${right.charset} ; elle devrait dire « ${meant} »`,
      },
      place: { file, line: index + 1, column: right.column },
      fix: { en: 'Restore the text as shown.', fr: 'Rétablir le texte montré.' },
    });
  }
  return problems;
}
