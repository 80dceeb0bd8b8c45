import { pageGroups } from '../../../views/page-list.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { envelope } from '../envelope.ts';
import { heading, para } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { findingLines } from './finding-lines.ts';

/** Free pages, in the order of their lists. */
export function pagesChapter(print: Print, system: string): Chapter | undefined {
  const { t, say, wiki } = print;
  const pages = pageGroups(wiki, system).flatMap((group) => group.pages);
  if (pages.length === 0) return undefined;
  return {
    title: t('pages.title'),
    id: `c:${system}/pages`,
    b: pages.flatMap((page): Blocks => [
      heading(3, [say(page.title)], placeOf(page)),
      ...envelope(print, page.document),
      ...(page.document.body.trim() === '' ? [para(t('pages.no-text'))] : bodyBlocks(print, page.document, page.document.body, 4)),
      ...findingLines(print, ({ place }) => place.file === page.document.file),
    ]),
  };
}
