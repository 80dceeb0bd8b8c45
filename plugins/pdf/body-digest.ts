import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, PDFStream, type PDFContext, type PDFObject } from 'pdf-lib';

/** What the catalog holds that is another part of the file: what is said about it, and what is attached. */
const APART = ['/Metadata', '/AF', '/Names'];
const EMBEDDED = '/EmbeddedFiles';
/** A stream says its length only once it was written. */
const LENGTH = '/Length';

const contentsOf = (stream: PDFStream): Uint8Array => (stream instanceof PDFRawStream ? stream.contents : stream.getContents());

/**
 * SHA-256 of a document's pages, structure, fonts, outline and title: every object that is reached from its catalog and its
 * information, each written one way, whatever its number. Attachments, metadata, identifier and trailer are left out.
 */
export function bodyDigest(context: PDFContext): string {
  const numbers = new Map<PDFRef, number>();
  const queue: PDFRef[] = [];

  const write = (object: PDFObject | undefined): string => {
    if (object instanceof PDFRef) {
      let number = numbers.get(object);
      if (number === undefined) {
        numbers.set(object, (number = numbers.size));
        queue.push(object);
      }
      return `${number} R`;
    }
    if (object instanceof PDFStream) return `${writeDict(object.dict, [LENGTH])} stream ${createHash('sha256').update(contentsOf(object)).digest('hex')}`;
    if (object instanceof PDFDict) return writeDict(object, []);
    if (object instanceof PDFArray) return `[${object.asArray().map(write).join(' ')}]`;
    return object === undefined ? 'null' : object.toString();
  };

  const writeDict = (dict: PDFDict, without: readonly string[]): string => {
    const entries = dict.entries().map(([key, value]): [string, PDFObject] => [key.asString(), value]);
    const kept = entries.filter(([key]) => !without.includes(key)).sort(([a], [b]) => (a < b ? -1 : 1));
    return `<<${kept.map(([key, value]) => `${key} ${write(value)}`).join(' ')}>>`;
  };

  const hash = createHash('sha256');
  const catalog = context.lookup(context.trailerInfo.Root);
  if (catalog instanceof PDFDict) {
    const names = catalog.lookup(PDFName.of('Names'));
    hash.update(`${writeDict(catalog, APART)} ${names instanceof PDFDict ? writeDict(names, [EMBEDDED]) : '<<>>'}\n`);
  }
  hash.update(`${write(context.trailerInfo.Info)}\n`);
  // The queue grows while it is read.
  for (const ref of queue) hash.update(`${write(context.lookup(ref))}\n`);
  return hash.digest('hex');
}
