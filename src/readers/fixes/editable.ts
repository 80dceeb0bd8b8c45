import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, MAX_BYTES } from '../decode.ts';

/** A file that may be edited: writing its text unchanged gives its bytes. */
export interface Editable {
  readonly text: string;
  /** The bytes of another text of the file. */
  readonly bytesOf: (text: string) => Buffer;
  readonly bytes: Buffer;
}

const MARK = '\uFEFF';

/** Opens a file of content/ to edits; undefined where it is not UTF-8 text, as what is around an edit could not be kept. */
export function openEditable(root: string, file: string): Editable | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch {
    return undefined;
  }
  if (bytes.length > MAX_BYTES) return undefined;
  const { text } = decode(bytes, file);
  if (text === undefined) return undefined;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? MARK : '';
  const bytesOf = (other: string): Buffer => Buffer.from(mark + other, 'utf8');
  return bytesOf(text).equals(bytes) ? { text, bytes, bytesOf } : undefined;
}
