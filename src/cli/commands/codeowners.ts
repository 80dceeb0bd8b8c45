import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { count } from '../../model/text.ts';
import { codeOwners, type CodeOwners } from '../../views/code-owners.ts';
import type { Arguments, Command, ExitCode, Io } from '../command.ts';
import { contentPath } from '../content-path.ts';
import { openWiki } from '../open-wiki.ts';
import { writeReport } from '../write-report.ts';

const HEAD = '# Written by vigie codeowners from the owners of content/ and the accounts of site.yml (owners:).\n';

/** A path as a pattern: from the top, with what a pattern reads otherwise escaped. */
const pattern = (path: string): string => `/${path.replace(/[\\\s*?[\]!#]/g, (sign) => `\\${sign}`)}`;

const textOf = ({ entries }: CodeOwners): string => `${HEAD}${entries.map(({ path, accounts }) => `${pattern(path)} ${accounts.join(' ')}\n`).join('')}`;

/** Owners without an account, in a sentence each. */
const sayMissing = ({ missing }: CodeOwners): string => missing.map(({ owner, system, files }) => `vigie codeowners: ${owner} owns ${count.en(files.length, 'document')} of ${system} and has no account; add it under owners: in site.yml\n`).join('');

async function codeownersOnce(input: Arguments, io: Io): Promise<ExitCode | string> {
  const { output, check } = input.values;
  if (input.positionals.length > 0) return `${input.positionals.join(' ')} is no option; --output names the file`;
  if (output === '') return '--output takes the name of a file';
  const wiki = openWiki(input, io);
  if (!wiki) return 2;
  if (Object.keys(wiki.site.owners).length === 0) return 'site.yml gives no owner an account: write owners: { on-call: "@ops/on-call" } there';
  const owners = codeOwners(wiki, await contentPath(input, io));
  const text = textOf(owners);
  const code: ExitCode = owners.missing.length > 0 ? 1 : 0;
  io.err(sayMissing(owners));
  if (check === true) {
    const name = typeof output === 'string' ? output : 'CODEOWNERS';
    const file = resolve(io.cwd, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return code;
    io.err(`vigie codeowners: ${name} is not what the owners of content/ make it; vigie codeowners --output ${name} writes it\n`);
    return 1;
  }
  return writeReport(text, count.en(owners.entries.length, 'line'), typeof output === 'string' ? output : undefined, io) ?? code;
}

/** `vigie codeowners`: who a forge asks to approve a change, from the owners of documents. */
export const codeowners: Command = {
  name: 'codeowners',
  summary: 'Print CODEOWNERS from the owners of documents and the accounts of site.yml',
  usage: `[options]
  -o, --output <file>  write it there (CODEOWNERS, .github/CODEOWNERS, .gitlab/CODEOWNERS)
  --check              write nothing; exit 1 where the file (CODEOWNERS) says something else
  --content <folder>   the wiki's folder (content)`,
  options: { content: { type: 'string' }, output: { type: 'string', short: 'o' }, check: { type: 'boolean' } },

  async run(input, io) {
    const done = await codeownersOnce(input, io);
    if (typeof done !== 'string') return done;
    io.err(`vigie codeowners: ${done}\n`);
    return 2;
  },
};
