import type { Text } from '../model/text.ts';
import type { Block } from './block.ts';

/** A document as the importer reads it, whatever its format: text in lines, and the blocks they make. */
export interface Source {
  readonly name: string;
  /** Where it stands among the files that are imported with it, from the folder that holds them all. */
  readonly path?: string | undefined;
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
  /** Where each line stands for whoever opens the document (`Feuil1!12`, `¶ 7`); its number unless set. */
  readonly labels?: readonly string[] | undefined;
  /** How the bytes became text, where that is worth saying. */
  readonly remarks: readonly Text[];
}

/** A document that is refused, in a sentence. */
export interface Refused {
  readonly refused: string;
}

export const placeOf = (source: Source, line: number): string => source.labels?.[line - 1] ?? String(line);
