import { join } from 'node:path';
import { readWiki } from '../../src/readers/read-wiki.ts';

/** The five systems as they stand, on 12 March 2026. */
export const realWiki = readWiki(join(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });
