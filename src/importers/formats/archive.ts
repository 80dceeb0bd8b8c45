import { unzipSync, zipSync } from 'fflate';
import type { Refused } from '../source.ts';

/** No office document that people write by hand unpacks to more. */
const MOST = 64 * 1024 * 1024;
const MOST_FILES = 4000;

/** The parts of an office document whose names match, unpacked within bounds: a small file may claim to hold gigabytes. */
export function unpack(bytes: Uint8Array, name: string, wanted: RegExp): Readonly<Record<string, Uint8Array>> | Refused {
  let total = 0;
  let files = 0;
  try {
    // The first pass unpacks nothing: it adds up what the archive says it holds. fflate writes no more than that.
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        files += 1;
        return false;
      },
    });
    if (total > MOST || files > MOST_FILES) return { refused: `${name} unpacks to ${Math.round(total / 1024 / 1024)} MB in ${files} files; import takes up to ${MOST / 1024 / 1024} MB: save the part that matters as a document of its own` };
    return unzipSync(bytes, { filter: (file) => wanted.test(file.name) });
  } catch {
    return { refused: `${name} is a damaged archive: open it in its own program and save it again` };
  }
}

/** The parts as an archive again, stored without compression: what a library unpacks from it is bounded. */
export const repack = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(parts, { level: 0 });

/** Names inside an archive, without unpacking. */
export function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}
