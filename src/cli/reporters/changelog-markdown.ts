import { diffOf } from '../../views/diff/wiki-diff.ts';
import { levelsText } from './diff-matrix.ts';
import { consequenceLine, details, diffDetails, unreadText } from './diff-markdown.ts';
import type { DiffReporter } from './diff-report.ts';
import { colon, diffSummary, DIFF_WORDS, sideName } from './diff-words.ts';
import { code, plain } from './markdown-text.ts';

/** Notes of a release: what changed between two of them, a heading a system. */
export const changelogMarkdown: DiffReporter = (report) => {
  const { diff, lang } = report;
  const words = DIFF_WORDS[lang];
  const name = plain(diff.to.name ?? words.workTree);
  const parts = [`## ${name}${diff.to.date === undefined ? '' : ` (${diff.to.date.slice(0, 10)})`}`, `${code(sideName(diff.from, lang))} → ${code(sideName(diff.to, lang))}${colon(lang)}${plain(diffSummary(diff, lang))}.`];
  const unread = unreadText(diff, report);
  if (unread !== undefined) parts.push(unread);
  for (const folder of diff.folders) {
    // What a system was called before is the same system.
    const own = diffOf(diff, folder.was === undefined ? [folder.id] : [folder.id, folder.was]);
    if (own.same) continue;
    parts.push(`### ${plain(folder.title)}${folder.was === undefined ? '' : ` (${words.was} ${plain(folder.was)})`}`);
    const levels = own.matrices.map(levelsText).filter((text) => text !== '');
    const lines = own.consequences.map((consequence) => consequenceLine(consequence, lang, false));
    parts.push(lines.length > 0 ? lines.join('\n') : words.noConsequence);
    if (levels.length > 0) parts.push(`${words.matrix}${colon(lang)}${plain(levels.join(' ; '))}.`);
    for (const { title, lines: inside } of diffDetails(own, report)) parts.push(details(title, inside.join('\n')));
  }
  const [settings] = diffDetails({ ...diff, records: [], documents: [], others: diff.others.filter(({ file }) => !file.includes('/')), waivers: [], findings: { ...diff.findings, appeared: [], disappeared: [], changed: [], unknown: [] } }, report);
  if (settings) parts.push(`### ${plain(settings.title)}`, settings.lines.join('\n'));
  return `${parts.join('\n\n')}\n`;
};
