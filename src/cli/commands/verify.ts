import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { styleText } from 'node:util';
import type { Fact } from '../../snapshot/verify/fact.ts';
import type { Lang, Text } from '../../model/text.ts';
import type { Arguments, Command, Io } from '../command.ts';

const MARKS: Readonly<Record<Fact['verdict'], { sign: string; style: 'green' | 'red' | 'dim' }>> = { good: { sign: '✓', style: 'green' }, bad: { sign: '✗', style: 'red' }, open: { sign: '·', style: 'dim' } };

const CONCLUSION: Readonly<Record<'true' | 'false', Text>> = {
  true: { en: 'The file is intact.', fr: 'Le fichier est intact.' },
  false: { en: 'The file is not what it should be.', fr: 'Le fichier n’est pas ce qu’il devrait être.' },
};

const textOf = (value: Arguments['values'][string]): string | undefined => (typeof value === 'string' ? value : undefined);

/** A file's bytes, or a sentence where it cannot be read. */
function read(file: string, io: Io): Uint8Array | string {
  try {
    return readFileSync(resolve(io.cwd, file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' ? `there is no file ${file}` : code === 'EISDIR' ? `${file} is a folder; name a PDF` : `${file} cannot be read (${code})`;
  }
}

/** `vigie verify`: whether a snapshot is the one that was made, for someone who has the file, with or without the repository. */
export const verify: Command = {
  name: 'verify',
  summary: 'Say whether a snapshot is intact, and what commit it is of',
  usage: `<file.pdf> [options]
  --rebuild                 make it again from its commit and compare every byte
  --repository <folder>     look for its commit there (the working folder)
  --signature <file>        check this signature of ssh-keygen (<file.pdf>.sig where it exists)
  --allowed-signers <file>  who may sign, as ssh-keygen lists them
  --lang <en|fr>            language of the report (en)
  --json                    print the facts for a program
  --schema                  print the JSON Schema of the manifest that a snapshot carries`,
  options: { rebuild: { type: 'boolean' }, repository: { type: 'string' }, signature: { type: 'string' }, 'allowed-signers': { type: 'string' }, lang: { type: 'string' }, json: { type: 'boolean' }, schema: { type: 'boolean' } },

  async run({ values, positionals }, io) {
    const refuse = (sentence: string): 2 => {
      io.err(`vigie verify: ${sentence}\n`);
      return 2;
    };
    if (values['schema'] === true) {
      const { manifestJsonSchema } = await import('../../snapshot/manifest.ts');
      io.out(`${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
      return 0;
    }
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return refuse('takes one file: vigie verify <file.pdf>');
    const lang = textOf(values['lang']) ?? 'en';
    if (lang !== 'en' && lang !== 'fr') return refuse(`--lang takes en or fr, not ${lang}`);
    const bytes = read(file, io);
    if (typeof bytes === 'string') return refuse(bytes);
    const beside = (ending: string): string | undefined => (existsSync(resolve(io.cwd, `${file}${ending}`)) ? resolve(io.cwd, `${file}${ending}`) : undefined);
    const [signature, allowedSigners] = [textOf(values['signature']), textOf(values['allowed-signers'])];
    for (const named of [signature, allowedSigners]) if (named !== undefined && !existsSync(resolve(io.cwd, named))) return refuse(`there is no file ${named}`);
    const repository = textOf(values['repository']) ?? '.';
    const folder = resolve(io.cwd, repository);
    if (!existsSync(folder)) return refuse(`there is no folder ${repository}`);
    const sidecar = beside('.sha256');
    const { verifySnapshot } = await import('../../snapshot/verify/verify.ts');
    const result = await verifySnapshot({
      bytes,
      name: basename(file),
      sidecar: sidecar === undefined ? undefined : readFileSync(sidecar, 'utf8'),
      folder,
      signature: signature === undefined ? beside('.sig') : resolve(io.cwd, signature),
      allowedSigners: allowedSigners === undefined ? undefined : resolve(io.cwd, allowedSigners),
      rebuild: values['rebuild'] === true ? async (manifest) => (await import('../../snapshot/verify/rebuild.ts')).rebuildSnapshot(manifest, folder) : undefined,
    });
    if (values['json'] === true) {
      const { sha256, intact, facts, manifest } = result;
      io.out(`${JSON.stringify({ file, sha256, intact, commit: manifest?.commit, tree: manifest?.tree, as_of: manifest?.as_of, draft: manifest?.draft, facts: facts.map(({ id, verdict, text }) => ({ id, verdict, text: text[lang] })) }, null, 2)}\n`);
    } else io.out(`${file}\n${result.facts.map((fact) => factLine(fact, lang, io.color)).join('\n')}\n${CONCLUSION[result.intact ? 'true' : 'false'][lang]}\n`);
    return result.intact ? 0 : 1;
  },
};

function factLine({ verdict, text }: Fact, lang: Lang, color: boolean): string {
  const { sign, style } = MARKS[verdict];
  return `  ${color ? styleText(style, sign, { validateStream: false }) : sign} ${text[lang]}`;
}
