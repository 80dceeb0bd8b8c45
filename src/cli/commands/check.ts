import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CheckResult } from '../../checks/finding.ts';
import { madeWorse } from '../../checks/made-worse.ts';
import type { Wiki } from '../../model/wiki.ts';
import { readWiki } from '../../readers/read-wiki.ts';
import { readingMemory, type ReadingMemory } from '../../readers/reading-memory.ts';
import { checkBase, stoodBefore, type Base } from '../check-base.ts';
import { checkOptions, checkRequest, checkUsage, type CheckRequest } from '../check-request.ts';
import { checkWiki } from '../check-wiki.ts';
import type { Arguments, Command, ExitCode, Io } from '../command.ts';
import { contentPath } from '../content-path.ts';
import { openWiki, wikiRequest } from '../open-wiki.ts';
import { withAlerts } from '../outside-alerts.ts';
import { reporters } from '../reporters/index.ts';
import { reportSchema } from '../reporters/report-json.ts';
import type { Report } from '../reporters/report.ts';
import { summaryOf } from '../reporters/summary.ts';
import { watchReport } from '../reporters/watch.ts';
import { vigieVersion } from '../vigie-version.ts';
import { contentOf } from '../wiki-options.ts';
import { editsOf } from '../watch-content.ts';
import { writeReport } from '../write-report.ts';

/** What does not change from one reading to the next. */
interface Around {
  readonly base: Base | undefined;
  /** Path of content/ from the top of the repository. */
  readonly prefix: string;
}

/** What is reported of what was found. */
function reportOf(found: CheckResult, wiki: Wiki, { base, prefix }: Around, request: CheckRequest, input: Arguments, io: Io): Report {
  const result = base ? madeWorse(stoodBefore(base, wiki), found) : found;
  return {
    result,
    rules: request.rules,
    lang: request.lang,
    asOf: wiki.asOf,
    version: vigieVersion(),
    prefix,
    shown: `${contentOf(input)}/`,
    color: io.color && request.output === undefined,
    compared: base && { revision: base.revision, commit: base.commit, standing: found.findings.length - result.findings.length },
  };
}

/** One reading, and all that is asked of it. */
interface Answer {
  readonly report: Report;
  readonly text: string;
}

async function answer(wiki: Wiki, around: Around, request: CheckRequest, input: Arguments, io: Io): Promise<Answer | string> {
  const found = await checkWiki(wiki, request);
  if (typeof found === 'string') return found;
  const report = reportOf(found, wiki, around, request, input, io);
  return { report, text: reporters[request.format](report) };
}

/** After the first report, what each edit does; with another format or a file, the whole report again. */
async function follow(first: Answer, around: Around, memory: ReadingMemory, request: CheckRequest, input: Arguments, io: Io): Promise<ExitCode | string> {
  const asked = wikiRequest(input, io);
  if (!asked) return 2;
  let last = first;
  io.err(`\n${contentOf(input)}/ is watched (Ctrl-C stops it)\n`);
  for await (const _ of editsOf(asked.root, io.signal)) {
    const start = performance.now();
    if (!existsSync(asked.root)) return `the folder ${asked.root} is gone`;
    const before = memory.files.size;
    const wiki = withAlerts(readWiki(asked.root, { ...asked.options, memory }), asked.root, request.alerts, io);
    if (typeof wiki === 'string') return wiki;
    const next = await answer(wiki, around, request, input, io);
    if (typeof next === 'string') return next;
    const took = Math.round(performance.now() - start);
    // A file that was touched and not changed, or a file that the editor keeps beside.
    if (memory.opened.length === 0 && memory.files.size === before && next.text === last.text) continue;
    if (request.format === 'text' && request.output === undefined) io.out(watchReport(last.report.result, next.report.result, { color: io.color, prefix: next.report.shown, lang: request.lang, compared: next.report.compared }, memory.opened.length, took));
    else {
      const failed = writeReport(next.text, `${summaryOf(next.report)}, ${took} ms`, request.output, io);
      if (failed !== undefined) return failed;
    }
    last = next;
  }
  return 0;
}

async function checkOnce(request: CheckRequest, input: Arguments, io: Io): Promise<ExitCode | string> {
  const memory = request.watch ? readingMemory() : undefined;
  const read = openWiki(input, io, memory);
  if (!read) return 2;
  const wiki = withAlerts(read, resolve(io.cwd, contentOf(input)), request.alerts, io);
  if (typeof wiki === 'string') return wiki;
  const base = request.changed === undefined ? undefined : await checkBase(resolve(io.cwd, contentOf(input)), contentOf(input), request.changed, request, wiki.asOf);
  if (typeof base === 'string') return base;
  const around = { base, prefix: await contentPath(input, io) };
  const first = await answer(wiki, around, request, input, io);
  if (typeof first === 'string') return first;
  const { report, text } = first;
  const failed = writeReport(text, summaryOf(report), request.output, io);
  if (failed !== undefined) return failed;
  if (memory) {
    try {
      return await follow(first, around, memory, request, input, io);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return `${contentOf(input)}/ cannot be watched (${String(error.code)}); on Linux, raise fs.inotify.max_user_watches, or check without --watch`;
    }
  }
  return report.result.errors > 0 || report.result.warnings > request.max ? 1 : 0;
}

/** `vigie check`: everything wrong in content/, in one run. */
export const check: Command = {
  name: 'check',
  summary: 'Check content/ and print every finding with its place, why and fix',
  usage: checkUsage,
  options: checkOptions,

  async run(input, io) {
    if (input.values['schema'] === true) {
      io.out(`${JSON.stringify(reportSchema(), null, 2)}\n`);
      return 0;
    }
    const request = checkRequest(input);
    const done = typeof request === 'string' ? request : await checkOnce(request, input, io);
    if (typeof done !== 'string') return done;
    io.err(`vigie check: ${done}\n`);
    return 2;
  },
};
