import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { runChecks } from '../checks/run-checks.ts';
import { rules } from '../checks/rules/index.ts';
import type { Lang } from '../model/text.ts';
import type { Wiki } from '../model/wiki.ts';
import { attachedWiki } from '../snapshot/verify/attached-wiki.ts';
import { checkInside } from '../snapshot/verify/check-inside.ts';
import { readSnapshot, type ReadSnapshot } from '../snapshot/verify/read-snapshot.ts';
import { diffOf, wikiDiff, type DiffState } from '../views/diff/wiki-diff.ts';
import type { ExitCode, Io } from './command.ts';
import { withDiagrams } from './diff-states.ts';
import { diffJson } from './reporters/diff-json.ts';
import { diffMarkdown } from './reporters/diff-markdown.ts';
import type { DiffReporter } from './reporters/diff-report.ts';
import { diffText } from './reporters/diff-text.ts';
import { diffSummary } from './reporters/diff-words.ts';
import { vigieVersion } from './vigie-version.ts';
import { writeReport } from './write-report.ts';

const formats: Readonly<Record<string, DiffReporter>> = { text: diffText, json: diffJson, markdown: diffMarkdown };

export interface SnapshotDiffRequest {
  readonly files: readonly string[];
  readonly format?: string | undefined;
  readonly lang?: string | undefined;
  readonly output?: string | undefined;
}

/** A snapshot whose attachments can be trusted to be its own, or a sentence. */
async function open(file: string, lang: Lang, io: Io): Promise<ReadSnapshot | string> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(io.cwd, file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${code})`;
  }
  const snapshot = await readSnapshot(bytes);
  if ('verdict' in snapshot) return `${file}: ${snapshot.text[lang]}`;
  if (checkInside(snapshot).some(({ verdict }) => verdict === 'bad')) return `${file} changed since it was made, so what it carries says nothing; vigie verify ${file} says where`;
  if (snapshot.manifest.attachments.every(({ path }) => path === undefined)) return `${file} carries no sources to compare, as it was made for the public; take two that were made without --audience public`;
  return snapshot;
}

const systemsOf = ({ manifest }: ReadSnapshot): readonly string[] => {
  const systems = manifest.options['systems'];
  return Array.isArray(systems) ? systems.filter((system): system is string => typeof system === 'string') : [];
};

/** Systems that both hold; empty where both hold all. */
function inCommon(a: readonly string[], b: readonly string[]): readonly string[] | undefined {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const both = a.filter((system) => b.includes(system));
  return both.length === 0 ? undefined : both;
}

/** `vigie snapshot diff`: what changed between two snapshots, record by record, from the sources that they carry. */
export async function snapshotDiff({ files, format = 'text', lang = 'en', output }: SnapshotDiffRequest, io: Io): Promise<ExitCode> {
  const refuse = (sentence: string): 2 => {
    io.err(`vigie snapshot diff: ${sentence}\n`);
    return 2;
  };
  const [from, to, ...others] = files;
  if (from === undefined || to === undefined || others.length > 0) return refuse('takes two files: vigie snapshot diff <a.pdf> <b.pdf>');
  if (lang !== 'en' && lang !== 'fr') return refuse(`--lang takes en or fr, not ${lang}`);
  const reporter = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!reporter) return refuse(`--format takes ${Object.keys(formats).join(', ')}, not ${format}`);
  const [before, after] = [await open(from, lang, io), await open(to, lang, io)];
  if (typeof before === 'string') return refuse(before);
  if (typeof after === 'string') return refuse(after);
  const systems = inCommon(systemsOf(before), systemsOf(after));
  if (!systems) return refuse(`${from} holds ${systemsOf(before).join(', ')} and ${to} holds ${systemsOf(after).join(', ')}: they have no system in common`);
  if (before.manifest.options['audience'] !== after.manifest.options['audience']) io.err(`${from} and ${to} were not made for the same audience: what one leaves out appears or goes\n`);
  // Both on the day of the later one: what time alone does is no change.
  const asOf = after.manifest.as_of;
  const wikis: [Wiki, Wiki] = [attachedWiki(before, { asOf, today: asOf }), attachedWiki(after, { asOf, today: asOf })];
  const state = (wiki: Wiki, { manifest }: ReadSnapshot, name: string): DiffState => ({ name: basename(name), commit: manifest.commit, date: manifest.date, wiki, checked: runChecks(wiki, rules, lang) });
  const whole = wikiDiff(state(await withDiagrams(...wikis), before, from), state(await withDiagrams(wikis[1], wikis[0]), after, to), { renames: new Map(), others: [] });
  const diff = diffOf(whole, systems);
  const { content } = after.manifest;
  const prefix = content === '' ? '' : `${content}/`;
  const failed = writeReport(reporter({ diff, lang, version: vigieVersion(), prefix, shown: prefix, color: io.color && output === undefined }), diffSummary(diff, lang), output, io);
  return failed === undefined ? 0 : refuse(failed);
}
