import { actionsView, type ActionRow } from '../../../views/actions.ts';
import { formatDate } from '../../../words/format.ts';
import { costText, dueWords } from '../../../words/status.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter } from '../block.ts';
import { heading, para, rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { address, bold, code, DASH, gap, lines, ref, refs, small, stateSpans } from '../record-spans.ts';
import { documentTexts } from './incidents.ts';

function rowsOf(print: Print, rows: readonly ActionRow[]): Blocks {
  const { t, say, lang } = print;
  return rowsTable(
    [t('snap.code'), t('actions.action'), t('actions.origin'), t('actions.owner'), t('actions.due-on'), t('actions.state'), t('actions.cost')],
    ['auto', 5, 2.4, 2, 1.8, 1.4, 1.6],
    rows.map(({ action, due, owner, origin, risks }) => {
      const { value } = action;
      return {
        id: placeOf(action),
        cells: [
          [{ k: 'id', v: action.id }],
          lines([bold(say(action.title))], text(say, value.summary), value.priority === undefined ? undefined : [small(t('snap.action.priority', { priority: say(String(value.priority)) }))], value.related.length === 0 ? undefined : refs(print, value.related.flatMap((id) => print.wiki.resolve(id, action.system) ?? [])), ...value.evidence.map(({ title, url, path, date }) => [small(say(title)), ...(url === undefined ? [] : [' ', address(url)]), ...(path === undefined ? [] : [' ', code(path)]), ...(date === undefined ? [] : [small(` ${formatDate(date, lang)}`)])])),
          lines(origin && [t(`action.origin.${origin.kind}`), ...(origin.record ? [' ', ref(print, origin.record, 'id')] : [])], risks.length === 0 ? undefined : refs(print, risks, 'id')),
          owner ? [say(owner.name)] : [gap(t('register.no-owner'))],
          due ? lines([formatDate(due.on, lang)], value.state === 'done' || value.state === 'cancelled' ? undefined : stateSpans(dueWords(due, lang)).slice(0, 1)) : DASH,
          lines([t(`action.state.${value.state}`)], value.closed_on === undefined ? undefined : [small(formatDate(value.closed_on, lang))]),
          lines(value.cost === undefined ? undefined : [say(typeof value.cost === 'number' ? `${value.cost} €` : value.cost)], text(say, value.effort)),
        ],
      };
    }),
    { small: true },
  );
}

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
      ...view.groups.flatMap(({ id, rows }): Blocks => [heading(3, [t(`actions.${id}`)]), ...(id === 'gaps' ? [para(t('actions.gaps-why'))] : []), ...rowsOf(print, rows)]),
      ...documentTexts(print, documents),
    ],
  };
}
