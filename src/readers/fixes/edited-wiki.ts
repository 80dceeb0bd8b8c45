import type { Wiki } from '../../model/wiki.ts';
import { diskSource } from '../content-source.ts';
import { readSource, type ReadOptions } from '../read-wiki.ts';

/** The wiki as it would be read once some of its files hold other texts. */
export function readEdited(root: string, edited: ReadonlyMap<string, string>, options: ReadOptions): Wiki {
  const source = diskSource(root);
  return readSource(
    {
      ...source,
      read: (file) => {
        const text = edited.get(file);
        return text === undefined ? source.read(file) : { text, problems: [] };
      },
    },
    options,
  );
}
