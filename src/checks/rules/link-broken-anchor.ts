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
  title: { en: 'Link to a missing passage', fr: 'Lien vers un passage absent' },
  severity: 'error',
  why: {
    en: 'The page opens at its top and the reader has to search it for the passage, which may have been renamed or removed.',
    fr: 'La page s’ouvre en haut, et le lecteur doit y chercher le passage, peut-être renommé ou retiré.',
  },
  fix: {
    en: 'Write the anchor of a heading that exists: its text in lower case, with dashes for spaces.',
    fr: 'Écrire l’ancre d’un titre qui existe : son texte en minuscules, avec des tirets pour les espaces.',
  },

  *find(wiki) {
    for (const document of wiki.documents) {
      for (const { url, line, column } of document.outline.links) {
        const target = linkTarget(wiki, document, url);
        if (target.kind !== 'document') continue;
        const { anchor } = target;
        if (anchor === undefined || hasAnchor(target.document, anchor)) continue;
        const slugs = target.document.outline.headings.map(({ slug }) => slug);
        const near = slugs.find((slug) => slug.startsWith(`${anchor}-`)) ?? nearest(anchor, slugs);
        const { file } = document;
        const other = target.document.file === file ? undefined : target.document.file;
        yield {
          what: {
            en: `the link ${url} leads to #${anchor}, and no heading of ${other ?? 'this page'} has that anchor`,
            fr: `le lien ${url} mène à #${anchor}, et aucun titre de ${other ?? 'cette page'} n’a cette ancre`,
          },
          place: { file, line, column },
          fix: near === undefined ? undefined : { en: `Write #${near}.`, fr: `Écrire #${near}.` },
        };
      }
    }
  },
};
