import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Rule } from '../../checks/rule.ts';
import { rules } from '../../checks/rules/index.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { firstLoss } from '../../model/lost-content.ts';
import { unifiedDiff } from '../../model/unified-diff.ts';
import type { Wiki } from '../../model/wiki.ts';
import { readEdited } from '../../readers/fixes/edited-wiki.ts';
import { planFixes, type FilePlan, type Wanted } from '../../readers/fixes/plan-fixes.ts';
import { planRename } from '../../readers/fixes/rename.ts';
import type { ReadOptions } from '../../readers/read-wiki.ts';
import { count } from '../../model/text.ts';
import type { Arguments, Command, ExitCode, Io } from '../command.ts';
import { paintDiff } from '../paint-diff.ts';
import { openWiki, wikiRequest } from '../open-wiki.ts';
import { contentOf, wikiOptions, wikiUsage } from '../wiki-options.ts';

/** Rules whose findings have a safe fix. */
const FIXABLE = ['content/encoding', 'content/schema', 'risk/score-mismatch', 'time/duration-mismatch'];

/** Fixes of findings that count: a waiver, a rule that is off and another system are left alone. Text and durations are mended wherever they stand. */
function wantedOf(wiki: Wiki, only: readonly string[], systems: readonly string[]): Wanted {
  const found = new Set(runChecks(wiki, rules.filter(({ id }) => FIXABLE.includes(id))).findings.map(({ rule, record }) => `${rule} ${record ?? ''}`));
  return (rule, { file, record }) => (only.length === 0 || only.includes(rule)) && (systems.length === 0 || systems.includes(file.split('/')[0] ?? '')) && (record === undefined || found.has(`${rule} ${record}`));
}

/** Whether a finding says that something cannot be read, or leads nowhere. What is read at last may well be found wanting. */
const isBreach = ({ id }: Rule): boolean => /^(content|link)\//.test(id) || id === 'escalation/unknown-role';

/** What a plan would break, in one sentence: nothing that was read may be lost, and nothing that led somewhere may lead nowhere. */
function breaks(root: string, wiki: Wiki, plans: readonly FilePlan[], options: ReadOptions): string | undefined {
  const after = readEdited(root, new Map(plans.map(({ file, text }) => [file, text])), options);
  if (after.documents.length < wiki.documents.length || after.records.size < wiki.records.size) return 'a record would be lost';
  const breaches = rules.filter(isBreach);
  const before = new Map<string, number>();
  for (const finding of runChecks(wiki, breaches).findings) before.set(`${finding.rule} ${finding.place.file}`, (before.get(`${finding.rule} ${finding.place.file}`) ?? 0) + 1);
  for (const finding of runChecks(after, breaches).findings) {
    const key = `${finding.rule} ${finding.place.file}`;
    const left = (before.get(key) ?? 0) - 1;
    if (left < 0 && finding.severity === 'error') return `${finding.place.file}:${finding.place.line} would say: ${finding.what}`;
    before.set(key, left);
  }
  return undefined;
}

/** What a file holds now; undefined where it cannot be read any more. */
function bytesNow(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Writes what was planned, unless a file changed since it was read: then nothing is. */
function write(root: string, plans: readonly FilePlan[]): string | undefined {
  const moved = plans.find(({ file, opened }) => bytesNow(join(root, file))?.equals(opened.bytes) !== true);
  if (moved) return `${moved.file} changed meanwhile, so nothing is written; run vigie fix again`;
  const written: FilePlan[] = [];
  for (const plan of plans) {
    try {
      writeFileSync(join(root, plan.file), plan.opened.bytesOf(plan.text));
      written.push(plan);
    } catch (error) {
      // One half of a rename would lead nowhere: what was written is put back.
      for (const { file, opened } of written) writeFileSync(join(root, file), opened.bytes);
      return `${plan.file} cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}), so every file is as it was; give this account the right to write it`;
    }
  }
  return undefined;
}

interface Planned {
  readonly plans: readonly FilePlan[];
  /** What the diff does, in a few words. */
  readonly what: string;
  readonly later: number;
}

function planned(root: string, wiki: Wiki, input: Arguments, options: ReadOptions): Planned | string {
  const { rename, rule = [], system = [] } = input.values as { rename?: string; rule?: readonly string[]; system?: readonly string[] };
  if (rename !== undefined) {
    const [, folder, from, to] = /^([^/=]+)\/([^/=]+)=([^/=]*)$/.exec(rename) ?? [];
    if (folder === undefined || from === undefined || to === undefined) return `--rename takes system/OLD=NEW, not ${rename === '' ? '“”' : rename}`;
    // What cites the record may stand in the part that is lost.
    const loss = firstLoss(wiki);
    if (loss) return `${loss.place.file}:${loss.place.line} cannot be read whole, and may cite ${from}: ${loss.what.en}; mend it first`;
    const plans = planRename(root, wiki, { system: folder, from, to }, options);
    return typeof plans === 'string' ? plans : { plans, what: `${folder}/${from} becomes ${to} in ${count.en(plans.length, 'file')}`, later: 0 };
  }
  const stranger = rule.find((id) => !FIXABLE.includes(id));
  if (stranger !== undefined) return `no fix of ${stranger} is safe; there is one for ${FIXABLE.join(', ')}`;
  const nowhere = system.find((id) => !wiki.folders.some((folder) => folder.id === id));
  if (nowhere !== undefined) return `there is no system ${nowhere}; there are ${wiki.folders.map(({ id }) => id).join(', ')}`;
  const binary = wiki.problems.find(({ place }) => /\.mdx?$/i.test(place.file) && wiki.hasFile(place.file) && wiki.textOf(place.file) === undefined);
  if (binary) return `${binary.what.en}; mend or remove it, then run vigie fix again`;
  const { files, fixes, later } = planFixes(root, wiki, wantedOf(wiki, rule, system));
  return { plans: files, what: `${count.en(fixes, 'fix', 'fixes')} in ${count.en(files.length, 'file')}`, later };
}

async function agreed(input: Arguments, io: Io): Promise<boolean> {
  if (input.values['yes'] === true) return true;
  return io.ask !== undefined && /^(y|yes|o|oui)$/i.test((await io.ask('Write it? [y/N] ')).trim());
}

async function fixOnce(input: Arguments, io: Io): Promise<ExitCode | string> {
  if (input.positionals.length > 0) return `${input.positionals.join(' ')} is no option; --rule and --system narrow what is fixed`;
  const request = wikiRequest(input, io);
  const wiki = request && openWiki(input, io);
  if (!request || !wiki) return 2;
  const root = resolve(io.cwd, contentOf(input));
  const plan = planned(root, wiki, input, request.options);
  if (typeof plan === 'string') return plan;
  if (plan.plans.length === 0) {
    io.out('nothing to fix\n');
    return 0;
  }
  const broken = breaks(root, wiki, plan.plans, request.options);
  if (broken !== undefined) return `nothing is written, as ${broken}; change it by hand`;
  const diff = plan.plans.map(({ file, opened, edits }) => unifiedDiff(`${contentOf(input)}/${file}`, opened.text, edits)).join('');
  io.out(`${io.color ? paintDiff(diff) : diff}\n`);
  if (!(await agreed(input, io))) {
    io.out(`${plan.what}: nothing is written; --yes writes it\n`);
    return 1;
  }
  const failed = write(root, plan.plans);
  if (failed !== undefined) return failed;
  io.out(`${plan.what}: written${plan.later > 0 ? `; ${count.en(plan.later, 'other fix', 'other fixes')} where these stand: run vigie fix again` : ''}\n`);
  return 0;
}

/** `vigie fix`: the changes that alter no fact, shown first. */
export const fix: Command = {
  name: 'fix',
  summary: 'Show the fixes that are safe as a diff, and write them',
  usage: `[options]
  --yes                  write without asking
  --rule <id>            only fixes of this rule: ${FIXABLE.join(', ')} (may be repeated)
  --system <id>          only in this system (may be repeated)
  --rename <system/OLD=NEW>
                         give a record another id, here and wherever it is cited; the old one stays as an alias${wikiUsage}`,
  options: { ...wikiOptions, yes: { type: 'boolean' }, rule: { type: 'string', multiple: true }, system: { type: 'string', multiple: true }, rename: { type: 'string' } },

  async run(input, io) {
    const done = await fixOnce(input, io);
    if (typeof done !== 'string') return done;
    io.err(`vigie fix: ${done}\n`);
    return 2;
  },
};
