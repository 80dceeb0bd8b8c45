import { describe, expect, it } from 'vitest';
import { attachmentInDev } from '../../src/site/attachments-in-dev.ts';

describe('the address of an attachment in dev', () => {
  it.each([
    ['/files/shop/plan.svg', '/', '/files/shop/plan.svg/'],
    ['/files/shop/plan.svg?x=1', '/', '/files/shop/plan.svg/?x=1'],
    ['/ops/files/a.png', '/ops/', '/ops/files/a.png/'],
    ['/files/shop/plan.svg/', '/', '/files/shop/plan.svg/'],
    // The files of a package, where fonts are.
    ['/node_modules/some-font/files/latin.woff2', '/', '/node_modules/some-font/files/latin.woff2'],
    ['/shop/', '/', '/shop/'],
  ])('%s, base %s', (url, base, expected) => expect(attachmentInDev(url, base)).toBe(expected));
});
