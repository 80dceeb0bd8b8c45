import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules whose answer can change with the theme: the others read the same document. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Loads axe-core into a page; `violations` then needs no more than a call. */
export const loadAxe = (page: Page): Promise<unknown> => page.evaluate(axe.source);

/** Violations of a page on which axe is loaded, each with the first element that shows it. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: [...rules] } }) };
  return page.evaluate(async (asked) => {
    const { violations: found } = await window.axe.run(document, asked);
    return found.map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary?.replace(/\s+/g, ' ') ?? ''}`);
  }, options);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
