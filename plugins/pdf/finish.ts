import { createHash } from 'node:crypto';
import { ParseSpeeds, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFContext } from 'pdf-lib';
import { attach, type Attachment } from './attach.ts';
import { bodyDigest } from './body-digest.ts';
import { srgbProfile } from './icc-profile.ts';
import { nameLinks } from './link-names.ts';
import { markRowHeads } from './row-heads.ts';
import { ID_DIGITS, seal, UNSEALED } from './seal.ts';
import { xmpPacket } from './xmp.ts';

export type { Attachment } from './attach.ts';

export interface FinishInput {
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  /** URI under which the own properties stand. */
  readonly namespace: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Of each table, in reading order, the column whose cells name its rows. */
  readonly rowHeads?: readonly (number | undefined)[] | undefined;
  readonly attachments: readonly Attachment[];
  /** One attachment more, which may say what the document itself is, whatever is attached to it. */
  readonly manifest: (bodyDigest: string) => Attachment;
}

const PRODUCER = 'pdf-lib 1.17.1';

/** A date as PDF writes it. */
const pdfDate = (date: string): PDFString => PDFString.of(`D:${date.replace(/\.\d+/, '').replace(/[-:T]/g, '').replace(/Z$/, '')}Z`);

/** Colours mean what sRGB says they mean. */
function intendColours(context: PDFContext, catalog: PDFDict): void {
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = context.register(context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: PDFString.of('sRGB'), Info: PDFString.of('sRGB IEC61966-2.1'), DestOutputProfile: profile }));
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
}

function readByAll(context: PDFContext, catalog: PDFDict, language: string): void {
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({});
  preferences.set(PDFName.of('DisplayDocTitle'), context.obj(true));
  catalog.set(PDFName.of('ViewerPreferences'), preferences);
  catalog.set(PDFName.of('Lang'), PDFString.of(language));
  // Typst writes Suspects where a boolean is wanted; a tagged document has none.
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

/** Makes a tagged PDF of Typst one file that is PDF/A-3a and PDF/UA-1, with its attachments. The same input gives the same bytes. */
export async function finishPdf({ bytes, title, language, date, namespace, properties, rowHeads = [], attachments, manifest }: FinishInput): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const { catalog, context } = document;
  const information = context.lookup(context.trailerInfo.Info);
  const creator = information instanceof PDFDict ? information.lookup(PDFName.of('Creator')) : undefined;
  const tool = creator instanceof PDFString || creator instanceof PDFHexString ? creator.decodeText() : 'Typst';
  const when = pdfDate(date);

  readByAll(context, catalog, language);
  intendColours(context, catalog);
  markRowHeads(context, catalog, rowHeads);
  nameLinks(document, language);
  context.trailerInfo.Info = context.register(context.obj({ Title: PDFHexString.fromText(title), Creator: PDFHexString.fromText(tool), Producer: PDFHexString.fromText(PRODUCER), CreationDate: when, ModDate: when }));

  const body = bodyDigest(context);
  const last = manifest(body);
  attach(context, catalog, [...attachments, last], when);

  const id = createHash('sha256').update(body).update(last.bytes).digest('hex').slice(0, ID_DIGITS);
  const packet = Buffer.from(xmpPacket({ title, language, date, tool, producer: PRODUCER, id, namespace, properties }), 'utf8');
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })));
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(UNSEALED)]);
  return seal(await document.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false, objectsPerTick: Number.POSITIVE_INFINITY }), id);
}
