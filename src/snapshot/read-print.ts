import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { loadAhead } from '../../plugins/pdf/compile.ts';
import { checksFor } from '../checks/checks-for.ts';
import { runChecks } from '../checks/run-checks.ts';
import { rules } from '../checks/rules/index.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { readRatingHistory } from '../readers/rating-history.ts';
import { translator } from '../words/index.ts';
import { typography } from '../words/typography.ts';
import { changesSince } from './changes-since.ts';
import { contentAt, type ContentProblem, type ContentState } from './content-at.ts';
import type { SnapshotOptions } from './options.ts';
import { drawDiagrams, readPictures } from './pictures.ts';
import type { Print } from './print.ts';
import { selectFolders, type Selection, type SelectionProblem } from './selection.ts';
import { vigieVersion } from './versions.ts';

/** What is read once, whatever of it is then printed. */
export interface Reading {
  readonly state: ContentState;
  readonly selection: Selection;
  readonly print: Print;
}

export type ReadingProblem = ContentProblem | SelectionProblem;

/** Told what is being made, in the reader's words; may wait, so that others have their turn. */
export type OnStep = (step: string) => void | Promise<void>;

/** Reads and checks what a snapshot is made from, at its commit; or says why it cannot. */
export async function readPrint(options: SnapshotOptions, onStep: OnStep): Promise<Reading | ReadingProblem> {
  await onStep('reading the commit');
  const state = await contentAt(options);
  if ('problem' in state) return state;
  const selection = selectFolders(state.wiki, options);
  if ('problem' in selection) return selection;
  const { audience, folders } = selection;
  const { site } = state.wiki;
  // Rules and Git's answers take about as long as the typesetter takes to load.
  void loadAhead(options.engine);
  await onStep('checking');
  const wiki = await readDiagrams(selection.wiki, findDiagramError);
  const checks = checksFor(runChecks(audience === 'public' ? state.wiki : wiki, rules, site.language), wiki, rules, site.language);
  // What is left out of a public file must not come back as what was changed.
  const since = audience === 'public' || options.part !== undefined || options.since === null ? undefined : await changesSince(state, wiki, checks, options.since);
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
    part: selection.part,
    files: new Set(selection.documents.map(({ file }) => file)),
    diagrams: await drawDiagrams(wiki, pictures),
    pictures,
  };
  return { state, selection, print };
}

/** The same reading, for one part of it alone. */
export function readingOf({ state, print }: Reading, options: SnapshotOptions): Reading | SelectionProblem {
  const selection = selectFolders(state.wiki, options);
  if ('problem' in selection) return selection;
  const { folders, documents, whole, part } = selection;
  return { state, selection, print: { ...print, folders, whole, part, files: new Set(documents.map(({ file }) => file)), since: undefined } };
}
