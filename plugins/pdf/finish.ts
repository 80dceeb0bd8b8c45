import { createHash } from 'node:crypto';
import { attach, type Attachment } from './attach.ts';
import { bodyDigest } from './body-digest.ts';
import { srgbProfile } from './icc-profile.ts';
import { leadLinks } from './links.ts';
import { add, dict, dictOf, hexToken, stringOf, textToken, type Dict, type Objects } from './objects.ts';
import { parseFile } from './parse-file.ts';
import { markRowHeads } from './row-heads.ts';
import { ID_DIGITS, seal, UNSEALED } from './seal.ts';
import { pack, writeFile } from './write-file.ts';
import { xmpPacket } from './xmp.ts';

export type { Attachment } from './attach.ts';

export interface FinishInput {
  /** As the typesetter wrote them. */
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

/** A date as PDF writes it. */
const pdfDate = (date: string): string => `(D:${date.replace(/\.\d+/, '').replace(/[-:T]/g, '').replace(/Z$/, '')}Z)`;

/** Colours mean what sRGB says they mean. */
function intendColours(objects: Objects, catalog: Dict): void {
  const profile = add(objects, dict({ N: '3', Filter: '/FlateDecode' }), pack(srgbProfile()));
  catalog.set('/OutputIntents', [add(objects, dict({ Type: '/OutputIntent', S: '/GTS_PDFA1', OutputConditionIdentifier: '(sRGB)', Info: '(sRGB IEC61966-2.1)', DestOutputProfile: profile }))]);
}

function readByAll(objects: Objects, catalog: Dict, language: string): void {
  const preferences = dictOf(objects, catalog.get('/ViewerPreferences')) ?? dict({});
  catalog.set('/ViewerPreferences', preferences.set('/DisplayDocTitle', 'true'));
  catalog.set('/Lang', textToken(language));
  // Typst says that structure may be suspect; a document that it tagged is not.
  catalog.set('/MarkInfo', dict({ Marked: 'true' }));
}

/** Makes a tagged PDF of Typst one file that is PDF/A-3a and PDF/UA-1, with its attachments. The same input gives the same bytes. */
export function finishPdf({ bytes, title, language, date, namespace, properties, rowHeads = [], attachments, manifest }: FinishInput): Uint8Array {
  const objects = parseFile(bytes);
  const { trailer } = objects;
  const catalog = dictOf(objects, trailer.get('/Root'));
  if (!catalog) throw new Error('the file of the typesetter has no catalog');
  const tool = stringOf(dictOf(objects, trailer.get('/Info'))?.get('/Creator')) ?? 'Typst';
  const when = pdfDate(date);

  readByAll(objects, catalog, language);
  intendColours(objects, catalog);
  markRowHeads(objects, catalog, rowHeads);
  leadLinks(objects, catalog, language);
  trailer.set('/Info', add(objects, dict({ Title: hexToken(title), Creator: hexToken(tool), Producer: hexToken(tool), CreationDate: when, ModDate: when })));

  const body = bodyDigest(objects);
  const last = manifest(body);
  attach(objects, catalog, [...attachments, last], when);

  const id = createHash('sha256').update(body).update(last.bytes).digest('hex').slice(0, ID_DIGITS);
  const packet = Buffer.from(xmpPacket({ title, language, date, tool, producer: tool, id, namespace, properties }), 'utf8');
  catalog.set('/Metadata', add(objects, dict({ Type: '/Metadata', Subtype: '/XML' }), packet));
  trailer.set('/ID', [`<${id}>`, `<${UNSEALED}>`]);
  return seal(writeFile(objects), id);
}
