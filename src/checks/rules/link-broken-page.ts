import { linkTarget, linkTo, meantBy, type LinkTarget } from '../../model/links.ts';
import type { BodyLink } from '../../model/outline.ts';
import type { Rule } from '../rule.ts';

function factOf({ because, file }: Extract<LinkTarget, { kind: 'broken' }>, { url, image }: BodyLink): string {
  const link = image ? `the image ${url}` : `the link ${url}`;
  switch (because) {
    case 'empty':
      return `${image ? 'an image' : 'a link'} has no address`;
    case 'unreadable':
      return `${link} has % signs that encode nothing`;
    case 'absolute':
      return `${link} starts at the root of the site, which the forge and other addresses of the site do not have`;
    case 'outside':
      return `${link} leaves content/`;
    case 'folder':
      return `${link} leads to a folder, and a folder is no page`;
    case 'missing':
      return `${link} leads to ${file}, which does not exist`;
  }
}

export const linkBrokenPage: Rule = {
  id: 'link/broken-page',
  severity: 'error',
  why: 'A link is followed when its reader needs the next page now; this one leads nowhere.',
  fix: 'Write the path from this file to a file of content/, its ending included, or a full https:// address.',

  *find(wiki) {
    for (const document of wiki.documents) {
      for (const link of document.outline.links) {
        const target = linkTarget(wiki, document, link.url);
        if (target.kind !== 'broken') continue;
        const meant = target.file === '' || target.because === 'folder' ? undefined : meantBy(wiki, target.file);
        const anchor = link.url.includes('#') ? link.url.slice(link.url.indexOf('#')) : '';
        yield { what: factOf(target, link), place: { file: document.file, line: link.line, column: link.column }, fix: meant && `Write ${linkTo(document, meant.file)}${anchor}.` };
      }
    }
  },
};
