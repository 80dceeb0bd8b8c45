import type { ReadingProblem } from '../model/problem.ts';

/** Larger than any document a person writes; a file above it is an export or a mistake. */
export const MAX_BYTES = 2 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const windows = new TextDecoder('windows-1252');

export interface Decoded {
  readonly text?: string;
  readonly problems: readonly ReadingProblem[];
}

function placeOfByte(bytes: Uint8Array, offset: number, file: string): { file: string; line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let index = 0; index < offset; index += 1) {
    if (bytes[index] === 10) {
      line += 1;
      start = index + 1;
    }
  }
  return { file, line, column: offset - start + 1 };
}

function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // The longest prefix that decodes: `stream` accepts a character cut at the end of the prefix.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return Math.min(low, bytes.length - 1);
}

/** Bytes to text: UTF-8 only, with or without BOM. Another encoding is reported with the text it most likely is, and still read. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length > MAX_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return { problems: [{ rule: 'content/syntax', what: `${file} weighs ${size} MB; a document may weigh ${MAX_BYTES / 1024 / 1024} MB`, place: { file, line: 1, column: 1 }, fix: 'Split it, or publish it as an attachment.' }] };
  }
  try {
    const text = utf8.decode(bytes);
    const nul = text.indexOf('\0');
    if (nul < 0) return { text, problems: [] };
    const before = text.slice(0, nul).split('\n');
    return { problems: [{ rule: 'content/encoding', what: `${file} holds a NUL character: it is not text`, place: { file, line: before.length, column: (before.at(-1) ?? '').length + 1 }, fix: 'Save it as UTF-8 text.' }] };
  } catch {
    const text = windows.decode(bytes);
    const place = placeOfByte(bytes, firstBadByte(bytes), file);
    const line = (text.split('\n')[place.line - 1] ?? '').trim().slice(0, 80);
    return { text, problems: [{ rule: 'content/encoding', what: `${file} is not UTF-8; read as Windows-1252 this line is “${line}”`, place, fix: 'Save the file as UTF-8.' }] };
  }
}
