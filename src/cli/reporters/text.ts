import { styleText } from 'node:util';
import type { CheckResult, Finding } from '../../checks/finding.ts';
import { lineFrame } from '../../model/line-frame.ts';

export interface TextOptions {
  readonly color: boolean;
  /** How files are named, from where the command runs. */
  readonly prefix: string;
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

/** What the author reads (STYLE.md): id, fact, line, why, fix, by file, and the counts at the end. */
export function textReport(result: CheckResult, { color, prefix }: TextOptions): string {
  const paint = (style: Style, text: string): string => (color ? styleText(style, text, { validateStream: false }) : text);
  const parts: string[] = [];
  let file = '';
  for (const finding of result.findings) {
    const path = `${prefix}${finding.place.file}`;
    if (path !== file) {
      file = path;
      parts.push(paint('bold', path));
    }
    parts.push(
      [
        `${paint(finding.severity === 'error' ? 'red' : 'yellow', finding.severity)} ${paint('bold', finding.rule)}`,
        `  ${finding.what}`,
        frame(finding, path, paint).split('\n').map((line) => `  ${line}`).join('\n'),
        `  ${paint('dim', 'why:')} ${finding.why}`,
        `  ${paint('dim', 'fix:')} ${finding.fix}`,
      ].join('\n'),
    );
  }
  if (result.waived.length > 0) {
    parts.push(paint('bold', 'Waived'), result.waived.map(({ rule, what, waiver, place }) => `  ${rule} ${prefix}${place.file}:${place.line}\n    ${what}\n    accepted by ${waiver.by} until ${waiver.until}: ${waiver.reason}`).join('\n'));
  }
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  const files = new Set(result.findings.map(({ place }) => place.file)).size;
  parts.push(result.findings.length === 0 ? `no finding${result.waived.length > 0 ? `, ${result.waived.length} waived` : ''}` : `${count(result.errors, 'error')}, ${count(result.warnings, 'warning')} in ${count(files, 'file')}${result.waived.length > 0 ? `, ${result.waived.length} waived` : ''}`);
  return `${parts.join('\n\n')}\n`;
}
