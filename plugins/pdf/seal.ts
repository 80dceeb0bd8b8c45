import { createHash } from 'node:crypto';

/** Hex digits of an identifier: 16 bytes, as readers of PDF expect. */
export const ID_DIGITS = 32;

/** Stands in the file until its digest is known, and again where the digest is checked. */
export const UNSEALED = '0'.repeat(ID_DIGITS);

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, ID_DIGITS);

/** Where the second half of the identifier stands, in the last trailer. */
function placeOf(bytes: Buffer, first: string, second: string): number | undefined {
  const at = bytes.lastIndexOf(`<${first}> <${second}>`, undefined, 'latin1');
  return at < 0 ? undefined : at + first.length + 4;
}

/** Writes into the identifier's second half the digest of the whole file, as it is while that half is zeros. */
export function seal(bytes: Uint8Array, first: string): Uint8Array {
  const sealed = Buffer.from(bytes);
  const at = placeOf(sealed, first, UNSEALED);
  if (at === undefined) throw new Error('the file has no identifier to seal');
  sealed.write(digest(bytes), at, 'latin1');
  return new Uint8Array(sealed);
}

/** Whether a file still is, byte for byte, the one that was sealed. */
export function isSealed(bytes: Uint8Array, first: string, second: string): boolean {
  const copy = Buffer.from(bytes);
  const at = placeOf(copy, first, second);
  if (at === undefined) return false;
  copy.write(UNSEALED, at, 'latin1');
  return digest(copy) === second.toLowerCase();
}
