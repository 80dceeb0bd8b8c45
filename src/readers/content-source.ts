import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Decoded } from './decode.ts';
import { walkContent, type Listing } from './walk.ts';

/** Where content/ is read from: the disk, or a revision of Git. */
export interface ContentSource {
  readonly listing: Listing;
  /** The text of a file that is listed, or what is wrong with it; throws where the system refuses to open it. */
  readonly read: (file: string) => Decoded;
}

/** The work tree. */
export const diskSource = (root: string): ContentSource => ({ listing: walkContent(root), read: (file) => decode(readFileSync(join(root, file)), file) });
