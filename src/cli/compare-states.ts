import { diffOf, type WikiDiff } from '../views/diff/wiki-diff.ts';
import type { Arguments, Io } from './command.ts';
import { contentPath } from './content-path.ts';
import type { CompareRequest } from './diff-request.ts';
import { readDiff } from './diff-states.ts';
import type { DiffReporter } from './reporters/diff-report.ts';
import { diffSummary } from './reporters/diff-words.ts';
import { vigieVersion } from './vigie-version.ts';
import { contentOf } from './wiki-options.ts';
import { writeReport } from './write-report.ts';

/** Reads two states, holds them against each other and writes the report; a sentence where that cannot be. */
export async function compareStates(request: CompareRequest, reporter: DiffReporter, input: Arguments, io: Io): Promise<WikiDiff | string> {
  const whole = await readDiff(request.states);
  if (typeof whole === 'string') return whole;
  const known = whole.folders.map(({ id }) => id);
  const stranger = request.systems.find((id) => !known.includes(id));
  if (stranger !== undefined) return `there is no system ${stranger}; there ${known.length === 0 ? 'is none' : `are ${known.join(', ')}`}`;
  const diff = diffOf(whole, request.systems);
  const text = reporter({ diff, lang: request.lang, version: vigieVersion(), prefix: await contentPath(input, io), shown: `${contentOf(input)}/`, color: io.color && request.output === undefined });
  return writeReport(text, diffSummary(diff, request.lang), request.output, io) ?? diff;
}
