import { createHash } from 'node:crypto';
import { compilePdf, type CompileError } from '../../plugins/pdf/compile.ts';
import { finishPdf } from '../../plugins/pdf/finish.ts';
import { attachmentsOf, sourceFile } from './attachments.ts';
import { composeReading } from './compose.ts';
import { rowNames } from './document/row-names.ts';
import type { UndrawnSigns } from './document/settle.ts';
import { buildManifest, SNAPSHOT_NAMESPACE } from './manifest.ts';
import { PART_KINDS, type SnapshotOptions } from './options.ts';
import { readPrint, type OnStep, type Reading, type ReadingProblem } from './read-print.ts';
import { engineVersions } from './versions.ts';

export type { SnapshotOptions } from './options.ts';

export interface Snapshot {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly title: string;
  readonly commit: string;
  /** Of the whole commit. */
  readonly tree: string;
  readonly draft: boolean;
  readonly asOf: string;
  readonly pages: number;
  /** What it holds. */
  readonly documents: number;
  readonly records: number;
  readonly attachments: number;
  readonly engine: 'native' | 'wasm';
  /** Signs that no font draws; they are named by their code in the text. */
  readonly undrawn: UndrawnSigns;
}

export type SnapshotProblem = ReadingProblem | { readonly problem: 'typesetter'; readonly errors: readonly CompileError[] };

/** Makes the snapshot of a commit, or says why it cannot. The same commit and options give the same bytes on any machine. */
export async function makeSnapshot(options: SnapshotOptions, onStep: OnStep = () => undefined): Promise<Snapshot | SnapshotProblem> {
  const reading = await readPrint(options, onStep);
  return 'problem' in reading ? reading : printReading(reading, options, onStep);
}

/** Sets, finishes and seals what was read. */
export async function printReading(reading: Reading, options: SnapshotOptions, onStep: OnStep = () => undefined): Promise<Snapshot | Extract<SnapshotProblem, { problem: 'typesetter' }>> {
  const { state, selection, print, document, undrawn, files } = await composeReading(reading, onStep);
  const { wiki, provenance, t } = print;
  await onStep('setting the pages');
  const set = await compilePdf({ main: '/main.typ', files, engine: options.engine ?? 'auto' });
  if ('errors' in set) return { problem: 'typesetter', errors: set.errors };
  await onStep('attaching the sources');
  const attachments = attachmentsOf(selection, state, t);
  const bytes = finishPdf({
    bytes: set.bytes,
    title: document.title,
    language: document.lang,
    date: provenance.date,
    namespace: SNAPSHOT_NAMESPACE,
    properties: { commit: provenance.commit, tree: provenance.tree, ...(provenance.draft ? { draft: 'true' } : {}) },
    rowHeads: rowNames(document),
    attachments,
    manifest: (body) =>
      buildManifest(
        {
          title: document.title,
          vigie: provenance.vigie,
          engines: engineVersions(),
          commit: provenance.commit,
          tree: provenance.tree,
          date: provenance.date,
          as_of: wiki.asOf,
          draft: provenance.draft,
          content: provenance.content,
          options: { systems: [...(options.systems ?? [])], ...Object.fromEntries(PART_KINDS.map((kind) => [kind, print.part?.kind === kind ? print.part.name : null])), audience: print.audience, since: print.since?.commit ?? null, as_of: options.asOf ?? null },
          body,
          attachments,
          pathOf: (name) => {
            const file = sourceFile(name);
            return file === undefined ? undefined : provenance.content === '' ? file : `${provenance.content}/${file}`;
          },
        },
        t('snap.attached.manifest'),
      ),
  });
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    title: document.title,
    commit: provenance.commit,
    tree: provenance.tree,
    draft: provenance.draft,
    asOf: wiki.asOf,
    pages: pagesOf(set.bytes),
    documents: selection.documents.length,
    records: [...wiki.records.values()].filter(({ document }) => print.files.has(document.file)).length,
    attachments: attachments.length + 1,
    engine: set.engine,
    undrawn,
  };
}

/** How many pages the engine set: its file lists each once, uncompressed. */
const pagesOf = (bytes: Uint8Array): number => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
