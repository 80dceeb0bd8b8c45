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

export function pack(...content: readonly Buffer[]): Buffer {
  const packed = gzipSync(Buffer.concat([MARK, ...content]), { level: 6 });
  // Which system compressed it: the same bytes on every one.
  packed[9] = 255;
  return packed;
}

/** A name that says what a file holds: a browser that has it need not ask again. */
export const nameOf = (code: string, bytes: Uint8Array): string => `${code}_${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`;
