import { resolve } from 'node:path';
import type { Lang } from '../model/text.ts';
import type { Arguments, Io, Options } from './command.ts';
import type { DiffRequest } from './diff-states.ts';
import { isDay } from './open-wiki.ts';
import { contentOf, wikiOptions } from './wiki-options.ts';

/** Options of the commands that hold two states against each other. */
export const compareOptions: Options = {
  ...wikiOptions,
  output: { type: 'string', short: 'o' },
  system: { type: 'string', multiple: true },
  lang: { type: 'string' },
};

export const compareUsage = `
  -o, --output <file>  write the report there, and only its summary on the terminal
  --system <id>        only this system (may be repeated)
  --lang <en|fr>       language of the report (en)
  --content <folder>   the wiki's folder (content)
  --as-of <date>       read both states on this day, YYYY-MM-DD (of a commit, its own day)`;

export interface CompareRequest {
  readonly states: DiffRequest;
  readonly systems: readonly string[];
  readonly lang: Lang;
  readonly output: string | undefined;
}

const textOf = (value: Arguments['values'][string]): string | undefined => (typeof value === 'string' ? value : undefined);

/** What two commands ask for in the same words, or a sentence on the first that is wrong. */
export function compareRequest(input: Arguments, io: Io, revisions: Pick<DiffRequest, 'from' | 'to' | 'sinceParting'>): CompareRequest | string {
  const { values } = input;
  const lang = textOf(values['lang']) ?? 'en';
  if (lang !== 'en' && lang !== 'fr') return `--lang takes en or fr, not ${lang}`;
  const asOf = textOf(values['as-of']);
  if (asOf !== undefined && !isDay(asOf)) return `--as-of takes a date as YYYY-MM-DD, not ${asOf}`;
  const output = textOf(values['output']);
  if (output === '') return '--output takes the name of a file';
  const shown = contentOf(input);
  return { states: { root: resolve(io.cwd, shown), shown, ...revisions, asOf, today: io.now.toISOString().slice(0, 10), lang }, systems: (values['system'] ?? []) as readonly string[], lang, output };
}

/** `main`, `main HEAD`, or `main..HEAD` as Git writes a base taken as it stands. */
export function revisionsNamed(positionals: readonly string[]): Pick<DiffRequest, 'from' | 'to' | 'sinceParting'> | undefined {
  const [from, to, ...others] = positionals;
  if (from === undefined || others.length > 0) return undefined;
  const range = /^(.+?)(\.{2,3})(.*)$/.exec(from);
  if (!range) return { from, to, sinceParting: true };
  if (to !== undefined) return undefined;
  return { from: range[1] ?? '', to: range[3] === '' ? undefined : range[3], sinceParting: range[2] === '...' };
}
