import { zipSync, type Zippable } from 'fflate';

const PACKED = /\.(woff2?|png|jpe?g|webp|avif|gif|pdf|zip|docx|xlsx|gz)$/i;

/** One archive, the same bytes for the same files: names sorted, one date for all. ZIP keeps local hours, so the date is a local one. */
export function zip(files: ReadonlyMap<string, Uint8Array>, folder: string): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path);
    if (bytes) entries[`${folder}/${path}`] = [bytes, { level: PACKED.test(path) ? 0 : 6 }];
  }
  return zipSync(entries, { mtime: new Date(1980, 0, 1) });
}
