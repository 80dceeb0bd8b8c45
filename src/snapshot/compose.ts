import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { checksFor } from '../checks/checks-for.ts';
import { runChecks } from '../checks/run-checks.ts';
import { rules } from '../checks/rules/index.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { readRatingHistory } from '../readers/rating-history.ts';
import { translator } from '../words/index.ts';
import { typography } from '../words/typography.ts';
import { changesSince } from './changes-since.ts';
import { contentAt, type ContentProblem, type ContentState } from './content-at.ts';
import type { SnapshotDocument } from './document/block.ts';
import { settle, type UndrawnSigns } from './document/settle.ts';
import { snapshotDocument } from './document/snapshot-document.ts';
import type { SnapshotOptions } from './options.ts';
import { drawDiagrams, readPictures } from './pictures.ts';
import type { Print } from './print.ts';
import { selectFolders, type Selection, type SelectionProblem } from './selection.ts';
import { typesetterFiles } from './template.ts';
import { vigieVersion } from './versions.ts';

/** Everything that a snapshot is made of, before it is set. */
export interface Composed {
  readonly state: ContentState;
  readonly selection: Selection;
  readonly print: Print;
  readonly document: SnapshotDocument;
  readonly undrawn: UndrawnSigns;
  /** What the typesetter reads; its main file is `/main.typ`. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

/** Told what is being made, in the reader's words; may wait, so that others have their turn. */
export type OnStep = (step: string) => void | Promise<void>;

/** Reads a commit and writes its document, or says why it cannot. */
export async function compose(options: SnapshotOptions, onStep: OnStep): Promise<Composed | ContentProblem | SelectionProblem> {
  await onStep('reading the commit');
  const state = await contentAt(options);
  if ('problem' in state) return state;
  const selection = selectFolders(state.wiki, options);
  if ('problem' in selection) return selection;
  const { audience, folders } = selection;
  const { site } = state.wiki;
  await onStep('checking');
  const wiki = await readDiagrams(selection.wiki, findDiagramError);
  const checks = checksFor(runChecks(audience === 'public' ? state.wiki : wiki, rules, site.language), wiki, rules, site.language);
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
    t: translator(site.language),
    say: (text) => typography(text, site.language),
    folders,
    whole: selection.whole,
    register: selection.register,
    files: new Set(selection.documents.map(({ file }) => file)),
    diagrams: await drawDiagrams(wiki, pictures),
    pictures,
  };
  const { document, undrawn } = settle(await snapshotDocument(print, onStep));
  return { state, selection, print, document, undrawn, files: typesetterFiles(document, pictures) };
}
