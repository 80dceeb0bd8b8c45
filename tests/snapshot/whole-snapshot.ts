import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Wiki } from '../../src/model/wiki.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { makeSnapshot, type Snapshot } from '../../src/snapshot/make-snapshot.ts';
import { letters, readPdf, type Read } from './read-pdf.ts';
import { wikiRepository } from './wiki-repository.ts';

export interface Whole {
  /** The repository, with content/ in it. */
  readonly folder: string;
  readonly wiki: Wiki;
  readonly made: Snapshot;
  readonly read: Read;
  /** Letters and digits of all its pages. */
  readonly words: string;
}

/** The snapshot of a folder of documents, made and read once for the tests of a file or of a `describe`. */
export function wholeSnapshot(content: () => string): () => Whole {
  let whole: Whole;
  beforeAll(async () => {
    const folder = wikiRepository(content());
    const root = join(folder, 'content');
    const made = await makeSnapshot({ root });
    if ('problem' in made) throw new Error(JSON.stringify(made));
    const read = await readPdf(made.bytes);
    whole = { folder, wiki: readWiki(root, { today: '2026-03-12' }), made, read, words: letters(read.pages.join(' ')) };
  }, 240_000);
  afterAll(() => rmSync(whole.folder, { recursive: true }));
  return () => whole;
}

/** Holds that every record is told by its id and its title. */
export function expectEveryRecord({ wiki, words }: Whole): void {
  const missing = [...wiki.records.values()].filter(({ id, title }) => !words.includes(letters(title)) || (!id.startsWith('page:') && !words.includes(letters(id))));
  expect(missing.map(({ key }) => key)).toEqual([]);
}
