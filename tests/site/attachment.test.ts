import { describe, expect, it } from 'vitest';
import { citedFiles } from '../../src/model/cited-files.ts';
import { attachmentPath, attachmentUrl, mediaType } from '../../src/site/attachment.ts';
import { wikiOf } from '../model/wiki-of.ts';

describe('a file that documents cite', () => {
  it('is published, whatever it is, and no other', () => {
    const wiki = wikiOf({
      'shop/pages/one.md': ['kind: page\ntitle: One\nevidence: [{ title: Report, path: shop/report.pdf }, { title: Gone, path: shop/gone.pdf }]', '![Plan](../plan.png) [Two](two.md) [out](../../secret.txt) [etc](/etc/passwd) [again](../plan.png) [site](../../site.yml)\n'],
      'shop/pages/two.md': ['kind: page\ntitle: Two', '[Été](../été%20(1).csv)\n'],
    });
    const files = new Set(['shop/plan.png', 'shop/report.pdf', 'shop/été (1).csv', 'shop/unused.png', 'shop/pages/two.md']);
    expect(citedFiles({ ...wiki, hasFile: (file) => files.has(file) })).toEqual(['shop/plan.png', 'shop/report.pdf', 'shop/été (1).csv']);
  });

  it('has an address and a type', () => {
    expect(attachmentUrl('shop/été (1).csv')).toBe('/files/shop/%C3%A9t%C3%A9%20(1).csv');
    expect([mediaType('a/b.PNG'), mediaType('x.csv'), mediaType('x.bin'), mediaType('x.html.txt')]).toEqual(['image/png', 'text/csv; charset=utf-8', 'application/octet-stream', 'text/plain; charset=utf-8']);
  });

  it('that a browser would run is shown as text', () => {
    expect(['a.html', 'a.HTM', 'a.js', 'a.svgz', 'a.svg', 'a.pdf'].map(attachmentPath)).toEqual(['a.html.txt', 'a.HTM.txt', 'a.js.txt', 'a.svgz.txt', 'a.svg', 'a.pdf']);
  });
});
