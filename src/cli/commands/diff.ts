import { makesWorse } from '../../views/diff/wiki-diff.ts';
import type { Command } from '../command.ts';
import { compareStates } from '../compare-states.ts';
import { compareOptions, compareRequest, compareUsage, revisionsNamed } from '../diff-request.ts';
import { diffSchema } from '../reporters/diff-json-shape.ts';
import { diffJson } from '../reporters/diff-json.ts';
import { diffMarkdown } from '../reporters/diff-markdown.ts';
import type { DiffReporter } from '../reporters/diff-report.ts';
import { diffText } from '../reporters/diff-text.ts';

const formats: Readonly<Record<string, DiffReporter>> = { text: diffText, json: diffJson, markdown: diffMarkdown };
const FORMATS = Object.keys(formats).join(', ');

/** `vigie diff`: what a change does to the operation, record by record. */
export const diff: Command = {
  name: 'diff',
  summary: 'Say what a change does to the operation, record by record',
  usage: `<base> [<head>] [options]
  <base>               what the change is held against: where it left that branch, if the branch went on since
  <head>               a branch, a tag or a commit; the work tree unless given
  <base>..<head>       the base as it stands now

  -f, --format <name>  ${FORMATS} (text); markdown is a comment for a pull request
  --fail-on worse      return 1 where something is worse, or a finding appears${compareUsage}
  --schema             print the JSON Schema of --format json`,
  options: { ...compareOptions, format: { type: 'string', short: 'f' }, 'fail-on': { type: 'string' }, schema: { type: 'boolean' } },

  async run(input, io) {
    const refuse = (sentence: string): 2 => {
      io.err(`vigie diff: ${sentence}\n`);
      return 2;
    };
    if (input.values['schema'] === true) {
      io.out(`${JSON.stringify(diffSchema(), null, 2)}\n`);
      return 0;
    }
    const format = input.values['format'] ?? 'text';
    const reporter = typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (!reporter) return refuse(`--format takes ${FORMATS}, not ${String(format)}`);
    const failOn = input.values['fail-on'];
    if (failOn !== undefined && failOn !== 'worse') return refuse(`--fail-on takes worse, not ${String(failOn)}`);
    const revisions = revisionsNamed(input.positionals);
    if (!revisions) return refuse(input.positionals.length === 0 ? 'name what to compare with: vigie diff main' : 'takes one or two revisions: vigie diff <base> [<head>]');
    const request = compareRequest(input, io, revisions);
    const done = typeof request === 'string' ? request : await compareStates(request, reporter, input, io);
    if (typeof done === 'string') return refuse(done);
    return failOn === 'worse' && makesWorse(done) ? 1 : 0;
  },
};
