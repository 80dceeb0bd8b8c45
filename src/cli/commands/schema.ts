import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nearest } from '../../model/nearest.ts';
import type { Command } from '../command.ts';
import { schemaNames, schemaText } from '../json-schema.ts';

/** `vigie schema`: what a document may hold, as JSON Schema, for editors and other programs. */
export const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of a kind of document (for editors), or write them all',
  usage: `[<kind>] [options]
  <kind>               ${schemaNames.join(', ')} (document: any of them)
  --out <folder>       write every schema there, one file a kind`,
  options: { out: { type: 'string' } },

  run(input, io) {
    const wrong = (sentence: string): 2 => {
      io.err(`vigie schema: ${sentence}\n`);
      return 2;
    };
    const [asked = 'document', ...others] = input.positionals;
    const { out } = input.values;
    if (others.length > 0) return wrong('one kind at a time; --out writes them all');
    if (out !== undefined) {
      if (typeof out !== 'string' || out === '') return wrong('--out takes the name of a folder');
      if (input.positionals.length > 0) return wrong(`--out writes every schema: leave out ${asked}`);
      const folder = resolve(io.cwd, out);
      try {
        mkdirSync(folder, { recursive: true });
        for (const name of schemaNames) writeFileSync(join(folder, `${name}.json`), schemaText(name));
      } catch (error) {
        return wrong(`${out} cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : 'EIO'}); name another folder with --out`);
      }
      io.out(`${schemaNames.length} schemas → ${out}\n`);
      return 0;
    }
    const name = schemaNames.find((each) => each === asked);
    if (!name) {
      const near = nearest(asked, schemaNames);
      return wrong(`there is no kind ${asked}${near === undefined ? '' : `; the nearest is ${near}`}`);
    }
    io.out(schemaText(name));
    return 0;
  },
};
