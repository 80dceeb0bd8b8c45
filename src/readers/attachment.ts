import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The bytes of a file of content/; undefined where it is not there, or where a link that was put in its place leads out. */
export function readAttachment(root: string, file: string): Uint8Array | undefined {
  try {
    const top = realpathSync(root);
    const path = realpathSync(join(top, file));
    return path.startsWith(top + sep) ? new Uint8Array(readFileSync(path)) : undefined;
  } catch {
    return undefined;
  }
}
