import { existsSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { nearest } from '../../model/nearest.ts';
import type { Wiki } from '../../model/wiki.ts';
import { kinds, type Kind } from '../../schemas/kinds.ts';
import { recordId } from '../../schemas/primitives.ts';
import type { Arguments, Command, ExitCode, Io } from '../command.ts';
import { fileOf, idOf, newDocument, type NewDocument } from '../new-document.ts';
import { takenIds } from '../next-id.ts';
import { openWiki } from '../open-wiki.ts';
import { packageRoot } from '../site-paths.ts';
import { contentOf } from '../wiki-options.ts';
import { writeNewFiles } from '../write-new-files.ts';

const NAMES = Object.keys(kinds) as Kind[];

const textOf = (value: Arguments['values'][string]): string | undefined => (typeof value === 'string' ? value : undefined);

/** The system that is meant: the one named, or the only one there is. */
function systemOf(wiki: Wiki, kind: Kind, named: string | undefined): { readonly system: string } | string {
  if (named !== undefined) {
    if (!recordId.safeParse(named).success) return `--system takes the name of one folder, in letters, digits, dots and dashes, not ${named}`;
    if (kind !== 'system' && !wiki.folders.some(({ id }) => id === named)) return `there is no system ${named}; vigie new system --system ${named} makes it`;
    return { system: named };
  }
  const [only, ...others] = wiki.systems;
  if (kind === 'system') return 'name the new system with --system, such as vigie new system --system shop';
  if (!only) return 'there is no system yet: make one with vigie new system --system shop';
  return others.length === 0 ? { system: only.id } : `name the system with --system: ${wiki.systems.map(({ id }) => id).join(', ')}`;
}

/** A file of content/ that is named by hand, below it or from where the command runs. */
function fileNamed(name: string, content: string): string | undefined {
  const path = posix.normalize(name.replaceAll('\\', '/'));
  const inside = path.startsWith(`${content}/`) ? path.slice(content.length + 1) : path;
  return posix.isAbsolute(inside) || inside.startsWith('../') || inside.includes('\0') || !/[^/]\.mdx?$/.test(inside) ? undefined : inside;
}

/** The path of a kind's schema from a document: Vigie's own folder where it stands beside content/, else where an installation puts it. */
function schemaFrom(root: string, file: string, kind: Kind): string {
  const above = dirname(root);
  const home = relative(above, packageRoot).startsWith('..') ? join(above, 'node_modules/vigie') : packageRoot;
  return relative(dirname(join(root, file)), join(home, 'src/schemas/json', `${kind}.json`)).replaceAll('\\', '/');
}

function newOnce(input: Arguments, io: Io): ExitCode | string {
  const [asked, ...others] = input.positionals;
  const kind = NAMES.find((name) => name === asked);
  if (asked === undefined) return `name a kind: ${NAMES.join(', ')}`;
  if (others.length > 0) return `one document at a time, not ${input.positionals.join(' ')}`;
  if (!kind) {
    const near = nearest(asked, NAMES);
    return `there is no kind ${asked}${near === undefined ? `: ${NAMES.join(', ')}` : `; the nearest is ${near}`}`;
  }
  const wiki = openWiki(input, io);
  if (!wiki) return 2;
  const where = systemOf(wiki, kind, textOf(input.values['system']));
  if (typeof where === 'string') return where;
  const [id, title, named] = [textOf(input.values['id']), textOf(input.values['title']), textOf(input.values['file'])];
  if (id !== undefined && !recordId.safeParse(id).success) return `--id takes letters, digits, dots, dashes and underscores, not ${id}`;
  if (id !== undefined && takenIds(wiki, where.system).has(id.toLowerCase())) return `${id} is taken in ${where.system}: an id is never used twice`;
  if (title?.trim() === '') return '--title takes a text';
  const wanted: NewDocument = { kind, ...where, lang: wiki.site.language, today: io.now.toISOString().slice(0, 10), id, title };
  const given = idOf(wiki, wanted);
  const content = contentOf(input);
  const file = named === undefined ? fileOf(wiki, wanted, given) : fileNamed(named, content);
  if (file === undefined) return `--file takes a Markdown file of ${content}/, not ${named ?? ''}`;
  const root = resolve(io.cwd, content);
  if (existsSync(join(root, file))) return `${content}/${file} is there already: name another with --file`;
  const failed = writeNewFiles(root, new Map([[file, newDocument(wiki, wanted, given, schemaFrom(root, file, kind))]]));
  if (failed !== undefined) return failed;
  io.out(`${content}/${file}  ${kind} ${given}\nTake away the # of what you need; vigie check says what is missing.\n`);
  return 0;
}

/** `vigie new`: a document to fill in, with every field of its kind and what it is for. */
export const newCommand: Command = {
  name: 'new',
  summary: 'Write a documented skeleton of a kind, with the next free id',
  usage: `<kind> [options]
  <kind>               ${NAMES.join(', ')}
  --system <id>        the system it belongs to (the only one, where there is one)
  --id <id>            this id instead of the next free one
  --title <text>       its title
  --file <file>        write it there, below the wiki's folder
  --content <folder>   the wiki's folder (content)`,
  options: { content: { type: 'string' }, system: { type: 'string' }, id: { type: 'string' }, title: { type: 'string' }, file: { type: 'string' } },

  run(input, io) {
    const done = newOnce(input, io);
    if (typeof done !== 'string') return done;
    io.err(`vigie new: ${done}\n`);
    return 2;
  },
};
