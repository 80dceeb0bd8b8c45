import type { Browser } from 'playwright-core';
import { isMap, isScalar, parseDocument, visit as visitYaml } from 'yaml';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { join } from 'node:path';
import { launch, skipBrowser } from './browser.ts';
import { buildSite } from './build.ts';
import { pagesOf, visit } from './every-page.ts';
import { harbour } from './harbour.ts';
import { layHarbour } from './lay-harbour.ts';
import { serve } from './serve.ts';
import { unset, wordsOf } from './words.ts';

/** Fields that hold prose: what their authors type is set, wherever it is shown. */
const PROSE = new Set(['title', 'summary', 'definition', 'responsibilities', 'purpose', 'fallback', 'means', 'label', 'response', 'when', 'what', 'impact', 'why', 'mechanism', 'service', 'degraded_mode', 'examples', 'lessons', 'causes', 'consequences', 'symptoms', 'prerequisites', 'rto_note', 'activity', 'organisation']);
const TYPED = ` : l'essai "sûr" ?`;

/** A document as a hasty author types it: straight marks and plain spaces in every text of its frontmatter and in its body. */
function hasty(source: string, file: string): string {
  if (file === 'site.yml') return source.replace('language: en', 'language: fr');
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const document = parseDocument(frontmatter);
  visitYaml(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key !== 'string' || !PROSE.has(key) || isMap(pair.value)) return;
      visitYaml(pair.value as never, {
        Scalar(place, scalar) {
          if (place !== 'key' && typeof scalar.value === 'string') scalar.value += TYPED;
        },
      });
    },
  });
  return `---\n${document.toString()}---\n${body.replace(/^(\w[^\n|]*[\w.])$/gm, `$1${TYPED}`)}`;
}

describe.skipIf(skipBrowser)('languages', { timeout: 180_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function lookAt(root: string, fault: (words: Awaited<ReturnType<typeof wordsOf>>) => readonly string[]): Promise<{ seen: number; faults: string[] }> {
    const site = { ...(await serve(root, undefined, { keep: true })), root };
    const faults: string[] = [];
    let seen = 0;
    // Rules are documented from files of their own: /rules/ is read with content/, in every-page.test.ts.
    await visit(browser, site, pagesOf(root).filter((path) => !path.startsWith('/rules/')), {}, async (page, path) => {
      const words = await wordsOf(page);
      seen += words.length;
      faults.push(...fault(words).map((what) => `${path} ${what}`));
    });
    await site.close();
    return { seen, faults };
  }

  it('a wiki in English shows no word of French', async () => {
    // The Harbour wiki is written in plain ASCII: whatever bears an accent, or a space before a colon, comes from the interface.
    const { seen, faults } = await lookAt(harbour(), (words) => words.filter(({ text, lang }) => lang === 'en' && /[À-ÖØ-öø-ÿœŒ«»]|\s[;:!?](?:\s|$)/.test(text)).map(({ text, place }) => `${place}: ${text.trim()}`));
    expect(seen).toBeGreaterThan(5000);
    expect(faults).toEqual([]);
  });

  it('a wiki in French sets what its authors typed in haste, in every field and on every page', async () => {
    const folder = join(inject('folder'), 'hasty');
    const { seen, faults } = await lookAt(await buildSite(folder, layHarbour(folder, hasty)), unset);
    expect(seen).toBeGreaterThan(5000);
    expect([...new Set(faults)]).toEqual([]);
  });
});
