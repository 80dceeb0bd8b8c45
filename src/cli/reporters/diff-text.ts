import { styleText } from 'node:util';
import type { Consequence, Effect } from '../../views/diff/consequence.ts';
import type { DiffSide } from '../../views/diff/wiki-diff.ts';
import { levelsText, matrixText } from './diff-matrix.ts';
import type { DiffReporter } from './diff-report.ts';
import { colon, diffSummary, DIFF_WORDS, fieldText, kindWord, recordGroups, sideName } from './diff-words.ts';

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Effect, Style>> = { worse: 'red', better: 'green', neutral: 'cyan' };

/** For a terminal: consequences first, the worst at the top, then every record, finding, waiver and file. */
export const diffText: DiffReporter = ({ diff, lang, shown, color }) => {
  const words = DIFF_WORDS[lang];
  const paint = (style: Style, text: string): string => (color ? styleText(style, text, { validateStream: false }) : text);
  const title = (text: string): string => paint('bold', text);
  const place = ({ file, line }: { file: string; line: number }): string => paint('dim', `${shown}${file}:${line}`);
  const parts: string[] = [`${title(`${sideName(diff.from, lang)} → ${sideName(diff.to, lang)}`)}, ${words.asOf(diff.asOf)}\n${diffSummary(diff, lang)}`];

  const unread = (side: DiffSide): string[] => side.unread.map((part) => `  ${sideName(side, lang)}${colon(lang)}${shown}${part.place.file}:${part.place.line}${colon(lang)}${part.what[lang]}`);
  const left = [...unread(diff.from), ...unread(diff.to)];
  if (left.length > 0) parts.push(`${title(words.unread)}\n${left.join('\n')}`);

  const widest = Math.max(...Object.values(words.change).map(({ length }) => length));
  const changeName = (change: keyof typeof words.change): string => words.change[change].padEnd(widest + 1);
  const wide = Math.max(...Object.values(words.effect).map(({ length }) => length));
  const entry = ({ effect, system, record, title: name, what, place: at }: Consequence): string => `${paint(STYLES[effect], words.effect[effect].padEnd(wide))}  ${system === record ? '' : `${system} `}${paint('bold', record)}${name === record ? '' : ` ${name}`}\n${' '.repeat(wide + 2)}${what[lang]}\n${' '.repeat(wide + 2)}${place(at)}`;
  if (diff.consequences.length > 0) parts.push(diff.consequences.map(entry).join('\n'));
  else if (!diff.same) parts.push(words.noConsequence);

  for (const matrix of diff.matrices) {
    const levels = levelsText(matrix);
    parts.push(`${title(`${words.matrix}, ${matrix.title}`)} (${matrix.method})${levels === '' ? '' : `\n${levels}`}\n${matrixText(matrix, lang)}`);
  }
  if (diff.records.length > 0) {
    const lines = recordGroups(diff.records).map(({ first: { change, kind, system, key, title: name, was, movedFrom, fields }, records }) => {
      if (records.length > 1) return `  ${changeName(change)} ${kindWord(kind, lang)} ${system} (${records.length})${colon(lang)}${records.map(({ id }) => id).join(', ')}`;
      const names = [was && `${words.was} ${was.key}`, movedFrom !== undefined && `${words.movedFrom} ${movedFrom}`].filter((part) => typeof part === 'string');
      return [`  ${changeName(change)} ${kindWord(kind, lang)} ${paint('bold', key)} ${name}${names.length === 0 ? '' : ` (${names.join(', ')})`}`, ...fields.map((field) => `    ${fieldText(field, lang)}`)].join('\n');
    });
    parts.push(`${title(words.records)}\n${lines.join('\n')}`);
  }
  const { appeared, disappeared, changed, unknown } = diff.findings;
  const findings = [
    ...appeared.map(({ finding, waiver }) => `  ${paint(finding.severity === 'error' ? 'red' : 'yellow', `+ ${finding.rule}`)} ${place(finding.place)}${waiver ? ` (${words.waiverOver})` : ''}\n    ${finding.what}`),
    ...disappeared.map(({ finding, waiver }) => `  ${paint('green', `− ${finding.rule}`)} ${shown}${finding.place.file}${waiver ? ` (${words.byWaiver})` : ''}\n    ${finding.what}`),
    ...changed.map(({ before, after }) => `  ~ ${after.rule} ${place(after.place)}${before.severity === after.severity ? '' : ` (${words.severity[before.severity]} → ${words.severity[after.severity]})`}\n    ${before.what}${before.what === after.what ? '' : `\n    → ${after.what}`}`),
    ...unknown.map((finding) => `  ? ${finding.rule} ${place(finding.place)} (${words.unknown})\n    ${finding.what}`),
  ];
  if (findings.length > 0) parts.push(`${title(words.findings)}\n${findings.join('\n')}`);
  if (diff.waivers.length > 0) {
    parts.push(`${title(words.waivers)}\n${diff.waivers.map(({ change, file, waiver }) => `  ${changeName(change)} ${waiver.rule}${waiver.record === undefined ? '' : ` ${waiver.record}`} ${shown}${file}, ${words.until(waiver.until)}, ${waiver.by}${colon(lang)}${waiver.reason}`).join('\n')}`);
  }
  const files = [
    ...diff.documents.map(({ change, file, was, fields }) => [`  ${changeName(change)} ${shown}${file}${was === undefined ? '' : ` (${words.was} ${was})`}`, ...fields.map((field) => `    ${fieldText(field, lang)}`)].join('\n')),
    ...diff.others.map(({ change, file, was }) => `  ${changeName(change)} ${shown}${file}${was === undefined ? '' : ` (${words.was} ${was})`}`),
  ];
  if (files.length > 0) parts.push(`${title(words.documents)}\n${files.join('\n')}`);
  if (diff.settings.length > 0) parts.push(`${title(words.settings)}\n${diff.settings.map((field) => `  ${fieldText(field, lang)}`).join('\n')}`);
  return `${parts.join('\n\n')}\n`;
};
