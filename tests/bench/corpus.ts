import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { baseDocuments, members, writers, type Member } from './documents.ts';
import { randomOf } from './random.ts';

/** A file of the corpus, relative to its folder. */
export interface CorpusFile {
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Documents of a system folder: ten that hold lists, thirty that are records or pages. */
export const DOCUMENTS_PER_SYSTEM = 40;

/** The documents of one system. Only ids of the same system are cited, and all of them exist. */
function systemFiles(number: number, count: number): CorpusFile[] {
  const random = randomOf(number * 7919 + 1);
  const system = `s${String(number).padStart(3, '0')}`;
  const base = baseDocuments.slice(0, count);
  const planned: Member[] = members.slice(0, Math.max(0, count - base.length));
  return [...base.map((make) => make({ system, random, planned })), ...planned.map((member) => writers[member.kind]({ system, random, planned, member }))];
}

/** `count` documents of all kinds, the same for the same count: what every contestant builds. */
export function corpus(count: number): CorpusFile[] {
  const files: CorpusFile[] = [];
  for (let number = 1; files.length < count; number += 1) files.push(...systemFiles(number, Math.min(DOCUMENTS_PER_SYSTEM, count - files.length)));
  return files;
}

export const textOf = ({ data, body }: CorpusFile): string => `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n`;

/** Writes a corpus into an empty folder, with the site.yml of a wiki. */
export function writeCorpus(folder: string, count: number): CorpusFile[] {
  rmSync(folder, { recursive: true, force: true });
  const files = corpus(count);
  for (const entry of files) {
    const path = join(folder, entry.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, textOf(entry));
  }
  writeFileSync(join(folder, 'site.yml'), 'title: Banc\norganisation: Exemple\nlanguage: fr\ntime_zone: Europe/Paris\nholidays: FR\nas_of: 2026-06-01\nsnapshots: none\n');
  return files;
}
