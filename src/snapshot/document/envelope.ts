import type { WikiDocument } from '../../model/records.ts';
import { everyText } from '../../words/status.ts';
import { formatDate } from '../../words/format.ts';
import type { Print } from '../print.ts';
import type { Blocks, Spans } from './block.ts';
import { para, sheet, type SheetItem } from './pieces.ts';
import { address, code, joined, lines, named, ref, small } from './record-spans.ts';

/** What a document says of itself: who answers for it, its version, its last review, who approved it, what it rests on. */
export function envelope(print: Print, document: WikiDocument, ...more: SheetItem[]): Blocks {
  const { t, say, lang, wiki } = print;
  const { value, system } = document;
  const day = (date: string | undefined): string | undefined => (date === undefined ? undefined : formatDate(date, lang));
  const records = (ids: readonly string[]): Spans | undefined => {
    const found = ids.flatMap((id) => wiki.resolve(id, system) ?? []);
    return found.length === 0 ? undefined : joined(found.map((record) => [ref(print, record)]));
  };
  const status = value.status === 'draft' || value.status === 'deprecated' || value.status === 'retired' ? t(`snap.status.${value.status}`) : undefined;
  return [
    ...(value.summary === undefined ? [] : [para(say(value.summary))]),
    ...sheet(
      ...more,
      [t('snap.status'), status === undefined ? undefined : [status]],
      [t('sys.owner'), value.owner === undefined ? undefined : named(print, value.owner, system)],
      [t('sys.version'), value.version === undefined ? undefined : [value.version]],
      [t('sys.classification'), value.classification === undefined ? undefined : [t(`sys.classification.${value.classification}`)]],
      [t('prov.reviewed'), value.reviewed === undefined && value.review_every === undefined ? undefined : [[day(value.reviewed) ?? t('prov.never-reviewed'), ...(value.review_every === undefined ? [] : [everyText(value.review_every, lang)])].join(', ')]],
      [t('decisions.approved'), value.approved_by === undefined ? undefined : [t('snap.approved', { who: wiki.resolveAs('role', value.approved_by, system)?.title ?? value.approved_by, date: day(value.approved_on) ?? t('state.no-date') })]],
      [t('decisions.related'), records(value.related)],
      [t('decisions.supersedes'), records(value.supersedes)],
      [t('snap.aliases'), value.aliases.length === 0 ? undefined : [say(value.aliases.join(', '))]],
      [t('snap.tags'), value.tags.length === 0 ? undefined : [value.tags.join(', ')]],
      [t('snap.evidence'), value.evidence.length === 0 ? undefined : lines(...value.evidence.map(({ title, url, path, date, sha256 }): Spans => [say(title), ...(url === undefined ? [] : [' ', address(url)]), ...(path === undefined ? [] : [' ', code(path)]), ...(date === undefined ? [] : [small(` ${formatDate(date, lang)}`)]), ...(sha256 === undefined ? [] : [' ', code(sha256)])]))],
      [t('prov.source'), [code(document.file)]],
    ),
  ];
}
