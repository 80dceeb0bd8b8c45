import { createHash } from 'node:crypto';
import { compilePdf, type CompileError } from '../../plugins/pdf/compile.ts';
import { finishPdf } from '../../plugins/pdf/finish.ts';
import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { checksFor } from '../checks/checks-for.ts';
import { runChecks } from '../checks/run-checks.ts';
import { rules } from '../checks/rules/index.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { readRatingHistory } from '../readers/rating-history.ts';
import { translator } from '../words/index.ts';
import { typography } from '../words/typography.ts';
import { attachmentsOf, sourceFile } from './attachments.ts';
import { changesSince } from './changes-since.ts';
import { contentAt, type ContentProblem } from './content-at.ts';
import { settle, type UndrawnSigns } from './document/settle.ts';
import { snapshotDocument } from './document/snapshot-document.ts';
import { buildManifest, SNAPSHOT_NAMESPACE } from './manifest.ts';
import type { SnapshotOptions } from './options.ts';
import { drawDiagrams, readPictures } from './pictures.ts';
import type { Print } from './print.ts';
import { selectFolders, type SelectionProblem } from './selection.ts';
import { typesetterFiles } from './template.ts';
import { engineVersions, vigieVersion } from './versions.ts';

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

export type SnapshotProblem = ContentProblem | SelectionProblem | { readonly problem: 'typesetter'; readonly errors: readonly CompileError[] };

/** Told what is being made, in the reader's words; may wait, so that others have their turn. */
export type OnStep = (step: string) => void | Promise<void>;

/** Makes the snapshot of a commit, or says why it cannot. The same commit and options give the same bytes on any machine. */
export async function makeSnapshot(options: SnapshotOptions, onStep: OnStep = () => undefined): Promise<Snapshot | SnapshotProblem> {
  await onStep('read');
  const state = await contentAt(options);
  if ('problem' in state) return state;
  const selected = selectFolders(state.wiki, options);
  if ('problem' in selected) return selected;
  const { site } = state.wiki;
  const t = translator(site.language);
  await onStep('check');
  const wiki = await readDiagrams(selected.wiki, findDiagramError);
  const { audience } = selected;
  const whole = runChecks(audience === 'public' ? state.wiki : wiki, rules, site.language);
  const checks = checksFor(whole, wiki, rules, site.language);
  // What is left out of a public file must not come back as what was changed.
  const since = audience === 'public' || options.register !== undefined ? undefined : await changesSince(state, wiki, checks, options.since);
  if (since && 'problem' in since) return since;
  const pictures = await readPictures(wiki, state.bytesOf);
  const print: Print = {
    wiki,
    checks,
    ratings: await readRatingHistory(options.root, wiki, state.place.shallow, undefined, state.revision.hash),
    provenance: { commit: state.revision.hash, tree: state.tree, date: state.date, content: state.place.content, shallow: state.place.shallow, draft: state.draft, vigie: vigieVersion() },
    audience,
    since,
    lang: site.language,
    t,
    say: (text) => typography(text, site.language),
    folders: selected.folders,
    whole: selected.whole,
    register: options.register,
    diagrams: await drawDiagrams(wiki, pictures),
    pictures,
  };
  const { document, undrawn } = settle(await snapshotDocument(print, onStep));
  await onStep('typeset');
  const set = await compilePdf({ main: '/main.typ', files: typesetterFiles(document, pictures), engine: options.engine ?? 'auto' });
  if ('errors' in set) return { problem: 'typesetter', errors: set.errors };
  await onStep('finish');
  const attachments = attachmentsOf(selected, state, t);
  const { provenance } = print;
  const bytes = await finishPdf({
    bytes: set.bytes,
    title: document.title,
    language: document.lang,
    date: provenance.date,
    namespace: SNAPSHOT_NAMESPACE,
    properties: { commit: provenance.commit, tree: provenance.tree, ...(provenance.draft ? { draft: 'true' } : {}) },
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
          options: { systems: [...(options.systems ?? [])], register: options.register ?? null, audience, since: print.since?.commit ?? null, as_of: options.asOf ?? null },
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
  const printed = new Set(selected.documents.map(({ file }) => file));
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    title: document.title,
    commit: provenance.commit,
    tree: provenance.tree,
    draft: provenance.draft,
    asOf: wiki.asOf,
    pages: pagesOf(set.bytes),
    documents: selected.documents.length,
    records: [...wiki.records.values()].filter(({ document }) => printed.has(document.file)).length,
    attachments: attachments.length + 1,
    engine: set.engine,
    undrawn,
  };
}

/** How many pages the engine set: its file lists each once, uncompressed. */
const pagesOf = (bytes: Uint8Array): number => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
