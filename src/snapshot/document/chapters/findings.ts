import { waiverLines } from '../../../views/checks.ts';
import { formatDate } from '../../../words/format.ts';
import { ruleTitle } from '../../../words/rule-title.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter } from '../block.ts';
import { heading, para, rowsTable } from '../pieces.ts';
import { bold, code, gap, lines, ref, small } from '../record-spans.ts';

/** Every finding by rule and line, and what somebody accepted until a date. What stays inside is not told outside. */
export function findingsChapter(print: Print): Chapter | undefined {
  const { t, say, lang, wiki, checks, folders, audience } = print;
  if (audience === 'public') return undefined;
  const shown = new Set(folders.map(({ id }) => id));
  const findings = checks.findings.filter(({ system, place }) => shown.has(system) || !place.file.includes('/'));
  const waivers = waiverLines(wiki, checks.waived).filter(({ document }) => shown.has(document.system));
  const count = (severity: 'error' | 'warning'): number => findings.filter((finding) => finding.severity === severity).length;
  const bySystem = [...Map.groupBy(findings, ({ system }) => system)];
  return {
    title: t('snap.findings'),
    id: 'c:findings',
    landscape: true,
    b: [
      para(findings.length === 0 ? t('checks.clean', { documents: t('checks.documents', { count: wiki.documents.length }) }) : t('snap.findings.count', { errors: t('checks.errors', { count: count('error') }), warnings: t('checks.warnings', { count: count('warning') }) })),
      ...bySystem.flatMap(([system, list]): Blocks => [
        heading(2, [say(wiki.folders.find(({ id }) => id === system)?.title ?? system)]),
        ...rowsTable(
          [t('rules.rule'), t('snap.findings.fact'), t('rules.fix'), t('prov.source')],
          [3, 5, 4, 3],
          list.map(({ rule, severity, what, fix, place, record }) => {
            const about = record === undefined ? undefined : wiki.records.get(record);
            return [lines([gap(t(`findings.${severity}`))], [code(rule)], [small(ruleTitle(rule, lang))]), lines([say(what)], about && [ref(print, about, 'id')]), [say(fix)], [code(`${place.file}:${place.line}`)]];
          }),
          { small: true },
        ),
      ]),
      heading(2, [t('checks.waivers')]),
      ...(waivers.length === 0 ? [para(t('checks.waivers-none'))] : rowsTable([t('rules.rule'), t('snap.waiver.about'), t('snap.waiver.reason'), t('snap.waiver.by'), t('snap.waiver.until')], [3, 3, 5, 2, 2.4], waivers.map(({ document, rule, record, reason, by, role, until, days, findings: aside }) => [lines([code(rule)], [small(ruleTitle(rule, lang))]), lines([bold(record ?? say(document.title))], [code(document.file)]), [say(reason)], [say(role?.title ?? by)], lines([days < 0 ? gap(t('checks.waiver-ended', { count: -days })) : formatDate(until, lang)], [small(aside === 0 ? t('checks.waiver-useless') : t('checks.waiver-sets-aside', { count: aside }))])]), { small: true })),
    ],
  };
}
