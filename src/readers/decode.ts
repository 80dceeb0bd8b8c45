import type { ReadingProblem } from '../model/problem.ts';
import { count, type Text } from '../model/text.ts';

/** Larger than any document a person writes; a file above it is an export or a mistake. */
export const MAX_BYTES = 2 * 1024 * 1024;

const SAVE: Text = { en: 'Save the file as UTF-8 text.', fr: 'Enregistrer le fichier comme du texte en UTF-8.' };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const lossy = new TextDecoder('utf-8', { ignoreBOM: false });
const windows = new TextDecoder('windows-1252');

export interface Decoded {
  readonly text?: string;
  readonly problems: readonly ReadingProblem[];
}

/** Text whose lines are UTF-8 where they can be and Windows-1252 where they cannot, and the first of the latter. */
function byLine(bytes: Uint8Array): { text: string; wrong: number; line: number; column: number; shown: string } {
  const lines: string[] = [];
  let wrong = 0;
  let first = { line: 1, column: 1, shown: '' };
  for (let start = 0; start <= bytes.length; ) {
    const end = !bytes.includes(10, start) ? bytes.length : bytes.indexOf(10, start);
    const part = bytes.subarray(start, end);
    let line: string;
    try {
      line = utf8.decode(part);
    } catch {
      line = windows.decode(part);
      wrong += 1;
      if (wrong === 1) first = { line: lines.length + 1, column: [...lossy.decode(part)].indexOf('\uFFFD') + 1, shown: line.trim().slice(0, 80) };
    }
    lines.push(line);
    start = end + 1;
  }
  return { text: lines.join('\n'), wrong, ...first };
}

/** What is said of a file above the limit, whose text is not needed for it. */
export function tooHeavy(bytes: number, file: string): Decoded {
  const size = (bytes / 1024 / 1024).toFixed(1);
  const most = MAX_BYTES / 1024 / 1024;
  const what = { en: `${file} weighs ${size} MB; a document may weigh ${most} MB`, fr: `${file} pèse ${size.replace('.', ',')} Mo ; un document peut peser ${most} Mo` };
  return { problems: [{ rule: 'content/syntax', what, place: { file, line: 1, column: 1 }, fix: { en: 'Split it, or publish it as an attachment.', fr: 'Le découper, ou le publier en pièce jointe.' } }] };
}

/** Bytes to text: UTF-8 only, with or without BOM. Another encoding is reported with the text it most likely is, and still read; a file may mix the two, line by line. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const start = { file, line: 1, column: 1 };
  if (bytes.length > MAX_BYTES) return tooHeavy(bytes.length, file);
  // UTF-16 announces itself; its bytes are valid in no encoding below.
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (utf16) {
    const name = utf16.toUpperCase();
    return { text: new TextDecoder(utf16).decode(bytes), problems: [{ rule: 'content/encoding', what: { en: `${file} is ${name} and must be UTF-8`, fr: `${file} est en ${name} et doit être en UTF-8` }, place: start, fix: SAVE }] };
  }
  // No encoding of text but UTF-16 has it: a picture or an archive under a document's name.
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const before = lossy.decode(bytes.subarray(0, nul)).split('\n');
    const what = { en: `${file} holds a NUL character: it is not text`, fr: `${file} contient un caractère NUL : ce n’est pas du texte` };
    return { problems: [{ rule: 'content/encoding', what, place: { file, line: before.length, column: (before.at(-1) ?? '').length + 1 }, fix: SAVE }] };
  }
  try {
    return { text: utf8.decode(bytes), problems: [] };
  } catch {
    const { text, wrong, shown, ...at } = byLine(bytes);
    const what = {
      en: `${file} is not UTF-8 on ${count.en(wrong, 'line')}; read as Windows-1252 this one is “${shown}”`,
      fr: `${file} n’est pas en UTF-8 sur ${count.fr(wrong, 'ligne')} ; lue en Windows-1252, celle-ci dit « ${shown} »`,
    };
    return { text, problems: [{ rule: 'content/encoding', what, place: { file, ...at }, fix: SAVE }] };
  }
}
