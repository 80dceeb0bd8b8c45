import type { AxeReporter, RawResult, RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { axeInAll, COLOUR_RULES } from './axe.ts';

declare global {
  interface Window {
    themes: {
      /** Runs axe; answers its violations, and the colours of what its rules about colours let pass or cannot judge. */
      run: (options: RunOptions, rules: readonly string[], light: boolean) => Promise<{ found: string[]; right: string[] }>;
      /** The colours, as they are now, of all that the last run in the light judged by them. */
      colours: () => string[];
    };
  }
}

/** Gives every page of a context axe-core and what `inBothThemes` asks of it. */
export async function prepareThemes(context: BrowserContext): Promise<void> {
  await axeInAll(context);
  await context.addInitScript(() => {
    /** Each element that axe judged by its colours in the light, and what it measured there: two colours, or why it cannot tell. */
    const measured = new Map<Element, string>();
    /** All that an element and those around it paint below a text. */
    const groundOf = (element: Element, known: Map<Element, string>): string => {
      let ground = known.get(element);
      if (ground === undefined) {
        ground = element.parentElement ? groundOf(element.parentElement, known) : '';
        for (const pseudo of [undefined, '::before', '::after']) {
          const style = getComputedStyle(element, pseudo);
          if (pseudo !== undefined && style.content === 'none') continue;
          const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = style;
          const painted = `${backgroundColor} ${backgroundImage} ${opacity} ${filter} ${mixBlendMode}`;
          if (painted !== 'rgba(0, 0, 0, 0) none 1 none normal') ground += `|${pseudo} ${painted}`;
        }
        known.set(element, ground);
      }
      return ground;
    };
    /** What a verdict on colours hangs on: text, whether it is large, what a link stands in, and every ground below. */
    const coloursOf = (element: Element, known: Map<Element, string>): string => {
      const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(element);
      const [size, weight] = [Number.parseFloat(fontSize), Number(fontWeight)];
      const large = size >= 24 || (weight >= 700 && size >= 18.66);
      const around = element.matches('a') && element.parentElement ? getComputedStyle(element.parentElement) : undefined;
      return [color, large, textShadow, around && `${textDecorationLine} ${weight} ${around.color} ${around.fontWeight}`, measured.get(element), groundOf(element, known)].join('|');
    };
    window.themes = {
      async run(options, rules, light) {
        const right = new Set<string>();
        const keep = (results: readonly RawResult[]): void => {
          const known = new Map<Element, string>();
          if (light) measured.clear();
          for (const { id, passes, incomplete, violations } of results) {
            if (!rules.includes(id)) continue;
            for (const { node, any } of light ? [...passes, ...incomplete, ...violations] : [...passes, ...incomplete]) {
              const element = (node as unknown as { element: Element }).element;
              const { fgColor, bgColor, messageKey } = (any[0]?.data ?? {}) as Record<string, string>;
              if (light) measured.set(element, `${measured.get(element) ?? ''} ${id} ${fgColor} ${bgColor} ${messageKey}`);
              else right.add(coloursOf(element, known));
            }
          }
        };
        const report: AxeReporter = (results, asked, done, failed) => {
          keep(results);
          window.axe.getReporter('v1')(results, asked, done, failed);
        };
        window.axe.addReporter('themes', report);
        const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'], reporter: 'themes' });
        return { found: violations.map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary?.replace(/\s+/g, ' ') ?? ''}`), right: [...right] };
      },
      colours() {
        const known = new Map<Element, string>();
        return [...new Set([...measured.keys()].map((element) => coloursOf(element, known)))];
      },
    };
  });
}

/**
 * What axe finds on a page in both themes. In the light all its rules run. A theme changes colours and nothing else of a document: in
 * the dark its rules about colours are left, and they run again where there is something new to judge. There is nothing new where each
 * element that they judged in the light has, in the dark, the same colours of text over the same grounds as one that they let pass
 * there before, and where they measured the same in the light, in which axe saw what lies over what. `right` keeps what passed, from
 * page to page.
 */
export async function inBothThemes(page: Page, right: Set<string>, whatever = false): Promise<{ found: string[]; again: boolean }> {
  const light = await page.evaluate((rules) => window.themes.run({}, rules, true), COLOUR_RULES);
  await page.emulateMedia({ colorScheme: 'dark' });
  const again = whatever || (await page.evaluate(() => window.themes.colours())).some((colours) => !right.has(colours));
  const dark = again ? await page.evaluate((rules) => window.themes.run({ runOnly: { type: 'rule', values: rules } }, rules, false), COLOUR_RULES) : { found: [], right: [] };
  for (const colours of dark.right) right.add(colours);
  await page.emulateMedia({ colorScheme: 'light' });
  return { found: [...light.found, ...dark.found.map((what) => `dark: ${what}`)], again };
}
