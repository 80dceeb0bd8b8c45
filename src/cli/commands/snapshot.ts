import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Snapshot, SnapshotOptions } from '../../snapshot/make-snapshot.ts';
import { PART_KINDS, type SnapshotPart } from '../../snapshot/options.ts';
import type { Arguments, Command } from '../command.ts';
import { isDay } from '../open-wiki.ts';
import { seconds } from '../progress.ts';
import { saySigningProblem, saySnapshotProblem } from '../snapshot-sentence.ts';
import { contentOf, wikiOptions, wikiUsage } from '../wiki-options.ts';
import { writeWhole } from '../write-whole.ts';

const ENGINES = ['auto', 'native', 'wasm'] as const;
const AUDIENCES = ['internal', 'public'] as const;

/** Steps that are no chapter, in a word. */
const PHASES: Readonly<Record<string, string>> = { 'reading the commit': 'read', checking: 'check', 'setting the pages': 'typeset', 'attaching the sources': 'finish' };

const textOf = (value: Arguments['values'][string]): string | undefined => (typeof value === 'string' ? value : undefined);

/** What is asked for, or a sentence on the first word that is wrong. */
function optionsOf({ values, positionals }: Arguments, root: string): SnapshotOptions | string {
  if (positionals.length > 0) return `takes no ${positionals.join(' ')}; name the file with --output`;
  const asOf = textOf(values['as-of']);
  if (asOf !== undefined && !isDay(asOf)) return `--as-of takes a date as YYYY-MM-DD, not ${asOf}`;
  const engine = ENGINES.find((name) => name === (values['engine'] ?? 'auto'));
  if (engine === undefined) return `--engine takes ${ENGINES.join(', ')}, not ${String(values['engine'])}`;
  const audience = AUDIENCES.find((name) => name === values['audience']);
  if (audience === undefined && values['audience'] !== undefined) return `--audience takes ${AUDIENCES.join(', ')}, not ${String(values['audience'])}`;
  const parts = PART_KINDS.flatMap((kind): SnapshotPart[] => (typeof values[kind] === 'string' ? [{ kind, name: values[kind] }] : []));
  if (parts.length > 1) return `prints one part alone: --${parts.map(({ kind }) => kind).join(' or --')}`;
  return { root, systems: (values['system'] ?? []) as readonly string[], part: parts[0], since: textOf(values['since']), audience, engine, draft: values['draft'] === true, asOf };
}

/** `vigie-amazon-reviews-7c1e9f4.pdf` */
const nameOf = ({ systems = [], part }: SnapshotOptions, { commit, draft }: Snapshot): string => `${['vigie', ...systems, ...(part === undefined ? [] : [part.kind === 'incidents' || part.kind === 'risks' ? `${part.name}-${part.kind}` : part.name.replace(/\//g, '-')]), ...(draft ? ['draft'] : []), commit.slice(0, 7)].join('-')}.pdf`;

/** `vigie snapshot`: the wiki as one file that an auditor keeps. */
export const snapshot: Command = {
  name: 'snapshot',
  summary: 'Write the wiki as one PDF that an auditor can verify',
  usage: `[options]
       vigie snapshot diff <a.pdf> <b.pdf> [--format text|json|markdown] [--lang en|fr] [-o file]
  -o, --output <file>  where the PDF goes (vigie-<commit>.pdf); its SHA-256 stands beside, in <file>.sha256
  --system <id>        only this system (may be repeated)
  --register <id>      only this register
  --runbook <id>       only this runbook, to tick by hand
  --risks <system>     only a system's registers
  --incidents <system> only what a system says of incidents: severities, escalation, roles
  --since <revision>   list the changes since then; since the last tag unless given
  --audience <name>    ${AUDIENCES.join(', ')} (audience of site.yml); public leaves out what is not classified public
  --sign <key>         also write <file>.sig, signed by this SSH key, as vigie verify checks it
  --draft              print files that no commit holds, and mark every page
  --engine <name>      ${ENGINES.join(', ')} (auto); the bytes are the same${wikiUsage}`,
  options: { ...wikiOptions, output: { type: 'string', short: 'o' }, system: { type: 'string', multiple: true }, register: { type: 'string' }, runbook: { type: 'string' }, risks: { type: 'string' }, incidents: { type: 'string' }, since: { type: 'string' }, audience: { type: 'string' }, sign: { type: 'string' }, draft: { type: 'boolean' }, engine: { type: 'string' }, format: { type: 'string', short: 'f' }, lang: { type: 'string' } },

  async run(input, io) {
    const refuse = (sentence: string): 2 => {
      io.err(`vigie snapshot: ${sentence}\n`);
      return 2;
    };
    const [first, ...files] = input.positionals;
    if (first === 'diff') {
      const { values } = input;
      const { snapshotDiff } = await import('../snapshot-diff.ts');
      return snapshotDiff({ files, format: textOf(values['format']), lang: textOf(values['lang']), output: textOf(values['output']) }, io);
    }
    for (const name of ['format', 'lang']) if (input.values[name] !== undefined) return refuse(`--${name} goes with vigie snapshot diff`);
    const shown = contentOf(input);
    const root = resolve(io.cwd, shown);
    const options = optionsOf(input, root);
    if (typeof options === 'string') return refuse(options);
    if (!existsSync(root)) return refuse(`there is no folder ${root}`);
    const output = textOf(input.values['output']);
    if (output === '') return refuse('--output takes the name of a file');
    if (output !== undefined && existsSync(resolve(io.cwd, output)) && statSync(resolve(io.cwd, output)).isDirectory()) return refuse(`${output} is a folder; name a file with --output`);
    const key = textOf(input.values['sign']);
    if (key !== undefined && !(existsSync(resolve(io.cwd, key)) && statSync(resolve(io.cwd, key)).isFile())) return refuse(`there is no key ${key}; name the file of an SSH key with --sign`);
    const begun = performance.now();
    // Loaded here: the other commands need neither fonts nor a typesetter.
    const { makeSnapshot } = await import('../../snapshot/make-snapshot.ts');
    const phases = new Map<string, number>();
    let last = begun;
    let phase = 'start';
    const next = (name: string): void => {
      const now = performance.now();
      phases.set(phase, (phases.get(phase) ?? 0) + now - last);
      [last, phase] = [now, name];
    };
    const made = await makeSnapshot(options, (step) => {
      next(PHASES[step] ?? 'chapters');
      if (io.progress) io.err(`\r\u001b[K${step}…`);
    });
    next('write');
    if (io.progress) io.err('\r\u001b[K');
    if ('problem' in made) return refuse(saySnapshotProblem(made, shown));
    const name = output ?? nameOf(options, made);
    const file = resolve(io.cwd, name);
    const signing = key === undefined ? undefined : await (await import('../../snapshot/sign.ts')).signSnapshot(made.bytes, resolve(io.cwd, key));
    if (key !== undefined && signing && 'problem' in signing) return refuse(saySigningProblem(signing, key));
    const failed = writeWhole([[file, made.bytes], [`${file}.sha256`, `${made.sha256}  ${basename(file)}\n`], ...(signing && 'signature' in signing ? [[`${file}.sig`, signing.signature] as const] : [])]);
    if (failed !== undefined) return refuse(failed);
    for (const [sign, times] of made.undrawn) io.err(`warning: U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} (${times}×) is in no font of the snapshot; its code stands in its place\n`);
    io.out(`${name}: ${made.pages} pages, ${(made.bytes.length / 1e6).toFixed(1)} MB, ${made.documents} documents, ${made.records} records, ${made.attachments} attachments, commit ${made.commit.slice(0, 7)}${made.draft ? ' and more (draft)' : ''}, as of ${made.asOf}, in ${seconds(performance.now() - begun)} (${[...phases].filter(([name]) => name !== 'start').map(([name, time]) => `${name} ${seconds(time)}`).join(', ')})\nsha256 ${made.sha256}\n${signing ? `signed ${name}.sig\n` : ''}`);
    return 0;
  },
};
