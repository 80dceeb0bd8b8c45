import type { ActionRow } from '../../../views/actions.ts';
import { formatDate } from '../../../words/format.ts';
import { dueWords } from '../../../words/status.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Spans } from '../block.ts';
import { rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { address, bold, code, DASH, gap, lines, ref, refs, small, stateSpans } from '../record-spans.ts';

/** Actions as they are listed; `anchored` where links lead to them. */
export function actionTable(print: Print, rows: readonly ActionRow[], anchored: boolean): Blocks {
  const { t, say, lang } = print;
  return rowsTable(
    [t('snap.code'), t('actions.action'), t('actions.origin'), t('actions.owner'), t('actions.due-on'), t('actions.state'), t('actions.cost')],
    ['auto', 5, 2.4, 2, 1.8, 1.4, 1.6],
    rows.map(({ action, due, owner, origin, risks }) => {
      const { value } = action;
      const cells: Spans[] = [
        [{ k: 'id', v: action.id }],
        lines([bold(say(action.title))], text(say, value.summary), value.priority === undefined ? undefined : [small(t('snap.action.priority', { priority: say(String(value.priority)) }))], value.related.length === 0 ? undefined : refs(print, value.related.flatMap((id) => print.wiki.resolve(id, action.system) ?? [])), ...value.evidence.map(({ title, url, path, date }) => [small(say(title)), ...(url === undefined ? [] : [' ', address(url)]), ...(path === undefined ? [] : [' ', code(path)]), ...(date === undefined ? [] : [small(` ${formatDate(date, lang)}`)])])),
        lines(origin && [t(`action.origin.${origin.kind}`), ...(origin.record ? [' ', ref(print, origin.record, 'id')] : [])], risks.length === 0 ? undefined : refs(print, risks, 'id')),
        owner ? [say(owner.name)] : [gap(t('register.no-owner'))],
        due ? lines([formatDate(due.on, lang)], value.state === 'done' || value.state === 'cancelled' ? undefined : stateSpans(dueWords(due, lang)).slice(0, 1)) : DASH,
        lines([t(`action.state.${value.state}`)], value.closed_on === undefined ? undefined : [small(formatDate(value.closed_on, lang))]),
        lines(value.cost === undefined ? undefined : [say(typeof value.cost === 'number' ? `${value.cost} €` : value.cost)], text(say, value.effort)),
      ];
      return anchored ? { id: placeOf(action), cells } : cells;
    }),
    { small: true, wide: true },
  );
}
