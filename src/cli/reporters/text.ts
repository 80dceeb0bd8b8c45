import { styleText } from 'node:util';
import type { CheckResult, Finding } from '../../checks/finding.ts';
import { lineFrame } from '../../model/line-frame.ts';
import type { Lang } from '../../model/text.ts';
import { pathIn, type Compared } from './report.ts';
import { summaryOf } from './summary.ts';

export interface TextOptions {
  readonly color: boolean;
  /** How files are named, from where the command runs. */
  readonly prefix: string;
  /** The language that the findings are in. */
  readonly lang?: Lang;
  readonly compared?: Compared | undefined;
}

type Style = Parameters<typeof styleText>[0];

function frame({ place, line }: Finding, path: string, paint: (style: Style, text: string) => string): string {
  const number = String(place.line);
  const gutter = ' '.repeat(number.length);
  const head = `${gutter} ${paint('dim', '┌')} ${paint('cyan', `${path}:${place.line}:${place.column}`)}`;
  if (line === undefined) return head;
  const { before, at, after, caret } = lineFrame(line, place.column);
  return `${head}\n${paint('dim', `${number} │`)} ${before}${at}${after}\n${gutter} ${paint('dim', '│')} ${' '.repeat(caret)}${paint('red', '^')}`;
}

/** The report's own words; the rest is the findings'. */
const WORDS = {
  en: {
    error: 'error',
    warning: 'warning',
    why: 'why:',
    fix: 'fix:',
    waivedTitle: 'Waived',
    accepted: (by: string, until: string, reason: string) => `accepted by ${by} until ${until}: ${reason}`,
  },
  fr: {
    error: 'erreur',
    warning: 'avertissement',
    why: 'pourquoi :',
    fix: 'que faire :',
    waivedTitle: 'Écartés par une dérogation',
    accepted: (by: string, until: string, reason: string) => `accepté par ${by} jusqu’au ${until} : ${reason}`,
  },
} as const;

/** What the author reads (STYLE.md): id, fact, line, why, fix, by file, and the counts at the end. */
export function textReport(result: CheckResult, { color, prefix, lang = 'en', compared }: TextOptions): string {
  const words = WORDS[lang];
  const paint = (style: Style, text: string): string => (color ? styleText(style, text, { validateStream: false }) : text);
  const parts: string[] = [];
  let file = '';
  for (const finding of result.findings) {
    const path = pathIn(prefix, finding.place.file);
    if (path !== file) {
      file = path;
      parts.push(paint('bold', path));
    }
    parts.push(
      [
        `${paint(finding.severity === 'error' ? 'red' : 'yellow', words[finding.severity])} ${paint('bold', finding.rule)}`,
        `  ${finding.what}`,
        frame(finding, path, paint).split('\n').map((line) => `  ${line}`).join('\n'),
        `  ${paint('dim', words.why)} ${finding.why}`,
        `  ${paint('dim', words.fix)} ${finding.fix}`,
      ].join('\n'),
    );
  }
  if (result.waived.length > 0) {
    parts.push(paint('bold', words.waivedTitle), result.waived.map(({ rule, what, waiver, place }) => `  ${rule} ${pathIn(prefix, place.file)}:${place.line}\n    ${what}\n    ${words.accepted(waiver.by, waiver.until, waiver.reason)}`).join('\n'));
  }
  parts.push(summaryOf({ result, lang, compared }));
  return `${parts.join('\n\n')}\n`;
}
