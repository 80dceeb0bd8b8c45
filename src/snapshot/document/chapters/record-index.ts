import type { AnyRecord } from '../../../model/records.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter } from '../block.ts';
import { heading, para, rowsTable } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { ref } from '../record-spans.ts';

const byId = (a: AnyRecord, b: AnyRecord): number => a.id.localeCompare(b.id, 'en', { numeric: true });

/** Every record by its id, and the page where it is told. */
export function indexChapter(print: Print): Chapter {
  const { t, say, wiki, folders } = print;
  const all = [...wiki.records.values()];
  return {
    title: t('snap.index'),
    id: 'c:index',
    b: [
      para(t('snap.index.about')),
      ...folders.flatMap((folder): Blocks => {
        const records = all.filter(({ system, id }) => system === folder.id && !id.startsWith('page:')).sort(byId);
        return records.length === 0 ? [] : [heading(2, [say(folder.title)]), ...rowsTable([t('snap.code'), t('snap.index.title'), t('sys.kind'), t('snap.index.page')], ['auto', 5, 2, { w: 'auto', a: 'right' }], records.map((record) => [[ref(print, record, 'id')], [say(record.title)], [t(`one.${record.kind}`)], [{ k: 'page', to: placeOf(record) }]]), { small: true })];
      }),
    ],
  };
}
