import { activeHtmlIn, isActiveUrl } from '../../model/active-html.ts';
import type { Rule } from '../rule.ts';

export const contentActiveHtml: Rule = {
  id: 'content/active-html',
  severity: 'error',
  locked: true,
  why: 'The wiki is published without what runs, submits or restyles: readers get the page without this part, and a forge may run it.',
  fix: 'Write it in Markdown, or show it as code.',

  *find({ documents }) {
    for (const { file, outline } of documents) {
      // MDX stands only in folders that site.yml trusts to run code.
      if (/\.mdx$/i.test(file)) continue;
      for (const { value, line, column } of outline.html) {
        for (const { what, offset } of activeHtmlIn(value)) {
          const before = value.slice(0, offset).split('\n');
          const last = before.at(-1)?.length ?? 0;
          yield { what: `the body holds ${what}`, place: { file, line: line + before.length - 1, column: before.length === 1 ? column + last : last + 1 } };
        }
      }
      for (const { url, line, column } of outline.links) {
        if (isActiveUrl(url)) yield { what: `the body links to a ${url.trim().split(':')[0]?.toLowerCase() ?? ''}: address`, place: { file, line, column } };
      }
    }
  },
};
