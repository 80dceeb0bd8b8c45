import { createHash } from 'node:crypto';
import { compilePdf } from '../../plugins/pdf/compile.ts';
import { renderDiagram, setDiagram, type DiagramResult } from '../../plugins/mermaid/index.ts';
import { linkTarget } from '../model/links.ts';
import type { Wiki } from '../model/wiki.ts';

/** A picture that the template can set, in CSS pixels, or why it cannot. */
export type Picture = { readonly file: string; readonly bytes: Uint8Array | string; readonly width: number; readonly height: number } | { readonly why: 'missing' | 'heavy' | 'unknown' | 'broken' };

/** A picture above this makes the file too heavy to send; it is named instead. */
const MOST_BYTES = 32_000_000;

const KNOWN = /\.(png|jpe?g|gif|webp|svg)$/i;

/** What is drawn where a picture's own size is not known. */
const DEFAULT = { width: 640, height: 400 };

/** Width and height that a picture says of itself. */
function sizeOf(bytes: Uint8Array, file: string): { width: number; height: number } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (/\.png$/i.test(file) && view.length > 24) return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  if (/\.gif$/i.test(file) && view.length > 10) return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  if (/\.svg$/i.test(file)) {
    const [, , width, height] = /\bviewBox\s*=\s*["']\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(view.toString('utf8', 0, 4000))?.slice(1) ?? [];
    if (Number(width) > 0 && Number(height) > 0) return { width: Number(width), height: Number(height) };
  }
  return DEFAULT;
}

/** Whether the engine can set pictures. */
async function sets(pictures: readonly (readonly [string, Uint8Array | string])[]): Promise<boolean> {
  const main = pictures.map(([path]) => `#image("${path}")`).join('\n');
  return 'bytes' in (await compilePdf({ main: '/main.typ', files: new Map([['/main.typ', main], ...pictures]) }));
}

/** Every picture that texts show, by its file. One that the engine refuses must not take the whole snapshot with it. */
export async function readPictures(wiki: Wiki, bytesOf: (file: string) => Uint8Array | undefined): Promise<Map<string, Picture>> {
  const files = new Set<string>();
  for (const document of wiki.documents) {
    for (const { url, image } of document.outline.links) {
      const target = image ? linkTarget(wiki, document, url) : undefined;
      if (target?.kind === 'file') files.add(target.file);
    }
  }
  const pictures = new Map<string, Picture>();
  for (const file of files) {
    const bytes = KNOWN.test(file) ? bytesOf(file) : undefined;
    if (!bytes) pictures.set(file, { why: KNOWN.test(file) ? 'missing' : 'unknown' });
    else if (bytes.length > MOST_BYTES) pictures.set(file, { why: 'heavy' });
    // The name of the file is a stranger's; the path in the template is ours.
    else pictures.set(file, { file: `/pictures/${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}.${(/\.(\w+)$/.exec(file)?.[1] ?? '').toLowerCase()}`, bytes, ...sizeOf(bytes, file) });
  }
  const usable = [...pictures].flatMap(([file, picture]) => ('file' in picture ? [{ file, entry: [picture.file, picture.bytes] as const }] : []));
  if (usable.length > 0 && !(await sets(usable.map(({ entry }) => entry)))) for (const { file, entry } of usable) if (!(await sets([entry]))) pictures.set(file, { why: 'broken' });
  return pictures;
}

/** Every diagram of the wiki, drawn, by its source; drawings stand among the pictures as `mermaid:source`. */
export async function drawDiagrams(wiki: Wiki, pictures: Map<string, Picture>): Promise<Map<string, DiagramResult>> {
  const drawn = new Map<string, DiagramResult>();
  for (const { outline } of wiki.documents) {
    for (const { lang, value } of outline.fences) {
      if (lang !== 'mermaid' || drawn.has(value)) continue;
      const result = await renderDiagram(value);
      drawn.set(value, result);
      if ('error' in result) continue;
      const { width, height } = result.diagram;
      pictures.set(`mermaid:${value}`, { file: `/pictures/${createHash('sha256').update(value).digest('hex').slice(0, 20)}.svg`, bytes: setDiagram(result.diagram, ''), width, height });
    }
  }
  return drawn;
}
