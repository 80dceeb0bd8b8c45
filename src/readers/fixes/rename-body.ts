import { markdownToMdast, type MdastNode } from 'satteri';
import { beginsWithId, placesOfId } from '../../model/id-in-text.ts';
import type { TextEdit } from '../../model/text-edit.ts';

type Node = MdastNode & { children?: MdastNode[]; value?: string; position?: { start: { offset?: number }; end: { offset?: number } } };

/** An id that nobody writes by chance: `R-T01`, `RB-JOIN`; `postgres` and `on-call` are words too. */
const isDistinct = (id: string): boolean => /\d/.test(id) || (/\p{Lu}/u.test(id) && /[-_.]/.test(id));

/** How a document may name the record: by its id in its own system, and with the system everywhere. */
export interface Names {
  readonly system: string;
  readonly from: string;
  readonly to: string;
}

/** Every mention in a piece of prose. A word that is also an ordinary one counts only where it stands for the record alone. */
export function mentions(piece: string, offset: number, here: boolean, { system, from, to }: Names, alone: boolean): TextEdit[] {
  const whole = placesOfId(piece, `${system}/${from}`).map((at) => at + system.length + 1);
  const bare = here && (isDistinct(from) || alone) ? placesOfId(piece, from) : [];
  return [...whole, ...bare].map((at) => ({ start: offset + at, end: offset + at + from.length, text: to }));
}

/** Mentions in a body: prose, headings that begin with the id and words in bold; never code, addresses or HTML. */
export function renameInBody(text: string, body: string, here: boolean, names: Names): TextEdit[] {
  const start = text.length - body.length;
  const edits: TextEdit[] = [];
  const visit = (input: MdastNode, alone: boolean, first: boolean): void => {
    const node = input as Node;
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (node.type === 'text' && from !== undefined && to !== undefined) {
      const piece = body.slice(from, to);
      // The narrative of a record is the section whose heading begins with its id.
      const heads = first && here && beginsWithId(piece, names.from);
      const found = mentions(piece, start + from, here, names, alone && piece.trim() === names.from);
      if (heads && !found.some((edit) => edit.start === start + from)) found.push({ start: start + from, end: start + from + names.from.length, text: names.to });
      edits.push(...found);
      return;
    }
    for (const [index, child] of (node.children ?? []).entries()) visit(child, node.type === 'strong', node.type === 'heading' && index === 0);
  };
  visit(markdownToMdast(body), false, false);
  return edits;
}
