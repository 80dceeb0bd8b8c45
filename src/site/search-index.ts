import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { handedOver } from '../model/handover.ts';
import type { SiteData } from './site-data.ts';

interface SearchIndexOptions {
  /** Language that words are stemmed in. One index for all pages: a search must not miss a runbook written in another language. */
  language?: string;
}

/** Writes `pagefind/` beside the built pages. Only pages with `data-pagefind-body` are indexed (see client/search.ts). */
export function searchIndex({ language = 'fr' }: SearchIndexOptions = {}): AstroIntegration {
  return {
    name: 'vigie:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const root = fileURLToPath(dir);
        const { index, errors } = await createIndex({ forceLanguage: language });
        if (!index) throw new Error(`The search index could not be created: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: root });
        const written = await index.writeFiles({ outputPath: `${root}pagefind` });
        await close();
        const failures = [...added.errors, ...written.errors];
        if (failures.length > 0) throw new Error(`The search index is incomplete: ${failures.join('; ')}`);
        (handedOver() as SiteData | undefined)?.onPhase?.('search', performance.now() - start);
        logger.info(`${added.page_count} pages can be searched`);
      },
    },
  };
}
