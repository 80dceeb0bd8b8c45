import { createHash } from 'node:crypto';
import { add, dict, dictOf, isPlain, nameToken, textToken, type Dict, type Objects, type Ref, type Value } from './objects.ts';
import { pack } from './write-file.ts';

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

function embed(objects: Objects, { name, bytes, mimeType, relationship, description }: Attachment, date: string): Ref {
  const params = dict({ Size: String(bytes.length), ModDate: date, CheckSum: `<${createHash('md5').update(bytes).digest('hex')}>` });
  const file = add(objects, dict({ Type: '/EmbeddedFile', Subtype: nameToken(mimeType), Params: params, Filter: '/FlateDecode' }), pack(bytes));
  return add(objects, dict({ Type: '/Filespec', F: textToken(plainName(name)), UF: textToken(name), Desc: textToken(description), AFRelationship: `/${relationship}`, EF: dict({ F: file, UF: file }) }));
}

/** The order of a tree of names, which is that of their bytes: names of other letters begin with a mark above all plain ones. */
const byBytes = ({ name: a }: Attachment, { name: b }: Attachment): number => Number(isPlain(b)) - Number(isPlain(a)) || (a < b ? -1 : 1);

/** Puts files into a document, by name, and says in the catalog that they belong to all of it. */
export function attach(objects: Objects, catalog: Dict, attachments: readonly Attachment[], date: string): void {
  const files = [...attachments].sort(byBytes).map((attachment): [string, Ref] => [attachment.name, embed(objects, attachment, date)]);
  const names = dictOf(objects, catalog.get('/Names')) ?? dict({});
  names.set('/EmbeddedFiles', dict({ Names: files.flatMap(([name, file]): Value[] => [textToken(name), file]) }));
  if (!catalog.has('/Names')) catalog.set('/Names', names);
  catalog.set('/AF', files.map(([, file]) => file));
}
