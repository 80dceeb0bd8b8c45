import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Wiki } from '../model/wiki.ts';
import { readWiki, type ReadOptions } from '../readers/read-wiki.ts';
import type { ReadingMemory } from '../readers/reading-memory.ts';
import type { Arguments, Io } from './command.ts';
import { contentOf } from './wiki-options.ts';

/** Whether a text is a day of the calendar; `Date` alone takes 2026-02-30 for 2 March. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Where the wiki of a command stands and how it is read; undefined where that cannot be, which is then said. */
export function wikiRequest(input: Arguments, io: Io): { readonly root: string; readonly options: ReadOptions } | undefined {
  const root = resolve(io.cwd, contentOf(input));
  const asOf = input.values['as-of'];
  if (!existsSync(root)) {
    io.err(`vigie: there is no folder ${root}\n`);
    return undefined;
  }
  if (typeof asOf === 'string' && !isDay(asOf)) {
    io.err(`vigie: --as-of takes a date as YYYY-MM-DD, not ${asOf}\n`);
    return undefined;
  }
  return { root, options: { asOf: typeof asOf === 'string' ? asOf : undefined, today: io.now.toISOString().slice(0, 10) } };
}

/** Reads the wiki a command works on, or says why it cannot. */
export function openWiki(input: Arguments, io: Io, memory?: ReadingMemory): Wiki | undefined {
  const request = wikiRequest(input, io);
  if (!request) return undefined;
  const onProgress = (done: number, total: number): void => {
    if (done % 200 === 0 && done > 0) io.err(`\r${done}/${total} documents`);
  };
  const wiki = readWiki(request.root, { ...request.options, memory, ...(io.progress ? { onProgress } : {}) });
  if (io.progress && wiki.documents.length > 200) io.err('\r\u001b[K');
  return wiki;
}
