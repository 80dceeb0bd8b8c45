import type { Page } from 'playwright-core';

export interface Words {
  readonly text: string;
  /** `fr`, `en`, or empty where the language is not known. */
  readonly lang: string;
  /** The element, and the attribute where the words stand in one. */
  readonly place: string;
}

/** Every text of a page that a person may read or hear, what is folded away or waits in a template included; not code, nor the words of a drawing, whose places are measured. */
export const wordsOf = (page: Page): Promise<Words[]> =>
  page.evaluate(() => {
    const NOT_PROSE = 'code, pre, kbd, samp, script, style, textarea, svg text';
    /** `data-` attributes hold words for scripts to show, but for those that are only searched, in both languages, or compared. */
    const shown = (name: string): boolean => ['aria-label', 'title', 'alt', 'placeholder'].includes(name) || (name.startsWith('data-') && !/^data-(text|names|key|o$|href|bundle|pagefind|worker|theme)/.test(name));
    const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []);
    const found: Words[] = [];
    const walk = (node: Node, inherited: string): void => {
      if (node instanceof Text) {
        const text = node.data;
        if (text.trim() !== '') found.push({ text, lang: inherited, place: node.parentElement === null ? 'template' : `${node.parentElement.tagName.toLowerCase()}.${node.parentElement.getAttribute('class') ?? ''}` });
        return;
      }
      if (!(node instanceof Element || node instanceof DocumentFragment)) return;
      const lang = node instanceof Element ? (node.getAttribute('lang') ?? inherited) : inherited;
      if (node instanceof Element) {
        if (node.matches(NOT_PROSE)) return;
        // A name or a path is one word.
        for (const { name, value } of node.attributes) {
          if (!shown(name) || !/\s/.test(value)) continue;
          for (const text of /^(\[|{")/.test(value) ? strings(JSON.parse(value)) : [value]) found.push({ text, lang, place: `${node.tagName.toLowerCase()}@${name}` });
        }
      }
      for (const child of (node instanceof HTMLTemplateElement ? node.content : node).childNodes) walk(child, lang);
    };
    walk(document.documentElement, '');
    return found;
  });

/** What French typography does not allow: a plain space before high punctuation or inside « », straight apostrophes and quotation marks. */
const UNSET = /(?:\S)? (?=[;:!?»](?:\s|$))|« |['"]/;

export const unset = (words: readonly Words[]): string[] =>
  words.filter(({ text, lang }) => lang.startsWith('fr') && UNSET.test(text)).map(({ text, place }) => `${place}: ${text.trim().slice(0, 120)}`);
