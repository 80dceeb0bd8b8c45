import type { Page } from 'playwright-core';

/** What of a page does not fit its width: the page itself, what is cut off, and boxes that scroll without a name or out of a keyboard's reach. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found: string[] = [];
    const over = root.scrollWidth - root.clientWidth;
    if (over > 0) {
      const widest = [...document.querySelectorAll('body *')].map((element) => ({ element, box: element.getBoundingClientRect() })).find(({ box }) => box.width > 0 && (box.right > root.clientWidth + 0.5 || box.left < -0.5));
      found.push(`scrolls by ${over} px${widest ? ` (${widest.element.tagName.toLowerCase()}.${widest.element.getAttribute('class') ?? ''})` : ''}`);
    }
    for (const box of document.querySelectorAll<HTMLElement>('body, body *')) {
      if (box.clientWidth === 0 || box.scrollWidth <= box.clientWidth + 1) continue;
      const { overflowX, clipPath, textOverflow } = getComputedStyle(box);
      if (overflowX === 'visible') continue;
      const called = `${box.tagName.toLowerCase()}.${box.className} (+${box.scrollWidth - box.clientWidth} px)`;
      if (overflowX === 'hidden' || overflowX === 'clip') {
        // Words for screen readers alone stand in a box of one pixel; a line that ends in … says that there is more.
        if (clipPath === 'none' && textOverflow !== 'ellipsis') found.push(`cuts off: ${called}`);
        continue;
      }
      const name = box.getAttribute('aria-label') ?? document.getElementById(box.getAttribute('aria-labelledby') ?? '')?.textContent ?? box.querySelector(':scope > legend')?.textContent;
      if (!name?.trim()) found.push(`scrolls without a name: ${called}`);
      // Links and fields bring themselves into view; words among them need a box that takes focus.
      const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      let loose = false;
      for (let text = words.nextNode(); text && !loose; text = words.nextNode()) loose = text.textContent?.trim() !== '' && !text.parentElement?.closest('a[href], button, label, legend, [hidden], .vh');
      if (loose && !(box.tabIndex === 0 && (box.getAttribute('role') === 'region' || box.tagName === 'NAV'))) found.push(`scrolls out of a keyboard's reach: ${called}`);
    }
    return found;
  });
