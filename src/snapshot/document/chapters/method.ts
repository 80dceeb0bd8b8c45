import type { MethodRecord } from '../../../model/records.ts';
import { methodView } from '../../../views/method.ts';
import { thresholdText } from '../../../words/level-words.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { envelope } from '../envelope.ts';
import { heatBlock } from '../heat.ts';
import { bullets, heading, para, rowsTable, text } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { joined, ref } from '../record-spans.ts';
import { legendTable } from './register-tables.ts';

function methodBlocks(print: Print, method: MethodRecord): Blocks {
  const { t, say, lang, wiki } = print;
  const view = methodView(wiki, method);
  const { value } = method;
  const scale = (label: string, points: typeof value.likelihood): Blocks => [
    heading(3, [label]),
    ...rowsTable([t('method.value'), t('method.label'), t('method.means')], ['auto', 2, 5], points.map(({ value: point, label: name, means }) => [[String(point)], [say(name)], text(say, means) ?? [t('method.no-means')]])),
  ];
  const folder = wiki.folders.find(({ id }) => id === method.system);
  const said: Spans[] = [
    [t(value.score === 'product' ? 'method.product' : 'method.by-grid')],
    [view.grid.threshold === undefined ? t('method.no-threshold') : t('method.threshold', { threshold: thresholdText(view.grid.threshold, lang) })],
    [view.appetite === undefined ? t('method.no-appetite') : t('method.appetite', { level: say(view.appetite.label) })],
    ...(view.users.length === 0 ? [] : [[`${t('frame.colon', { words: t('method.used-by') })} `, ...joined(view.users.map((user): Spans => [ref(print, user, 'title')]))]]),
  ];
  return [
    heading(2, [say(folder === undefined || method.title.includes(folder.title) ? method.title : `${folder.title} · ${method.title}`)], placeOf(method)),
    ...envelope(print, method.document),
    ...bullets(said),
    ...scale(t('method.likelihood'), value.likelihood),
    ...scale(t('method.impact'), value.impact),
    heading(3, [t('method.grid')]),
    { k: 'beside', left: [heatBlock(print, view.grid, t('register.heatmap'))], right: legendTable(print, view) },
    ...bodyBlocks(print, method.document, method.document.body, 3),
  ];
}

/** How to read the file, and how each system scores its risks. */
export function methodChapter(print: Print): Chapter {
  const { t, wiki, folders } = print;
  const methods = folders.flatMap(({ id }) => wiki.all('method', id));
  const step = ([4, 3, 2, 1] as const).map((level): Spans => [{ k: 'level', step: level, word: t(`level.${level}`) }]);
  return {
    title: t('snap.method'),
    id: 'c:method',
    b: [
      { k: 'lead', c: [t('snap.method.lead')] },
      ...bullets([[t('snap.method.one-model')], [t('snap.method.as-of')], [`${t('snap.method.levels')} `, ...joined(step, ' '), '.'], [t('snap.method.attached')], [t('snap.method.links')]]),
      ...(methods.length === 0 ? [para(t('snap.method.none'))] : methods.flatMap((method) => methodBlocks(print, method))),
    ],
  };
}
