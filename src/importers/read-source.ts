import type { Text } from '../model/text.ts';
import { decodeSource } from './decode-source.ts';
import { namesIn } from './formats/archive.ts';
import { csvRows, delimiterOf } from './formats/csv.ts';
import { docxLines } from './formats/docx.ts';
import { htmlLines } from './formats/html.ts';
import { gridLines } from './formats/rows.ts';
import { xlsxLines } from './formats/xlsx.ts';
import { readBlocks } from './read-blocks.ts';
import type { Refused, Source } from './source.ts';

/** Larger than any document that people write; a file above it is an export, and is not opened. */
export const MOST_BYTES = 16 * 1024 * 1024;

export const tooLarge = (name: string, bytes: number): Refused => ({ refused: `${name} weighs ${Math.round(bytes / 1024 / 1024)} MB; import takes up to ${MOST_BYTES / 1024 / 1024} MB: keep the rows that are risks, incidents or procedures in a file of their own` });

const begins = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** « EncryptedPackage » in UTF-16, the name that Office gives to what a password locks. */
const LOCKED = new TextEncoder().encode('EncryptedPackage').reduce<number[]>((all, byte) => [...all, byte, 0], []);

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let index = bytes.indexOf(first); index >= 0; index = bytes.indexOf(first, index + 1)) if (wanted.every((byte, offset) => bytes[index + offset] === byte)) return true;
  return false;
}

/** Formats that are known and not read, by their first bytes, with what to do instead. */
function foreign(bytes: Uint8Array, name: string): string | undefined {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return holds(bytes, LOCKED) ? `${name} is protected by a password: open it, save it without the password, and import that file` : `${name} is in the format of Office 97: save it as .xlsx or .docx`;
  }
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return `${name} is a PDF: copy its text into a .txt file, or import the document it was made from`;
  if (begins(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return `${name} is RTF: save it as .docx`;
  return undefined;
}

const sourceOf = (name: string, { lines, labels }: { lines: readonly string[]; labels?: readonly string[] | undefined }, remarks: readonly Text[]): Source | Refused => tooLong(lines, name) ?? checked({ name, lines, labels, blocks: readBlocks(lines), remarks });

/** Reads a file of any format the importer knows; what it cannot read is refused in a sentence that says what to do. */
export async function readSource(bytes: Uint8Array, name: string): Promise<Source | Refused> {
  if (bytes.length === 0) return { refused: `${name} is empty` };
  if (bytes.length > MOST_BYTES) return tooLarge(name, bytes.length);
  const known = foreign(bytes, name);
  if (known !== undefined) return { refused: known };
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const names = namesIn(bytes);
    const lines = names.includes('word/document.xml') ? await docxLines(bytes, name) : names.some((each) => /^xl\/workbook\.xml$/.test(each)) ? await xlsxLines(bytes, name) : undefined;
    if (!lines) return { refused: names.includes('mimetype') ? `${name} is an OpenDocument file: save it as .docx or .xlsx` : `${name} is an archive, not a document: import the files inside it` };
    return 'refused' in lines ? lines : sourceOf(name, lines, []);
  }
  const decoded = decodeSource(bytes);
  if (!decoded) return { refused: `${name} is not text: import reads Markdown, text, CSV, TSV, HTML, DOCX and XLSX` };
  const { text, encoding, restoredFrom, restoredLines } = decoded;
  const remarks: Text[] = [
    ...(encoding === 'UTF-8' ? [] : [{ en: `read as ${encoding}`, fr: `lu en ${encoding}` }]),
    ...(restoredFrom === undefined ? [] : [{ en: `${restoredLines} lines had been decoded as ${restoredFrom} and were put right`, fr: `${restoredLines} lignes avaient été décodées en ${restoredFrom} et sont rétablies` }]),
  ];
  const start = text.trimStart().slice(0, 300).toLowerCase();
  if (/^[[{]/.test(start) && isJson(text)) return { refused: `${name} is JSON data, not a document` };
  if (/\.html?$/i.test(name) || /^(?:<!doctype html|<html|<table|<body|<\?xml[^>]*\?>\s*<html)/.test(start)) return sourceOf(name, htmlLines(text, (line) => String(line)), remarks);
  if (/\.(?:csv|tsv|tab)$/i.test(name)) {
    const directive = /^sep=(.)\n/i.exec(text);
    const delimiter = directive?.[1] ?? (/\.(?:tsv|tab)$/i.test(name) && text.includes('\t') ? '\t' : delimiterOf(text));
    const rows = csvRows(directive ? `\n${text.slice(directive[0].length)}` : text, delimiter);
    return sourceOf(name, gridLines(rows.map(({ cells, line, end }) => ({ cells, label: end > line ? `${line}-${end}` : String(line) }))), remarks);
  }
  return sourceOf(name, { lines: text.split('\n') }, remarks);
}

/** A document that people read has fewer; what has more is an export of a tool. */
const MOST_LINES = 20_000;
const LONGEST_LINE = 100_000;

const tooLong = (lines: readonly string[], name: string): Refused | undefined => {
  if (lines.length > MOST_LINES) return { refused: `${name} holds ${lines.length} lines; import takes up to ${MOST_LINES}: keep the rows that are risks, incidents or procedures in a file of their own` };
  return lines.some((line) => line.length > LONGEST_LINE) ? { refused: `${name} holds a line of more than ${LONGEST_LINE} characters: it is data, not a document` } : undefined;
};

/** Signs without a word are no document. */
const checked = (source: Source): Source | Refused => (source.lines.some((line) => /\p{L}{2}/u.test(line)) ? source : { refused: `${source.name} holds no words` });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
