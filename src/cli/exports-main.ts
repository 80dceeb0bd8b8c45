// The process that makes the exports of a build (exports-process.ts starts it), beside the one that renders the pages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zip } from '../../plugins/portable/zip.ts';
import { unpackWiki } from '../model/packed-wiki.ts';
import { readAttachment } from '../readers/attachment.ts';
import { addressAt } from '../views/calendar-ics.ts';
import { publishedFiles, type PublishedFile } from '../views/published-files.ts';
import { calendarWords } from '../words/calendar-words.ts';
import type { ExportsAnswer, ExportsOrder } from './exports-process.ts';

// Hours and dates are computed in named zones; the zone of the process must not matter.
process.env['TZ'] = 'UTC';

// Nobody waits for the exports any more.
process.on('disconnect', () => process.exit(1));

/** Each file is written before the next is made: only one is held. */
async function made({ wiki: packed, history, root, url, into }: ExportsOrder): Promise<ExportsAnswer> {
  const wiki = unpackWiki(packed);
  const files: PublishedFile[] = [];
  for await (const { bytes, ...file } of publishedFiles({ wiki, history, ...calendarWords(wiki.site.language), address: addressAt(url), attachment: (name) => readAttachment(root, name) }, zip)) {
    const target = join(into, file.path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    files.push(file);
  }
  return { files };
}

process.once('message', (order: ExportsOrder) => {
  void made(order)
    .catch((error: unknown) => ({ why: error instanceof Error ? error.message : String(error) }))
    .then((answer: ExportsAnswer) => process.send?.(answer, () => process.exit(0)));
});
