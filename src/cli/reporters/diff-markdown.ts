import type { Lang } from '../../model/text.ts';
import type { Consequence, Effect } from '../../views/diff/consequence.ts';
import { makesWorse, type DiffSide, type WikiDiff } from '../../views/diff/wiki-diff.ts';
import { levelsText, matrixText } from './diff-matrix.ts';
import type { DiffReport, DiffReporter } from './diff-report.ts';
import { colon, diffSummary, DIFF_WORDS, fieldText, kindWord, recordGroups, sideName } from './diff-words.ts';
import { code, folded, LONGEST, plain } from './markdown-text.ts';

/** Consequences that stand in sight, and matrices. */
const IN_SIGHT = 12;
const MATRICES = 2;

const MARK: Readonly<Record<Effect, string>> = { worse: '🔴', better: '🟢', neutral: '⚪' };

export const consequenceLine = ({ effect, record, title, what, system }: Consequence, lang: Lang, withSystem: boolean): string =>
  `- ${MARK[effect]} ${withSystem && system !== record ? `${plain(system)} ` : ''}**${plain(record)}**${title === record ? '' : ` ${plain(title)}`} — ${plain(what[lang])}`;

/** Lines as far as there is room, and how many are left. */
function within(lines: readonly string[], room: number, lang: Lang): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length + line.length > room) break;
    kept.push(line);
    length += line.length + 1;
  }
  const left = lines.length - kept.length;
  return [...kept, ...(left > 0 ? [`- ${DIFF_WORDS[lang].more(left)}`] : [])].join('\n');
}

/** A title is HTML, where Markdown's own escapes would show. */
const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What stands behind, out of sight. */
export const details = (title: string, body: string): string => folded(html(title), body);

const count = (title: string, number: number): string => `${title} (${number})`;

/** What stands behind the consequences, a title and its lines each. */
export function diffDetails(diff: WikiDiff, { lang, prefix }: Pick<DiffReport, 'lang' | 'prefix'>): { title: string; lines: string[] }[] {
  const words = DIFF_WORDS[lang];
  const at = ({ file, line }: { file: string; line: number }): string => code(`${prefix}${file}:${line}`);
  const { appeared, disappeared, changed, unknown } = diff.findings;
  const findings = [
    ...appeared.map(({ finding, waiver }) => `- ${MARK.worse} ${words.appear} ${code(finding.rule)} ${at(finding.place)}${waiver ? ` (${words.waiverOver})` : ''}  \n  ${plain(finding.what)}`),
    ...disappeared.map(({ finding, waiver }) => `- ${MARK.better} ${words.disappear} ${code(finding.rule)} ${code(`${prefix}${finding.place.file}`)}${waiver ? ` (${words.byWaiver})` : ''}  \n  ${plain(finding.what)}`),
    ...changed.map(({ before, after }) => `- ${MARK.neutral} ${before.severity === after.severity ? words.other : words.becomes} ${code(after.rule)} ${at(after.place)}${before.severity === after.severity ? '' : ` (${words.severity[before.severity]} → ${words.severity[after.severity]})`}  \n  ${plain(before.what)}${before.what === after.what ? '' : `  \n  → ${plain(after.what)}`}`),
    ...unknown.map((finding) => `- ${code(finding.rule)} ${at(finding.place)} (${words.unknown})  \n  ${plain(finding.what)}`),
  ];
  const records = recordGroups(diff.records).map(({ first: { change, kind, system, key, title, was, movedFrom, fields }, records: together }) => {
    if (together.length > 1) return `- ${words.change[change]}, ${kindWord(kind, lang)} **${plain(system)}** (${together.length})${colon(lang)}${plain(together.map(({ id }) => id).join(', '))}`;
    const names = [was && `${words.was} ${code(was.key)}`, movedFrom !== undefined && `${words.movedFrom} ${code(`${prefix}${movedFrom}`)}`].filter((part) => typeof part === 'string');
    return [`- ${words.change[change]}, ${kindWord(kind, lang)} **${plain(key)}** ${plain(title)}${names.length === 0 ? '' : ` (${names.join(', ')})`}`, ...fields.map((field) => `  - ${plain(fieldText(field, lang))}`)].join('\n');
  });
  const waivers = diff.waivers.map(({ change, file, waiver }) => `- ${words.change[change]}, ${code(waiver.rule)}${waiver.record === undefined ? '' : ` ${plain(waiver.record)}`} ${code(`${prefix}${file}`)}, ${words.until(waiver.until)}, ${plain(waiver.by)}${colon(lang)}${plain(waiver.reason)}`);
  const files = [
    ...diff.documents.map(({ change, file, was, fields }) => [`- ${words.change[change]} ${code(`${prefix}${file}`)}${was === undefined ? '' : ` (${words.was} ${code(`${prefix}${was}`)})`}`, ...fields.map((field) => `  - ${plain(fieldText(field, lang))}`)].join('\n')),
    ...diff.others.map(({ change, file, was }) => `- ${words.change[change]} ${code(`${prefix}${file}`)}${was === undefined ? '' : ` (${words.was} ${code(`${prefix}${was}`)})`}`),
  ];
  return [
    { title: count(words.findings, findings.length), lines: findings },
    { title: count(words.waivers, waivers.length), lines: waivers },
    { title: count(words.records, diff.records.length), lines: records },
    { title: count(words.documents, files.length), lines: files },
    { title: count(words.settings, diff.settings.length), lines: diff.settings.map((field) => `- ${plain(fieldText(field, lang))}`) },
  ].filter(({ lines }) => lines.length > 0);
}

/** What could not be read, said before anything that leaves it out. */
export function unreadText(diff: WikiDiff, { lang, prefix }: Pick<DiffReport, 'lang' | 'prefix'>): string | undefined {
  const lines = ([diff.from, diff.to] as const).flatMap((side: DiffSide) => side.unread.map(({ place, what }) => `> - ${plain(sideName(side, lang))}${colon(lang)}${code(`${prefix}${place.file}:${place.line}`)} ${plain(what[lang])}`));
  if (lines.length === 0) return undefined;
  const shown = lines.slice(0, IN_SIGHT);
  return ['> [!WARNING]', `> ${DIFF_WORDS[lang].unread}`, ...shown, ...(lines.length > shown.length ? [`> - ${DIFF_WORDS[lang].more(lines.length - shown.length)}`] : [])].join('\n');
}

/** A comment for a pull request: what it does to the operation, one line a consequence and the worst first; all the rest folded. */
export const diffMarkdown: DiffReporter = (report) => {
  const { diff, lang } = report;
  const words = DIFF_WORDS[lang];
  const parts = [`### Vigie${colon(lang)}${plain(diffSummary(diff, lang))}`, `${code(sideName(diff.from, lang))} → ${code(sideName(diff.to, lang))}, ${words.asOf(diff.asOf)}`];
  const unread = unreadText(diff, report);
  if (unread !== undefined) parts.push(unread);
  const lines = diff.consequences.map((consequence) => consequenceLine(consequence, lang, diff.folders.length > 1));
  if (lines.length > 0) parts.push(lines.slice(0, IN_SIGHT).join('\n'));
  else if (!diff.same) parts.push(`${words.noConsequence}${makesWorse(diff) ? '' : ' ✅'}`);
  let room = LONGEST - parts.join('\n\n').length;
  const add = (title: string, body: string): void => {
    const text = details(title, body);
    parts.push(text);
    room -= text.length + 2;
  };
  if (lines.length > IN_SIGHT) add(words.moreWorse(lines.length - IN_SIGHT), within(lines.slice(IN_SIGHT), room / 3, lang));
  diff.matrices.forEach((matrix, index) => {
    const levels = levelsText(matrix);
    const body = `${levels === '' ? '' : `${plain(levels)}\n\n`}\`\`\`text\n${matrixText(matrix, lang)}\n\`\`\``;
    const title = `${words.matrix}, ${matrix.title}`;
    if (body.length > room / 2) return;
    if (index < MATRICES) {
      parts.push(`**${plain(title)}** (${plain(matrix.method)})${levels === '' ? '' : `${colon(lang)}${plain(levels)}`}\n\n\`\`\`text\n${matrixText(matrix, lang)}\n\`\`\``);
      room -= body.length + 100;
    } else add(title, body);
  });
  for (const { title, lines: inside } of diffDetails(diff, report)) add(title, within(inside, Math.max(500, room / 2), lang));
  return `${parts.join('\n\n')}\n`;
};
