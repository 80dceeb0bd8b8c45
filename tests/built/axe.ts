import axe, { type RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** Rules whose answer can change with the theme: the others read the same document. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Gives axe-core to every page of a context: it is compiled once for all of them. */
export const axeInAll = async (context: BrowserContext): Promise<void> => void (await context.addInitScript({ content: axe.source }));

/** Loads axe-core into a page; `violations` then needs no more than a call. */
export const loadAxe = (page: Page): Promise<unknown> => page.evaluate(axe.source);

/** Violations of a page on which axe is loaded, each with the first element that shows it; of parts of it where a selector names them. */
export async function violations(page: Page, rules?: readonly string[], parts?: string): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: [...rules] } }) };
  return page.evaluate(
    async ([asked, part]) => {
      const { violations: found } = await window.axe.run(part ?? document, asked);
      return found.map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary?.replace(/\s+/g, ' ') ?? ''}`);
    },
    [options, parts] as const,
  );
}

/** Violations in both themes. A theme changes colours and nothing else of a document: in the dark the rules about colours are left. */
export async function violationsInBothThemes(page: Page, parts?: string): Promise<string[]> {
  const light = await violations(page);
  // At once, and not by way of colours in between.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await violations(page, COLOUR_RULES, parts);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light.map((what) => `light: ${what}`), ...dark.map((what) => `dark: ${what}`)];
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
