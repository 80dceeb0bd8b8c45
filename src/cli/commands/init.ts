import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command, ExitCode, Io } from '../command.ts';
import { forges, starterFiles, type Forge } from '../starter-files.ts';
import { vigieVersion } from '../vigie-version.ts';
import { writeNewFiles } from '../write-new-files.ts';

/** What a folder may hold and still be empty for a wiki: a repository just made, and the package that runs this. */
const BESIDE = new Set(['.git', 'node_modules', 'package.json', 'package-lock.json']);

/** Names that a folder shown to somebody may hold without their knowing. */
const INVISIBLE = new Set(['.DS_Store', 'Thumbs.db']);

interface InitRequest {
  readonly folder: string;
  readonly shown: string;
  readonly title: string;
  readonly lang: 'fr' | 'en';
  readonly forge: Forge;
}

/** `ops-wiki` → `Ops wiki`. */
const titleOf = (name: string): string => (name === '' ? 'Vigie' : name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]+/g, ' '));

function initOnce({ folder, shown, title, lang, forge }: InitRequest, io: Io): ExitCode | string {
  if (existsSync(folder) && !statSync(folder).isDirectory()) return `${shown} is a file: name a folder`;
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => !BESIDE.has(name) && !INVISIBLE.has(name)) : [];
  if (there.length > 0) return `${shown} is not empty (${there.slice(0, 3).join(', ')}${there.length > 3 ? '…' : ''}): a new wiki goes into an empty folder, such as vigie init ops-wiki`;
  mkdirSync(folder, { recursive: true });
  const files = starterFiles({ folder, title, lang, forge, today: io.now.toISOString().slice(0, 10), version: vigieVersion() });
  if (typeof files === 'string') return files;
  const failed = writeNewFiles(folder, files);
  if (failed !== undefined) return failed;
  const where = folder === io.cwd ? '' : `cd ${shown} && `;
  io.out(`${[...files.keys()].join('\n')}\n\n${files.size} files written. Now: ${where}npm install && npm start\ncontent/${lang === 'fr' ? 'exemple' : 'example'}/ shows one of each kind; delete it once yours is there.\n`);
  return 0;
}

/** `vigie init`: a wiki of one's own, with an example of each kind of document. */
export const init: Command = {
  name: 'init',
  summary: 'Make a wiki of your own in an empty folder',
  usage: `[<folder>] [options]
  --title <text>       what the wiki is called (from the folder's name)
  --lang <fr|en>       language of the wiki and of its examples (fr)
  --forge <name>       whose pipeline is written: ${forges.join(', ')} (github)`,
  options: { title: { type: 'string' }, lang: { type: 'string' }, forge: { type: 'string' } },

  run(input, io) {
    const wrong = (sentence: string): 2 => {
      io.err(`vigie init: ${sentence}\n`);
      return 2;
    };
    const { title, lang = 'fr', forge = 'github' } = input.values;
    const [shown = '.', ...others] = input.positionals;
    if (others.length > 0) return wrong(`one folder at a time, not ${input.positionals.join(' ')}`);
    if (lang !== 'fr' && lang !== 'en') return wrong(`--lang takes fr or en, not ${String(lang)}`);
    const known = forges.find((name) => name === forge);
    if (!known) return wrong(`--forge takes ${forges.join(' or ')}, not ${String(forge)}`);
    if (title !== undefined && (typeof title !== 'string' || title.trim() === '')) return wrong('--title takes a text');
    const folder = resolve(io.cwd, shown);
    const done = initOnce({ folder, shown: shown === '.' ? 'this folder' : shown, title: title ?? titleOf(basename(folder)), lang, forge: known }, io);
    return typeof done === 'string' ? wrong(done) : done;
  },
};
