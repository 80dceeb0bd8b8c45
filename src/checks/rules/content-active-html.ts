import { activeHtmlIn, activeSvgIn, isActiveUrl } from '../../model/active-html.ts';
import { citedFiles } from '../../model/cited-files.ts';
import type { Rule } from '../rule.ts';

export const contentActiveHtml: Rule = {
  id: 'content/active-html',
  title: { en: 'Active HTML in a text', fr: 'HTML actif dans un texte' },
  severity: 'error',
  locked: true,
  why: {
    en: 'The wiki is published without what runs, submits or restyles: readers get the page without this part, and a forge may run it.',
    fr: 'Le wiki est publié sans ce qui exécute, envoie ou restyle : la page arrive sans ce passage, et une forge peut l’exécuter.',
  },
  fix: {
    en: 'Write it in Markdown, or show it as code.',
    fr: 'L’écrire en Markdown, ou le montrer comme du code.',
  },

  *find(wiki) {
    for (const file of citedFiles(wiki).filter((name) => /\.svg$/i.test(name))) {
      const text = wiki.textOf(file) ?? '';
      for (const { what, offset } of activeSvgIn(text)) {
        const before = text.slice(0, offset).split('\n');
        yield { what: { en: `the picture holds ${what.en}`, fr: `l’image contient ${what.fr}` }, place: { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
      }
    }
    for (const { file, outline } of wiki.documents) {
      // MDX stands only in folders that site.yml trusts to run code.
      if (/\.mdx$/i.test(file)) continue;
      for (const { value, line, column } of outline.html) {
        for (const { what, offset } of activeHtmlIn(value)) {
          const before = value.slice(0, offset).split('\n');
          const last = before.at(-1)?.length ?? 0;
          yield {
            what: { en: `the body holds ${what.en}`, fr: `le corps contient ${what.fr}` },
            place: { file, line: line + before.length - 1, column: before.length === 1 ? column + last : last + 1 },
          };
        }
      }
      for (const { url, line, column } of outline.links) {
        if (!isActiveUrl(url)) continue;
        const scheme = url.trim().split(':')[0]?.toLowerCase() ?? '';
        yield { what: { en: `the body links to a ${scheme}: address`, fr: `un lien du corps mène à une adresse ${scheme}:` }, place: { file, line, column } };
      }
    }
  },
};
