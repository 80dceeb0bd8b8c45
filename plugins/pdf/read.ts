import { inflateSync } from 'node:zlib';
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFObject } from 'pdf-lib';
import { bodyDigest } from './body-digest.ts';
import { objectsOf } from './objects-of.ts';
import { isSealed } from './seal.ts';
import { xmpProperties } from './xmp.ts';

export interface ReadAttachment {
  readonly name: string;
  /** Undefined where its text cannot be unpacked. */
  readonly bytes: Uint8Array | undefined;
  readonly mimeType: string | undefined;
  readonly relationship: string | undefined;
}

export interface ReadPdf {
  readonly pages: number;
  readonly attachments: readonly ReadAttachment[];
  /** What the file says about itself under the namespace that was asked for. */
  readonly properties: Readonly<Record<string, string>>;
  readonly bodyDigest: string;
  /** Whether the file still is, byte for byte, what its identifier says; `none` where it was not sealed here. */
  readonly seal: 'whole' | 'broken' | 'none';
}

/** Why a file could not be read. */
export type BrokenPdf = 'not-pdf' | 'truncated' | 'encrypted' | 'unreadable';

export type PdfReading = { readonly pdf: ReadPdf } | { readonly broken: BrokenPdf };

/** What an attachment may weigh once unpacked: a few bytes can be packed to fill any memory. */
const MOST = 1 << 28;

const textOf = (object: PDFObject | undefined): string | undefined => (object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined);

const nameOf = (object: PDFObject | undefined): string | undefined => (object instanceof PDFName ? object.decodeText() : undefined);

const key = (name: string): PDFName => PDFName.of(name);

function contentsOf(stream: PDFObject | undefined): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined;
  const filter = stream.dict.lookup(key('Filter'));
  if (filter === undefined) return stream.contents;
  if (nameOf(filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter) !== 'FlateDecode') return undefined;
  try {
    return new Uint8Array(inflateSync(stream.contents, { maxOutputLength: MOST }));
  } catch {
    return undefined;
  }
}

/** The leaves of a name tree, each node once. */
function* leavesOf(node: PDFObject | undefined, seen = new Set<PDFObject>()): Generator<PDFDict> {
  if (!(node instanceof PDFDict) || seen.has(node)) return;
  seen.add(node);
  const names = node.lookup(key('Names'));
  for (let at = 1; names instanceof PDFArray && at < names.size(); at += 2) {
    const file = names.lookup(at);
    if (file instanceof PDFDict) yield file;
  }
  const kids = node.lookup(key('Kids'));
  for (let at = 0; kids instanceof PDFArray && at < kids.size(); at++) yield* leavesOf(kids.lookup(at), seen);
}

function attachmentsOf(catalog: PDFDict): ReadAttachment[] {
  const names = catalog.lookup(key('Names'));
  return [...leavesOf(names instanceof PDFDict ? names.lookup(key('EmbeddedFiles')) : undefined)].map((file) => {
    const embedded = file.lookup(key('EF'));
    const stream = embedded instanceof PDFDict ? (embedded.lookup(key('UF')) ?? embedded.lookup(key('F'))) : undefined;
    return {
      name: textOf(file.lookup(key('UF'))) ?? textOf(file.lookup(key('F'))) ?? '',
      bytes: contentsOf(stream),
      mimeType: stream instanceof PDFRawStream ? nameOf(stream.dict.lookup(key('Subtype'))) : undefined,
      relationship: nameOf(file.lookup(key('AFRelationship'))),
    };
  });
}

function sealOf(bytes: Uint8Array, id: PDFObject | undefined): ReadPdf['seal'] {
  const [first, second] = id instanceof PDFArray ? id.asArray() : [];
  if (!(first instanceof PDFHexString) || !(second instanceof PDFHexString)) return 'none';
  return isSealed(bytes, first.asString(), second.asString()) ? 'whole' : 'broken';
}

const ASIDES = /^(Parsed number|Trying to parse|Removing parsed object|Invalid object)/;

/** The library tells the console what it stumbles on; here the answer says it. */
async function unheard<T>(read: () => Promise<T>): Promise<T> {
  const { console: terminal } = globalThis;
  const { warn } = terminal;
  terminal.warn = (...words: unknown[]) => {
    if (!ASIDES.test(String(words[0]))) warn(...words);
  };
  try {
    return await read();
  } finally {
    terminal.warn = warn;
  }
}

const START = '%PDF-';
/** A map of characters ends with the same mark: the place of the table of objects stands before this one. */
const END = /startxref\s+\d+\s+%%EOF/;
/** How far from the end a reader of PDF looks for the end mark. */
const TAIL = 1024;

/** Reads what a file carries beside its pages. A broken file is an answer, not an exception. */
export async function readPdf(bytes: Uint8Array, namespace: string): Promise<PdfReading> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, TAIL).includes(START, 0, 'latin1')) return { broken: 'not-pdf' };
  if (!END.test(buffer.toString('latin1', Math.max(0, buffer.length - TAIL)))) return { broken: 'truncated' };
  try {
    const document = await unheard(() => PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, throwOnInvalidObject: true }));
    const { catalog, context } = document;
    const metadata = catalog.lookup(key('Metadata'));
    const packet = contentsOf(metadata);
    return {
      pdf: {
        pages: document.getPageCount(),
        attachments: attachmentsOf(catalog),
        properties: packet ? xmpProperties(Buffer.from(packet).toString('utf8'), namespace) : {},
        bodyDigest: bodyDigest(objectsOf(context)),
        seal: sealOf(bytes, context.trailerInfo.ID),
      },
    };
  } catch (error) {
    return { broken: error instanceof Error && error.constructor.name === 'EncryptedPDFError' ? 'encrypted' : 'unreadable' };
  }
}
