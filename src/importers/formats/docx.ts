import mammoth from 'mammoth';
import type { Refused } from '../source.ts';
import { repack, unpack } from './archive.ts';
import { htmlLines } from './html.ts';
import type { LabelledLines } from './rows.ts';

/** The words of a Word document: its headings, paragraphs, lists and tables. Pictures are left where they are. */
export async function docxLines(bytes: Uint8Array, name: string): Promise<LabelledLines | Refused> {
  const parts = unpack(bytes, name, /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/(?!media\/|embeddings\/))/);
  if ('refused' in parts && typeof parts.refused === 'string') return { refused: parts.refused };
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(repack(parts as Record<string, Uint8Array>)) }, { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), includeDefaultStyleMap: true });
    return htmlLines(value, (_, block) => `¶ ${block}`);
  } catch {
    return { refused: `${name} is a damaged Word document: open it in Word or LibreOffice and save it again` };
  }
}
