import { formatDate } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter } from '../block.ts';
import { heading, para, rowsTable } from '../pieces.ts';
import { placeOfDocument } from '../places.ts';
import { code, DASH, gap, lines, named } from '../record-spans.ts';

/** Who answers for each document, when it was read again, who approved it: sign-off as data. */
export function approvalsChapter(print: Print): Chapter {
  const { t, say, lang, folders } = print;
  const documents = folders.flatMap((folder) => folder.documents);
  const approved = documents.filter(({ value }) => value.approved_by !== undefined).length;
  return {
    title: t('snap.approvals'),
    id: 'c:approvals',
    landscape: true,
    b: [
      para(t('snap.approvals.count', { approved, count: documents.length })),
      ...folders.flatMap((folder): Blocks => [
        heading(2, [say(folder.title)]),
        ...rowsTable(
          [t('snap.document'), t('sys.version'), t('sys.classification'), t('sys.owner'), t('prov.reviewed'), t('decisions.approved')],
          [5, 1.3, 1.8, 2.6, 2, 3],
          folder.documents.map((document) => {
            const { value, title, file, system } = document;
            return [
              lines([{ k: 'ref', to: placeOfDocument(document), c: [say(title)] }], [code(file)]),
              value.version === undefined ? DASH : [value.version],
              value.classification === undefined ? DASH : [t(`sys.classification.${value.classification}`)],
              value.owner === undefined ? [gap(t('register.no-owner'))] : named(print, value.owner, system),
              [value.reviewed === undefined ? t('prov.never-reviewed') : formatDate(value.reviewed, lang)],
              value.approved_by === undefined ? [gap(t('snap.approvals.none'))] : [t('snap.approved', { who: value.approved_by, date: value.approved_on === undefined ? t('state.no-date') : formatDate(value.approved_on, lang) })],
            ];
          }),
          { small: true },
        ),
      ]),
    ],
  };
}
