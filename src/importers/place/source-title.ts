import { withoutPictures } from '../plain.ts';
import type { Source } from '../source.ts';

/** A heading without its number, its pictures and its colon. */
export const bareTitle = (title: string): string => withoutPictures(title).replace(/^\d+(?:\.\d+)*[.)]?\s*/, '').replace(/\s*:\s*$/, '').trim();

/** What a source calls itself: its first heading, else its first words, else the name of its file. */
export function sourceTitle({ blocks, name }: Source): string {
  const first = blocks.find((block) => block.kind === 'heading' && block.depth === 1) ?? blocks.find((block) => block.kind === 'paragraph');
  return (first && 'text' in first ? bareTitle(first.text.split('\n')[0] ?? '').slice(0, 120) : '') || name;
}
