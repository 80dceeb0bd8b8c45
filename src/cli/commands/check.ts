import { resolve } from 'node:path';
import type { CheckResult } from '../../checks/finding.ts';
import { madeWorse } from '../../checks/made-worse.ts';
import type { Wiki } from '../../model/wiki.ts';
import { checkBase, type Base } from '../check-base.ts';
import { checkOptions, checkRequest, checkUsage, type CheckRequest } from '../check-request.ts';
import { checkWiki } from '../check-wiki.ts';
import type { Arguments, Command, ExitCode, Io } from '../command.ts';
import { contentPath } from '../content-path.ts';
import { openWiki } from '../open-wiki.ts';
import { reporters } from '../reporters/index.ts';
import { reportSchema } from '../reporters/report-json.ts';
import type { Report } from '../reporters/report.ts';
import { summaryOf } from '../reporters/summary.ts';
import { vigieVersion } from '../vigie-version.ts';
import { contentOf } from '../wiki-options.ts';
import { writeReport } from '../write-report.ts';

/** What is reported of what was found. */
async function reportOf(found: CheckResult, wiki: Wiki, base: Base | undefined, request: CheckRequest, input: Arguments, io: Io): Promise<Report> {
  const result = base ? madeWorse(base.result, found) : found;
  return {
    result,
    rules: request.rules,
    lang: request.lang,
    asOf: wiki.asOf,
    version: vigieVersion(),
    prefix: await contentPath(input, io),
    shown: `${contentOf(input)}/`,
    color: io.color && request.output === undefined,
    compared: base && { revision: base.revision, commit: base.commit, standing: found.findings.length - result.findings.length },
  };
}

async function checkOnce(request: CheckRequest, input: Arguments, io: Io): Promise<ExitCode | string> {
  const wiki = openWiki(input, io);
  if (!wiki) return 2;
  const found = await checkWiki(wiki, request);
  if (typeof found === 'string') return found;
  const base = request.changed === undefined ? undefined : await checkBase(resolve(io.cwd, contentOf(input)), contentOf(input), request.changed, request, wiki.asOf);
  if (typeof base === 'string') return base;
  const report = await reportOf(found, wiki, base, request, input, io);
  const failed = writeReport(reporters[request.format](report), summaryOf(report), request.output, io);
  if (failed !== undefined) return failed;
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
