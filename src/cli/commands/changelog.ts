import type { Command } from '../command.ts';
import { compareStates } from '../compare-states.ts';
import { compareOptions, compareRequest, compareUsage } from '../diff-request.ts';
import { changelogMarkdown } from '../reporters/changelog-markdown.ts';

/** `vigie changelog`: what changed between two releases, system by system. */
export const changelog: Command = {
  name: 'changelog',
  summary: 'Write what changed between two releases, system by system, in Markdown',
  usage: `<from> <to> [options]
  <from> <to>          two tags, branches or commits${compareUsage}`,
  options: compareOptions,

  async run(input, io) {
    const [from, to, ...others] = input.positionals;
    const request = from === undefined || to === undefined || others.length > 0 ? 'takes two revisions: vigie changelog v1.0 v1.1' : compareRequest(input, io, { from, to, sinceParting: false });
    const done = typeof request === 'string' ? request : await compareStates(request, changelogMarkdown, input, io);
    if (typeof done !== 'string') return 0;
    io.err(`vigie changelog: ${done}\n`);
    return 2;
  },
};
