import { describe, expect, it } from 'vitest';
import { renderMarkdown, type MarkdownOptions } from '../../plugins/markdown/index.ts';

const options: MarkdownOptions = {
  headings: { label: (heading) => heading },
  alerts: { title: (kind) => kind },
  tables: { label: (head) => head },
  links: { resolve: () => undefined },
  typography: (words) => words,
  footnotes: { label: 'Notes', back: 'Back' },
};
const heads = async (source: string): Promise<string[]> => [...(await renderMarkdown(source, options)).split('</thead>')[0]!.matchAll(/<(t[hd])[^>]*>(.*?)<\/t[hd]>/g)].map(([, tag, text]) => `${tag} ${text}`);

describe('a head of a table', () => {
  it('without words is a cell', async () => {
    expect(await heads('| | Name | |\n| --- | --- | :-: |\n| 1 | One | x |\n')).toEqual(['td ', 'th Name', 'td ']);
    expect(await heads('a | |\n--- | ---\nb | c\n')).toEqual(['th a', 'td ']);
  });

  it('with words or a picture stays a head', async () => expect(await heads('| `a` | ![Plan](https://example.org/a.png) |\n| --- | --- |\n| 1 | 2 |\n')).toHaveLength(2));
});
