import { expect, it } from 'vitest';
import { renderBody } from '../../src/site/body.ts';
import { wikiOf } from '../model/wiki-of.ts';

const partsOf = async (fence: string): Promise<unknown[]> => {
  const wiki = wikiOf({ 'shop/note.md': ['kind: page\nid: note\ntitle: Note', `\`\`\`vigie\n${fence}\n\`\`\`\n`] });
  return renderBody(wiki, wiki.documents.find(({ file }) => file === 'shop/note.md')!);
};

it('hands over the view that a text asks for', async () => {
  expect(await partsOf('view: heatmap')).toEqual([{ view: { view: 'heatmap' } }]);
});

it.each(['view: [a', 'view: *nowhere', 'heatmap'])('shows the code of a request that cannot be read: %s', async (fence) => {
  expect(JSON.stringify(await partsOf(fence))).toContain(fence);
});
