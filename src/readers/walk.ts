import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { ReadingProblem } from '../model/problem.ts';
import { inEach, type Text } from '../model/text.ts';

/** What stands in content/: documents to read and other files that documents may point at. */
export interface Listing {
  /** Relative to content/, with slashes, sorted. */
  readonly documents: readonly string[];
  readonly files: ReadonlySet<string>;
  readonly problems: readonly ReadingProblem[];
  /** What changes when a file does: its time, size and place on the disk. */
  readonly stamps?: ReadonlyMap<string, string>;
}

/** A file or folder that is no part of the wiki, by its name. */
export const isLeftOut = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

export const isDocument = (file: string): boolean => /\.(md|mdx)$/i.test(file);

/** Lists content/ without ever leaving it: symbolic links are reported and not followed, so no loop and no way out. */
export function walkContent(root: string): Listing {
  const documents: string[] = [];
  const files = new Set<string>();
  const stamps = new Map<string, string>();
  const problems: ReadingProblem[] = [];
  const visit = (folder: string): void => {
    let names: string[];
    try {
      names = readdirSync(join(root, folder)).sort();
    } catch (error) {
      problems.push(unreadable(folder === '' ? '.' : folder, error));
      return;
    }
    for (const name of names) {
      if (isLeftOut(name)) continue;
      const file = folder === '' ? name : `${folder}/${name}`;
      let stat: Stats;
      try {
        stat = lstatSync(join(root, file));
      } catch (error) {
        problems.push(unreadable(file, error));
        continue;
      }
      if (stat.isSymbolicLink()) problems.push(symbolicLink(file));
      else if (stat.isDirectory()) visit(file);
      else if (!stat.isFile()) {
        // A pipe would be waited for without end.
        problems.push(refused(file, { en: 'is neither a file nor a folder', fr: 'n’est ni un fichier ni un dossier' }, { en: 'Take it out of content/.', fr: 'Le sortir de content/.' }));
      }
      else {
        files.add(file);
        stamps.set(file, `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size} ${stat.ino}`);
        if (isDocument(name)) documents.push(file);
      }
    }
  };
  visit('');
  return { documents, files, problems, stamps };
}

const refused = (file: string, because: Text, fix: Text): ReadingProblem => ({ rule: 'content/syntax', what: inEach((lang) => `${file} ${because[lang]}`), place: { file, line: 1, column: 1 }, fix });

export const symbolicLink = (file: string): ReadingProblem =>
  refused(file, { en: 'is a symbolic link, which is not followed', fr: 'est un lien symbolique, qui n’est pas suivi' }, { en: 'Put the file itself in content/.', fr: 'Mettre le fichier lui-même dans content/.' });

/** What to do, by the code of the system's error. */
const ADVICE: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'Rename it in UTF-8 letters.', fr: 'Le renommer en lettres UTF-8.' },
  ENOTDIR: { en: 'Name the folder of the wiki.', fr: 'Nommer le dossier du wiki.' },
};

/** A file or folder that the system refuses to open. */
export function unreadable(file: string, error: unknown): ReadingProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
  return refused(file, { en: `cannot be read (${code})`, fr: `ne peut pas être lu (${code})` }, ADVICE[code] ?? { en: 'Give the account that runs Vigie the right to read it.', fr: 'Donner au compte qui lance Vigie le droit de le lire.' });
}
