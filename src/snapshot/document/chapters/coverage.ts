import { coverage } from '../../../views/coverage.ts';
import { formatDuration } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter } from '../block.ts';
import { heading, para, rowsTable } from '../pieces.ts';
import { ref } from '../record-spans.ts';
import { coverageTable, singlesTable } from './coverage-tables.ts';

/** What every component can be brought back with, what stands alone, and scenarios that nobody can answer. */
export function coverageChapter(print: Print): Chapter | undefined {
  const { t, say, wiki, checks, folders } = print;
  const shown = new Set(folders.map(({ id }) => id));
  const view = coverage(wiki, checks.findings);
  const groups = view.groups.filter(({ system }) => shown.has(system));
  if (groups.length === 0) return undefined;
  const singles = view.singles.filter(({ component }) => shown.has(component.system));
  const scenarios = view.scenarios.filter(({ system }) => shown.has(system));
  return {
    title: t('coverage.title'),
    id: 'c:coverage',
    landscape: true,
    b: [
      para(t('coverage.how')),
      ...groups.flatMap((group): Blocks => [
        heading(2, [say(group.title)]),
        ...coverageTable(print, group),
      ]),
      heading(2, [t('coverage.singles')]),
      ...singlesTable(print, singles),
      heading(2, [t('coverage.scenarios')]),
      ...(scenarios.length === 0 ? [para(t('coverage.scenarios-none'))] : rowsTable([t('cont.scenario'), t('one.system'), 'RTO'], [5, 3, 2], scenarios.map(({ scenario, system, rto }) => [[ref(print, scenario)], [say(wiki.folders.find(({ id }) => id === system)?.title ?? system)], [rto === undefined ? t('coverage.no-rto') : formatDuration(rto, print.lang)]]))),
    ],
  };
}
