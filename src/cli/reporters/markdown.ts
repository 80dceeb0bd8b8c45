import type { Finding } from '../../checks/finding.ts';
import type { Lang } from '../../model/text.ts';
import { code, folded, LONGEST, plain } from './markdown-text.ts';
import { summaryOf } from './summary.ts';
import { pathIn, type Report, type Reporter } from './report.ts';

/** Findings that stand in sight; the others are folded. */
const IN_SIGHT = 5;
const LONGEST_LINE = 300;

const WORDS = {
  en: { head: 'Vigie:', error: 'error', warning: 'warning', where: 'Where', what: 'What', all: 'All findings', inFile: 'by file, with why and what to do', waived: 'Waived', why: 'Why:', fix: 'What to do:', cut: (number: number) => `${number} more: vigie check prints them all.`, asOf: (day: string) => `As of ${day}.` },
  fr: { head: 'Vigie :', error: 'erreur', warning: 'avertissement', where: 'Où', what: 'Quoi', all: 'Tous les constats', inFile: 'par fichier, avec pourquoi et que faire', waived: 'Écartés par une dérogation', why: 'Pourquoi :', fix: 'Que faire :', cut: (number: number) => `Encore ${number} : vigie check les donne tous.`, asOf: (day: string) => `Au ${day}.` },
} as const satisfies Record<Lang, unknown>;

const MARK = { error: '🔴', warning: '🟡' } as const;

/** The same in a table, where only an escape keeps a bar inside its cell. */
const inCell = (text: string): string => text.replaceAll('|', '\\|');

const placeOf = ({ place }: Finding, prefix: string): string => `${pathIn(prefix, place.file)}:${place.line}`;

function entry(finding: Finding, lang: Lang): string {
  const words = WORDS[lang];
  const source = finding.line?.trim().slice(0, LONGEST_LINE);
  return [
    `- ${MARK[finding.severity]} ${words[finding.severity]} ${code(finding.rule)}, ${finding.place.line}:${finding.place.column}`,
    `  ${plain(finding.what)}`,
    ...(source === undefined || source === '' ? [] : [`  ${code(source)}`]),
    `  ${words.why} ${plain(finding.why)}`,
    `  ${words.fix} ${plain(finding.fix)}`,
  ].join('  \n');
}

/** By file, as far as a comment may be long. */
function details({ result, lang, prefix }: Report, room: number): string {
  const parts: string[] = [];
  let [length, shown, file] = [0, 0, ''];
  for (const finding of result.findings) {
    const head = finding.place.file === file ? '' : `${code(pathIn(prefix, finding.place.file))}\n\n`;
    const text = `${head}${entry(finding, lang)}`;
    if (length + text.length > room) break;
    parts.push(text);
    length += text.length + 2;
    shown += 1;
    file = finding.place.file;
  }
  const left = result.findings.length - shown;
  return [...parts, ...(left > 0 ? [WORDS[lang].cut(left)] : [])].join('\n\n');
}

/** A comment for a pull request: the counts, what is gravest in a small table, and the rest folded. */
export const markdownReport: Reporter = (report) => {
  const { result, lang, prefix, asOf } = report;
  const words = WORDS[lang];
  const parts = [`### ${words.head} ${plain(summaryOf(report))}`];
  const gravest = [...result.findings].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')).slice(0, IN_SIGHT);
  if (gravest.length > 0) {
    parts.push([`| | ${words.where} | ${words.what} |`, '| --- | --- | --- |', ...gravest.map((finding) => `| ${MARK[finding.severity]} ${words[finding.severity]} | ${inCell(code(placeOf(finding, prefix)))} | ${plain(finding.what)}<br>${inCell(code(finding.rule))} |`)].join('\n'));
  }
  const waived = result.waived.map((finding) => `- ${code(finding.rule)} ${code(placeOf(finding, prefix))}  \n  ${plain(finding.what)}  \n  ${plain(`${finding.waiver.by}, ${finding.waiver.until}: ${finding.waiver.reason}`)}`);
  const room = LONGEST - parts.join('').length - Math.min(waived.join('\n').length, LONGEST / 4);
  if (result.findings.length > 0) parts.push(folded(`${words.all} (${result.findings.length}), ${words.inFile}`, details(report, room)));
  if (waived.length > 0) parts.push(folded(`${words.waived} (${waived.length})`, waived.join('\n').slice(0, LONGEST / 4)));
  parts.push(words.asOf(asOf));
  return `${parts.join('\n\n')}\n`;
};
