import { actionsView } from '../../../views/actions.ts';
import { costText } from '../../../words/status.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter } from '../block.ts';
import { heading, para } from '../pieces.ts';
import { actionTable } from './action-table.ts';
import { documentTexts } from './incidents.ts';

/** What is to be done, overdue first, and the gaps that nobody took up. */
export function actionsChapter(print: Print, system: string): Chapter | undefined {
  const { t, lang, wiki } = print;
  const view = actionsView(wiki, system);
  const documents = wiki.documentsOf('action-plan', system);
  if (documents.length === 0) return undefined;
  const cost = costText(view.cost, lang);
  return {
    title: t('actions.title'),
    id: `c:${system}/actions`,
    landscape: true,
    b: [
      para(t('actions.sub', { open: view.open, late: view.late, undated: view.undated }), ...(cost === undefined ? [] : [` ${t('actions.total', { cost })}`]), ...(view.cost.unknown > 0 ? [` ${t('actions.unknown-cost', { count: view.cost.unknown })}`] : [])),
      ...view.groups.flatMap(({ id, rows }): Blocks => [heading(3, [t(`actions.${id}`)]), ...(id === 'gaps' ? [para(t('actions.gaps-why'))] : []), ...actionTable(print, rows, true)]),
      ...documentTexts(print, documents),
    ],
  };
}
