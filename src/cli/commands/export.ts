import { resolve } from 'node:path';
import { historyFor } from '../../model/audience.ts';
import { firstLoss } from '../../model/lost-content.ts';
import { count } from '../../model/text.ts';
import { readAttachment } from '../../readers/attachment.ts';
import { readHistory } from '../../readers/history.ts';
import { addressAt } from '../../views/calendar-ics.ts';
import { exportFiles, exportFormats, type ExportedFiles, type ExportFormat } from '../../views/exports.ts';
import { recordsJson } from '../../views/records-json.ts';
import { calendarWords } from '../../words/calendar-words.ts';
import { audienceUsage, openEdition, sayEdition } from '../audience.ts';
import type { Command } from '../command.ts';
import { openWiki } from '../open-wiki.ts';
import { contentOf, wikiOptions, wikiUsage } from '../wiki-options.ts';
import { writeMany, writeOne } from '../write-files.ts';

const isFormat = (name: string | undefined): name is ExportFormat => (exportFormats as readonly (string | undefined)[]).includes(name);

/** Formats whose files are asked for one by one, and the option that does. */
const ONE: Partial<Record<ExportFormat, { readonly option: 'kind' | 'system'; readonly end: string }>> = { csv: { option: 'kind', end: '.csv' }, oscal: { option: 'system', end: '.json' } };
/** What no terminal shows. */
const BINARY: readonly ExportFormat[] = ['xlsx'];

const size = (files: ExportedFiles): string => `${(files.values().reduce((sum, bytes) => sum + bytes.length, 0) / 1000).toFixed(0)} kB`;

/** `vigie export`: the records of the wiki in the formats of others. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write every record as json, csv, xlsx, ics, oscal or markdown',
  usage: `json|csv|xlsx|ics|oscal|markdown [options]
  -o, --output <path>  where to write: a file; for several files a new folder, or an archive that ends in .zip
  --kind <kind>        csv: the records of one kind (risk, runbook…)
  --system <id>        oscal: the plan of one system${audienceUsage}${wikiUsage}`,
  options: { ...wikiOptions, output: { type: 'string', short: 'o' }, kind: { type: 'string' }, system: { type: 'string' }, audience: { type: 'string' } },

  async run(input, io) {
    const wrong = (sentence: string): 2 => {
      io.err(`vigie export: ${sentence}\n`);
      return 2;
    };
    const [format] = input.positionals;
    const { output, kind, system } = input.values;
    if (!isFormat(format) || input.positionals.length > 1) return wrong(`the format is one of ${exportFormats.join(', ')}${format === undefined ? '' : `, not ${input.positionals.join(' ')}`}`);
    for (const [option, of] of [['kind', 'csv'], ['system', 'oscal']] as const) if (input.values[option] !== undefined && format !== of) return wrong(`--${option} goes with ${of}, not with ${format}`);
    if (output === '') return wrong('--output takes a path');

    const read = openWiki(input, io);
    if (!read) return 2;
    const edition = openEdition(input, read);
    if ('problem' in edition) return wrong(edition.problem);
    const { wiki } = edition;
    const root = resolve(io.cwd, contentOf(input));
    const history = historyFor(await readHistory(root), wiki);
    const files = await exportFiles(format, { wiki, history, ...calendarWords(wiki.site.language), address: addressAt(wiki.site.url), attachment: (file) => readAttachment(root, file) });

    const asked = kind ?? system;
    const one = ONE[format];
    const chosen = one && typeof asked === 'string' ? new Map([...files].filter(([name]) => name === `${asked}${one.end}`)) : files;
    if (chosen.size === 0) return wrong(typeof asked === 'string' ? `there is nothing of ${asked}; there is ${[...files.keys()].map((name) => name.replace(/\.\w+$/, '')).join(', ')}` : 'the wiki holds nothing for it');
    const several = (one !== undefined && asked === undefined) || format === 'markdown';
    const [name = '', bytes = new Uint8Array()] = [...chosen][0] ?? [];
    if (wiki.site.audience === 'public') io.err(sayEdition(edition));
    if (typeof output === 'string') {
      const problem = several ? writeMany(output, chosen, format === 'markdown' ? 'content' : format, io) : writeOne(output, bytes, io);
      if (problem !== undefined) return wrong(problem);
      io.out(`${several ? count.en(chosen.size, 'file') : name}, ${size(chosen)} → ${output}\n`);
    } else if (several || BINARY.includes(format)) return wrong(`${several ? `${count.en(chosen.size, 'file')} make the export` : `${format} is no text`}: say where to write with --output${one ? `, or ask for one with --${one.option}` : ''}`);
    // On a terminal the JSON is for people; as a file it is the one of the site.
    else io.out(format === 'json' ? `${JSON.stringify(recordsJson(wiki), null, 2)}\n` : new TextDecoder().decode(bytes));

    const loss = firstLoss(read);
    if (!loss) return 0;
    io.err(`vigie export: ${loss.place.file} is not whole in it: ${loss.what.en}; vigie check says all that could not be read\n`);
    return 1;
  },
};
