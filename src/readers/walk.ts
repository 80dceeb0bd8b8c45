import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { ReadingProblem } from '../model/problem.ts';

/** What stands in content/: documents to read and other files that documents may point at. */
export interface Listing {
  /** Relative to content/, with slashes, sorted. */
  readonly documents: readonly string[];
  readonly files: ReadonlySet<string>;
  readonly problems: readonly ReadingProblem[];
}

/** Lists content/ without ever leaving it: symbolic links are reported and not followed, so no loop and no way out. */
export function walkContent(root: string): Listing {
  const documents: string[] = [];
  const files = new Set<string>();
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
      if (name.startsWith('.') || name === 'node_modules') continue;
      const file = folder === '' ? name : `${folder}/${name}`;
      let stat: Stats;
      try {
        stat = lstatSync(join(root, file));
      } catch (error) {
        problems.push(unreadable(file, error));
        continue;
      }
      if (stat.isSymbolicLink()) {
        problems.push({ rule: 'content/syntax', what: `${file} is a symbolic link, which is not followed`, place: { file, line: 1, column: 1 }, fix: 'Put the file itself in content/.' });
      } else if (stat.isDirectory()) visit(file);
      else if (!stat.isFile()) {
        // A pipe would be waited for without end.
        problems.push({ rule: 'content/syntax', what: `${file} is neither a file nor a folder`, place: { file, line: 1, column: 1 }, fix: 'Take it out of content/.' });
      }
      else {
        files.add(file);
        if (/\.(md|mdx)$/i.test(name)) documents.push(file);
      }
    }
  };
  visit('');
  return { documents, files, problems };
}

/** A file or folder that the system refuses to open. */
export function unreadable(file: string, error: unknown): ReadingProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const fix = code === 'ENOENT' ? 'Rename it in UTF-8 letters.' : code === 'ENOTDIR' ? 'Name the folder of the wiki.' : 'Give the account that runs Vigie the right to read it.';
  return { rule: 'content/syntax', what: `${file} cannot be read (${code})`, place: { file, line: 1, column: 1 }, fix };
}
