import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Files of a search index by their names in its folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

const MARK = Buffer.from('pagefind_dcd');

/** What a compressed file of Pagefind's holds: CBOR, or JSON where a page is shown. */
export function unpack(bytes: Uint8Array | undefined): Buffer {
  const whole = gunzipSync(bytes ?? new Uint8Array());
  if (!whole.subarray(0, MARK.length).equals(MARK)) throw new Error('not a file of Pagefind');
  return whole.subarray(MARK.length);
}

function packed(content: Buffer): Buffer {
  const bytes = gzipSync(Buffer.concat([MARK, content]), { level: 6 });
  // Which system compressed it: the same bytes on every one.
  bytes[9] = 255;
  return bytes;
}

/** A name that says what a file holds: a browser that has it need not ask again. */
export const nameOf = (code: string, content: Uint8Array): string => `${code}_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;

/** A file of an index, and its name without its folder. */
export interface Packed {
  readonly name: string;
  readonly file: Uint8Array;
}
export type Pack = (content: Buffer) => Packed;

/** Names and compresses files for an index in a language. What `before` holds was compressed when last needed; `used` gets all that is needed now. */
export function packer(code: string, before: Files, used: Map<string, Uint8Array>): Pack {
  return (content) => {
    const name = nameOf(code, content);
    const file = before.get(name) ?? packed(content);
    used.set(name, file);
    return { name, file };
  };
}
