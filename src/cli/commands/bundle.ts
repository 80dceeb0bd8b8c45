import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { portableSite, zip } from '../../../plugins/portable/index.ts';
import { buildOptions, buildSite, buildUsage } from '../build-site.ts';
import type { Command } from '../command.ts';
import { outOf } from '../site-paths.ts';

/** Folder of the archive: unpacked, it does not spill its files among others. The same whatever the archive is called. */
const FOLDER = 'vigie';

/** `vigie bundle`: the wiki in one file that opens from a stick, without a server. */
export const bundle: Command = {
  name: 'bundle',
  summary: 'Write the wiki as one .zip that opens from a USB stick, search included',
  usage: `[options]
  -o, --output <file>  the archive (vigie.zip)
  --site <folder>      take this built site instead of building${buildUsage}`,
  options: { ...buildOptions, output: { type: 'string', short: 'o' }, site: { type: 'string' } },

  async run(input, io) {
    const { site, output } = input.values;
    const built = typeof site === 'string' ? resolve(io.cwd, site) : outOf(input, io);
    if (typeof site === 'string' && !existsSync(join(built, 'index.html'))) {
      io.err(`vigie bundle: there is no built site in ${built}\n`);
      return 2;
    }
    if (typeof site !== 'string' && !(await buildSite(input, io))) return 1;
    const files = await portableSite(built);
    const archive = zip(files, FOLDER);
    const target = resolve(io.cwd, typeof output === 'string' ? output : 'vigie.zip');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, archive);
    const search = files.get('portable/search-data.js')?.length ?? 0;
    io.out(`${files.size} files, ${(archive.length / 1e6).toFixed(1)} MB (search ${(search / 1e6).toFixed(1)} MB unpacked) → ${target}\nUnpacked anywhere, ${FOLDER}/index.html opens it.\n`);
    return 0;
  },
};
