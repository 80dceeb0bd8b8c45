import { linkTarget } from '../../model/links.ts';
import { nearest } from '../../model/nearest.ts';
import type { WikiDocument } from '../../model/records.ts';
import type { Rule } from '../rule.ts';

/** Anchors of a document: its headings, and what raw HTML names. `#top` is every page's. */
function hasAnchor({ outline }: WikiDocument, anchor: string): boolean {
  return anchor === 'top' || outline.headings.some(({ slug }) => slug === anchor) || outline.html.some(({ value }) => value.includes(`id="${anchor}"`) || value.includes(`name="${anchor}"`));
}

export const linkBrokenAnchor: Rule = {
  id: 'link/broken-anchor',
  severity: 'error',
  why: 'The page opens at its top and the reader has to search it for the passage, which may have been renamed or removed.',
  fix: 'Write the anchor of a heading that exists: its text in lower case, with dashes for spaces.',

  *find(wiki) {
    for (const document of wiki.documents) {
      for (const { url, line, column } of document.outline.links) {
        const target = linkTarget(wiki, document, url);
        if (target.kind !== 'document') continue;
        const { anchor } = target;
        if (anchor === undefined || hasAnchor(target.document, anchor)) continue;
        const slugs = target.document.outline.headings.map(({ slug }) => slug);
        const near = slugs.find((slug) => slug.startsWith(`${anchor}-`)) ?? nearest(anchor, slugs);
        const page = target.document.file === document.file ? 'this page' : target.document.file;
        yield { what: `the link ${url} leads to #${anchor}, and no heading of ${page} has that anchor`, place: { file: document.file, line, column }, fix: near === undefined ? undefined : `Write #${near}.` };
      }
    }
  },
};
