import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { accountOf } from '../../importers/account.ts';
import { knownKey } from '../../importers/place/record-ids.ts';
import { planImport } from '../../importers/plan-import.ts';
import { slug } from '../../importers/plain.ts';
import { MOST_BYTES, readSource, tooLarge } from '../../importers/read-source.ts';
import type { Source } from '../../importers/source.ts';
import { readWiki } from '../../readers/read-wiki.ts';
import type { Command, Io } from '../command.ts';
import { gone, isWritten, openTarget, placements, writeImport, type Manifest } from '../import-target.ts';
import { accountText, importJson, importText, type ImportReport } from '../reporters/import-plan.ts';
import { IMPORT_WORDS } from '../reporters/import-words.ts';
import { contentOf } from '../wiki-options.ts';

const SYSTEM = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** The deepest folder that holds all the files: documents of Vigie keep their places below it. */
function commonFolder(files: readonly string[]): string {
  const [first = '', ...others] = files.map((file) => dirname(file).split(sep));
  const parts = [...first];
  const depth = parts.findIndex((part, index) => others.some((other) => other[index] !== part));
  return parts.slice(0, depth < 0 ? parts.length : depth).join(sep) || sep;
}

/** Reads the files of the command line, or says in one sentence why one of them cannot be. */
async function readSources(names: readonly string[], io: Io): Promise<readonly Source[] | string> {
  const sources: Source[] = [];
  const base = commonFolder(names.map((name) => resolve(io.cwd, name)));
  for (const name of names) {
    const file = resolve(io.cwd, name);
    if (!existsSync(file)) return `there is no file ${name}`;
    const stat = statSync(file);
    if (stat.isDirectory()) return `${name} is a folder: name the files to import`;
    if (!stat.isFile()) return `${name} is not a file`;
    // An export is refused by its size, before a byte of it is read.
    const read = stat.size > MOST_BYTES ? tooLarge(name, stat.size) : await readSource(readFileSync(file), basename(name));
    if ('refused' in read) return read.refused;
    sources.push({ ...read, path: relative(base, file).replaceAll('\\', '/') });
  }
  return sources;
}

/** `vigie import`: documents that exist, as documents of the wiki. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Turn existing documents (Markdown, text, CSV, XLSX, DOCX, HTML) into documents of the wiki',
  usage: `<file…> [options]
  --into <system>      folder of the system under content/ (from the document's name)
  --dry-run            print the plan and write nothing
  --yes                write without asking
  --json               print the plan as JSON
  --account            say of every line what becomes of it, and write nothing
  --lang <en|fr>       language of the plan (the wiki's)
  --content <folder>   the wiki's folder (content)`,
  options: { content: { type: 'string' }, into: { type: 'string' }, 'dry-run': { type: 'boolean' }, yes: { type: 'boolean', short: 'y' }, json: { type: 'boolean' }, account: { type: 'boolean' }, lang: { type: 'string' } },

  async run(input, io) {
    const wrong = (sentence: string): 2 => {
      io.err(`vigie import: ${sentence}\n`);
      return 2;
    };
    if (input.positionals.length === 0) return wrong('name the files to import, such as vigie import risks.xlsx');
    const wanted = input.values['lang'];
    if (wanted !== undefined && wanted !== 'en' && wanted !== 'fr') return wrong(`--lang takes en or fr, not ${String(wanted)}`);
    const root = resolve(io.cwd, contentOf(input));
    if (!existsSync(root) || !statSync(root).isDirectory()) return wrong(`there is no folder ${root}: run it where content/ is, or name the folder with --content`);
    const into = input.values['into'];
    const system = typeof into === 'string' ? into.replace(/\/$/, '').replace(/^content\//, '') : slug(basename(input.positionals[0] ?? '').replace(/\.[^.]+$/, ''), 32);
    if (!SYSTEM.test(system)) return wrong(`--into takes the name of one folder, in letters, digits, dots and dashes, not ${String(into)}`);
    if (existsSync(join(root, system)) && !statSync(join(root, system)).isDirectory()) return wrong(`${contentOf(input)}/${system} is a file: choose another folder with --into`);
    const sources = await readSources(input.positionals, io);
    if (typeof sources === 'string') return wrong(sources);

    const target = openTarget(root, system);
    const wiki = readWiki(root, { today: io.now.toISOString().slice(0, 10) });
    const lang = wanted ?? wiki.site.language;
    const says = IMPORT_WORDS[lang];
    const written = new Set(Object.keys(target.manifest?.documents ?? {}).map((path) => `${system}/${path}`));
    const own = wiki.documents.filter((document) => document.system === system && !written.has(document.file));
    const plan = planImport(sources, {
      system,
      lang: wiki.site.language,
      hasSystem: own.some(({ kind }) => kind === 'system'),
      taken: own.flatMap((document) => idsOf(document.value)),
      known: target.manifest?.ids,
    });
    if (!plan.documents.some(({ records }) => records.length > 0) && !plan.documents.some(({ kind, own: already }) => kind === 'page' || already === true)) return wrong(`${sources.map(({ name }) => name).join(', ')} holds nothing to import`);
    const placed = placements(target, plan);
    const report: ImportReport = { sources, plan, placed, accounts: accountOf(sources, plan), gone: gone(target, plan), prefix: `${contentOf(input)}/${system}/`, lang };
    const held = report.accounts.every(({ wrong: lines, lost }) => lines.length === 0 && lost.length === 0);
    if (input.values['account'] === true) {
      io.out(accountText(report));
      return held ? 0 : 1;
    }
    io.out(input.values['json'] === true ? importJson(report) : importText(report, { color: io.color }));
    if (!held) io.err(`vigie import: ${says.missing}\n`);
    const kept = placed.filter(({ state, before }) => state === 'kept' && before !== undefined);
    if (input.values['dry-run'] === true) return 0;
    const files = placed.filter(isWritten).length;
    if (files === 0) {
      if (input.values['json'] !== true) io.out(`${kept.length === 0 ? says.nothing : says.nothingByHand}\n`);
      return kept.length === 0 ? 0 : 1;
    }
    if (input.values['yes'] !== true) {
      if (!io.ask) return wrong('nothing is written without a yes: add --yes, or --dry-run to see the plan only');
      const answer = await io.ask(says.ask(files, `${contentOf(input)}/${system}`));
      if (!/^\s*(?:y|yes|o|oui)\s*$/i.test(answer)) {
        io.out(`${says.refused}\n`);
        return 0;
      }
    }
    // A document that was kept keeps its old base too: the next import says again what the source changed.
    const base = (path: string, text: string): string | undefined => (placed.some(({ document, state }) => document.path === path && state === 'kept') ? target.manifest?.documents[path] : text);
    const manifest: Manifest = {
      version: 1,
      sources: sources.map(({ name }) => name),
      documents: Object.fromEntries(Object.entries({ ...target.manifest?.documents, ...Object.fromEntries(plan.documents.map(({ path, text }) => [path, base(path, text)])) }).filter((entry): entry is [string, string] => entry[1] !== undefined)),
      ids: { ...target.manifest?.ids, ...Object.fromEntries(plan.documents.flatMap(({ records }) => records.map(({ kind, title, id }) => [knownKey(kind, title), id]))) },
    };
    try {
      writeImport(root, system, target, placed, manifest);
    } catch (error) {
      return wrong(`${report.prefix} cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : 'EIO'}); nothing was changed`);
    }
    if (input.values['json'] !== true) io.out(`${says.written(files)}\n`);
    return kept.length === 0 ? 0 : 1;
  },
};

/** Every id that a document holds. */
function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { id } = value as { id?: unknown };
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(value).flatMap((each) => (typeof each === 'object' ? idsOf(each) : []))];
}
