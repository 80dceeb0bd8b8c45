import { buildOptions, buildSite, buildUsage } from '../build-site.ts';
import type { Command } from '../command.ts';

/** `vigie build`: the static site and its search index. */
export const build: Command = {
  name: 'build',
  summary: 'Check content/ and build the site into dist/',
  usage: `[options]${buildUsage}`,
  options: buildOptions,
  run: async (input, io) => ((await buildSite(input, io)) ? 0 : 1),
};
