import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDF_STACKS } from '../../plugins/pdf/fonts.ts';
import type { SnapshotDocument } from './document/block.ts';
import type { Picture } from './pictures.ts';

const PARTS = ['main', 'blocks', 'charts', 'cover', 'look'];
const FOLDER = join(import.meta.dirname, 'template');

/** Every file that the typesetter may read: the template, one document of plain data, and its pictures. */
export function typesetterFiles(document: SnapshotDocument, pictures: ReadonlyMap<string, Picture>): Map<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>(PARTS.map((name) => [`/${name}.typ`, readFileSync(join(FOLDER, `${name}.typ`), 'utf8')]));
  files.set('/fonts.json', JSON.stringify(PDF_STACKS));
  files.set('/document.json', JSON.stringify(document));
  for (const picture of pictures.values()) if ('file' in picture) files.set(picture.file, picture.bytes);
  return files;
}
