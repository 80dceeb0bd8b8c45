import { recordsJson } from '../../views/records-json.ts';
import type { Command } from '../command.ts';
import { openWiki } from '../open-wiki.ts';
import { wikiOptions, wikiUsage } from '../wiki-options.ts';

/** `vigie export json`: every record of every system, with what the model derives. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Print every record (json)',
  usage: `json [options]${wikiUsage}`,
  options: wikiOptions,

  run(input, io) {
    const [format] = input.positionals;
    if (format !== 'json' || input.positionals.length > 1) {
      io.err(`vigie export: the format is json${format === undefined ? '' : `, not ${input.positionals.join(' ')}`}\n`);
      return 2;
    }
    const wiki = openWiki(input, io);
    if (!wiki) return 2;
    io.out(`${JSON.stringify(recordsJson(wiki), null, 2)}\n`);
    return 0;
  },
};
