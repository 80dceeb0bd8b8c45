import type { SnapshotDocument } from './document/block.ts';
import { settle, type UndrawnSigns } from './document/settle.ts';
import { snapshotDocument } from './document/snapshot-document.ts';
import type { SnapshotOptions } from './options.ts';
import { readPrint, type OnStep, type Reading, type ReadingProblem } from './read-print.ts';
import { typesetterFiles } from './template.ts';

/** Everything that a snapshot is made of, before it is set. */
export interface Composed extends Reading {
  readonly document: SnapshotDocument;
  readonly undrawn: UndrawnSigns;
  /** What the typesetter reads; its main file is `/main.typ`. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

/** Writes the document of what was read. */
export async function composeReading(reading: Reading, onStep: OnStep): Promise<Composed> {
  const { document, undrawn } = settle(await snapshotDocument(reading.print, onStep));
  return { ...reading, document, undrawn, files: typesetterFiles(document, reading.print.pictures) };
}

/** Reads a commit and writes its document, or says why it cannot. */
export async function compose(options: SnapshotOptions, onStep: OnStep): Promise<Composed | ReadingProblem> {
  const reading = await readPrint(options, onStep);
  return 'problem' in reading ? reading : composeReading(reading, onStep);
}
