import { createHash } from 'node:crypto';

/** Of all names that Vigie gives in OSCAL; made once and never changed. */
const NAMESPACE = Buffer.from('0d6f3b8e5c1a4f7290b4e2a1c7d85f36', 'hex');

/** A UUID of version 5 (RFC 9562): the same name is the same UUID in every build. */
export function uuidOf(...name: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name.join('\n')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
