import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forAudience, historyFor } from '../../src/model/audience.ts';
import { packWiki, unpackWiki } from '../../src/model/packed-wiki.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { readAttachment } from '../../src/readers/attachment.ts';
import { noHistory } from '../../src/readers/history.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { addressAt } from '../../src/views/calendar-ics.ts';
import { publishedFiles } from '../../src/views/published-files.ts';
import { calendarWords } from '../../src/words/calendar-words.ts';

const root = resolve(import.meta.dirname, '../../content');
const whole = readWiki(root, { today: '2026-03-12', asOf: '2026-03-12' });

/** What is published of a wiki, file by file, as text that can be compared. */
async function published(wiki: Wiki): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const input = { wiki, history: historyFor(noHistory, wiki), ...calendarWords('fr'), address: addressAt('https://ops.example/wiki/'), attachment: (file: string) => readAttachment(root, file) };
  const paths = (archived: ReadonlyMap<string, Uint8Array>): Uint8Array => Buffer.from([...archived].map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('base64')}`).join('\n'));
  for await (const { path, bytes } of publishedFiles(input, paths)) files.set(path, Buffer.from(bytes).toString('base64'));
  return files;
}

describe('a wiki that is sent to another process', { timeout: 60_000 }, () => {
  // As the message between processes copies it: no function would survive.
  const sent = (wiki: Wiki): Wiki => unpackWiki(structuredClone(packWiki(wiki)));

  it.each([
    ['whole', whole],
    ['for the public', forAudience(whole, 'public')],
  ])('is told in the same bytes, %s', async (_, wiki) => {
    const [here, there] = [await published(wiki), await published(sent(wiki))];
    expect(here.size).toBeGreaterThan(5);
    expect([...there.keys()]).toEqual([...here.keys()]);
    for (const [path, bytes] of here) expect(there.get(path) === bytes, path).toBe(true);
  });

  it('keeps where each record begins', () => {
    const there = sent(whole);
    expect(there.records.size).toBe(whole.records.size);
    for (const [key, record] of whole.records) expect(there.records.get(key)?.placeOf('id'), key).toEqual(record.placeOf('id'));
  });
});
