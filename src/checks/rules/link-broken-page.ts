import { linkTarget, linkTo, meantBy, type LinkTarget } from '../../model/links.ts';
import type { BodyLink } from '../../model/outline.ts';
import type { Text } from '../../model/text.ts';
import type { Rule } from '../rule.ts';

function factOf({ because, file }: Extract<LinkTarget, { kind: 'broken' }>, { url, image }: BodyLink): Text {
  const en = image ? `the image ${url}` : `the link ${url}`;
  const fr = image ? `l’image ${url}` : `le lien ${url}`;
  switch (because) {
    case 'empty':
      return image ? { en: 'an image has no address', fr: 'une image n’a pas d’adresse' } : { en: 'a link has no address', fr: 'un lien n’a pas d’adresse' };
    case 'unreadable':
      return { en: `${en} has % signs that encode nothing`, fr: `${fr} contient des signes % qui ne codent rien` };
    case 'absolute':
      return { en: `${en} starts at the root of the site, which the forge and other addresses of the site do not have`, fr: `${fr} part de la racine du site, que n’ont ni la forge ni les autres adresses du site` };
    case 'outside':
      return { en: `${en} leaves content/`, fr: `${fr} sort de content/` };
    case 'folder':
      return { en: `${en} leads to a folder, and a folder is no page`, fr: `${fr} mène à un dossier, et un dossier n’est pas une page` };
    case 'missing':
      return { en: `${en} leads to ${file}, which does not exist`, fr: `${fr} mène à ${file}, qui n’existe pas` };
  }
}

export const linkBrokenPage: Rule = {
  id: 'link/broken-page',
  title: { en: 'Link to a missing page', fr: 'Lien vers une page absente' },
  severity: 'error',
  why: {
    en: 'A link is followed when its reader needs the next page now; this one leads nowhere.',
    fr: 'On suit un lien quand on a besoin de la page suivante tout de suite ; celui-ci ne mène nulle part.',
  },
  fix: {
    en: 'Write the path from this file to a file of content/, its ending included, or a full https:// address.',
    fr: 'Écrire le chemin depuis ce fichier vers un fichier de content/, extension comprise, ou une adresse https:// complète.',
  },

  *find(wiki) {
    for (const document of wiki.documents) {
      for (const link of document.outline.links) {
        const target = linkTarget(wiki, document, link.url);
        if (target.kind !== 'broken') continue;
        const meant = target.file === '' || target.because === 'folder' ? undefined : meantBy(wiki, target.file);
        const anchor = link.url.includes('#') ? link.url.slice(link.url.indexOf('#')) : '';
        const path = meant && `${linkTo(document, meant.file)}${anchor}`;
        yield { what: factOf(target, link), place: { file: document.file, line: link.line, column: link.column }, fix: path === undefined ? undefined : { en: `Write ${path}.`, fr: `Écrire ${path}.` } };
      }
    }
  },
};
