import { createHash } from 'node:crypto';
import { PDFHexString, PDFName, PDFString, type PDFContext, type PDFDict, type PDFRef } from 'pdf-lib';

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  /** What the file is to the document. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
  readonly description: string;
}

/** PDF names of files know no other letters; the true name stands beside. */
const plainName = (name: string): string => name.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/[\\()]/g, '_');

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
/** A text of plain letters is written in them: some tools look for an attachment by the bytes of its name. */
const pdfText = (text: string): PDFString | PDFHexString => (isPlain(text) ? PDFString.of(text.replace(/[\\()]/g, '\\$&')) : PDFHexString.fromText(text));

function embed(context: PDFContext, { name, bytes, mimeType, relationship, description }: Attachment, date: PDFString): PDFRef {
  const file = context.register(
    context.flateStream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: PDFName.of(mimeType),
      Params: { Size: bytes.length, ModDate: date, CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')) },
    }),
  );
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(plainName(name)),
      UF: pdfText(name),
      Desc: pdfText(description),
      AFRelationship: relationship,
      EF: { F: file, UF: file },
    }),
  );
}

/** The order of a tree of names, which is that of their bytes: names of other letters begin with a mark above all plain ones. */
const byBytes = ({ name: a }: Attachment, { name: b }: Attachment): number => Number(isPlain(b)) - Number(isPlain(a)) || (a < b ? -1 : 1);

/** Puts files into a document, by name, and says in the catalog that they belong to all of it. */
export function attach(context: PDFContext, catalog: PDFDict, attachments: readonly Attachment[], date: PDFString): void {
  const sorted = [...attachments].sort(byBytes);
  const files = sorted.map((attachment): [string, PDFRef] => [attachment.name, embed(context, attachment, date)]);
  const names = context.lookup(catalog.get(PDFName.of('Names'))) as PDFDict | undefined ?? context.obj({});
  names.set(PDFName.of('EmbeddedFiles'), context.obj({ Names: files.flatMap(([name, file]) => [pdfText(name), file]) }));
  if (!catalog.has(PDFName.of('Names'))) catalog.set(PDFName.of('Names'), names);
  catalog.set(PDFName.of('AF'), context.obj(files.map(([, file]) => file)));
}
