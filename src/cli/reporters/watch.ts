import type { CheckResult } from '../../checks/finding.ts';
import { madeWorse } from '../../checks/made-worse.ts';
import { count, type Lang } from '../../model/text.ts';
import { summaryOf } from './summary.ts';
import { textReport, type TextOptions } from './text.ts';

const SAYS = {
  en: { gone: 'gone', read: (files: number, milliseconds: number) => `${count.en(files, 'file')} read again, answered in ${milliseconds} ms` },
  fr: { gone: 'résolu', read: (files: number, milliseconds: number) => `${count.fr(files, 'fichier relu', 'fichiers relus')}, réponse en ${milliseconds} ms` },
} as const satisfies Record<Lang, unknown>;

/** What an edit did: what it made worse as `check` prints it, a line for each finding that went, the counts and the time. */
export function watchReport(before: CheckResult, after: CheckResult, options: TextOptions & { readonly lang: Lang }, files: number, milliseconds: number): string {
  const says = SAYS[options.lang];
  const worse = madeWorse(before, after);
  const gone = madeWorse(after, before).findings;
  // The last line of a report is its counts: those of the whole wiki stand below.
  const report = worse.findings.length === 0 ? '' : textReport({ ...worse, waived: [] }, options).split('\n\n').slice(0, -1).join('\n\n');
  const went = gone.map(({ rule, place, what }) => `${says.gone} ${rule} ${options.prefix}${place.file}:${place.line}\n  ${what}`).join('\n');
  return `\n${[report, went, `${summaryOf({ result: after, lang: options.lang, compared: options.compared })} · ${says.read(files, milliseconds)}`].filter((part) => part !== '').join('\n\n')}\n`;
}
