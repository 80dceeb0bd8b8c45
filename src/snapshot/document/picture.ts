import type { Print } from '../print.ts';
import type { Block } from './block.ts';

/** A picture of content/, or what is said in its place. What its author did not describe is named by its file. */
export function pictureBlock(print: Print, file: string, alt: string): Block | undefined {
  const picture = print.pictures.get(file);
  if (!picture) return undefined;
  if ('why' in picture) return { k: 'callout', kind: 'warning', title: alt === '' ? file : alt, b: [{ k: 'p', c: [print.t(`snap.picture.${picture.why}`, { file })] }] };
  return { k: 'figure', file: picture.file, alt: alt === '' ? file : alt, width: picture.width, height: picture.height };
}
