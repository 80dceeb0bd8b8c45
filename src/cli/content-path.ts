import { relative, resolve } from 'node:path';
import { contentPlace } from '../readers/revision-name.ts';
import type { Arguments, Io } from './command.ts';
import { contentOf } from './wiki-options.ts';

/** Path of content/ as forges name it, from the top of its repository, with slashes and a final one; from the working folder where there is no repository. */
export async function contentPath(input: Arguments, io: Io): Promise<string> {
  const root = resolve(io.cwd, contentOf(input));
  const place = await contentPlace(root);
  const path = 'problem' in place ? relative(io.cwd, root).replaceAll('\\', '/') : place.content;
  return path === '' ? '' : `${path}/`;
}
