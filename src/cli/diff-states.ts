import { existsSync } from 'node:fs';
import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { runChecks } from '../checks/run-checks.ts';
import { rules } from '../checks/rules/index.ts';
import type { Lang } from '../model/text.ts';
import type { Wiki } from '../model/wiki.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { readingMemory } from '../readers/reading-memory.ts';
import { readWiki, type ReadOptions } from '../readers/read-wiki.ts';
import { contentPlace, findRevision, mergeBase, type ContentPlace, type Revision } from '../readers/revision-name.ts';
import { readWikiAt } from '../readers/revision.ts';
import { readTreeChanges } from '../readers/tree-changes.ts';
import { wikiDiff, type DiffState, type WikiDiff } from '../views/diff/wiki-diff.ts';
import { sayRevisionProblem } from './revision-sentence.ts';

/** What two states are held against each other. */
export interface DiffRequest {
  readonly root: string;
  /** content/ as it was named. */
  readonly shown: string;
  readonly from: string;
  /** The work tree where it is left out. */
  readonly to?: string | undefined;
  /** Take the base where the change left it, if it went on since. */
  readonly sinceParting: boolean;
  readonly asOf?: string | undefined;
  readonly today: string;
  readonly lang: Lang;
}

/** Where the two states stand. */
export interface DiffRevisions {
  readonly place: ContentPlace;
  readonly from: Revision;
  readonly to?: Revision | undefined;
}

/** Finds both revisions, or says in a sentence why it cannot. */
async function revisionsOf(request: DiffRequest): Promise<DiffRevisions | string> {
  const { root, shown } = request;
  const place = await contentPlace(root);
  if ('problem' in place) return sayRevisionProblem(place, shown);
  const from = await findRevision(place, request.from);
  if ('problem' in from) return sayRevisionProblem(from, shown);
  const to = request.to === undefined ? undefined : await findRevision(place, request.to);
  if (to && 'problem' in to) return sayRevisionProblem(to, shown);
  if (to === undefined && !existsSync(root)) return `there is no folder ${root}`;
  if (!request.sinceParting) return { place, from, to };
  const head = to ?? (await findRevision(place, 'HEAD'));
  if ('problem' in head) return sayRevisionProblem(head, shown);
  const parting = await mergeBase(place, from, head);
  if ('problem' in parting) {
    // Two histories without a common commit are compared as they stand; a clone that lacks it would compare with what others did.
    return place.shallow ? sayRevisionProblem(parting, shown) : { place, from, to };
  }
  return { place, from: parting.hash === head.hash ? from : parting, to };
}

/** Diagrams are drawn to be checked, which takes its time: those of documents that did not change say the same twice. */
export async function withDiagrams(wiki: Wiki, other: Wiki): Promise<Wiki> {
  const known = new Set(other.documents.map(({ file, digest }) => `${file} ${digest}`));
  const { problems } = await readDiagrams({ ...wiki, documents: wiki.documents.filter(({ file, digest }) => !known.has(`${file} ${digest}`)) }, findDiagramError);
  return { ...wiki, problems };
}

/** Reads and checks both states and holds them against each other; a sentence where that cannot be. */
export async function readDiff(request: DiffRequest): Promise<WikiDiff | string> {
  const revisions = await revisionsOf(request);
  if (typeof revisions === 'string') return revisions;
  const { place, from, to } = revisions;
  // Most documents are the same in both states: each is read once.
  const memory = readingMemory();
  const at = (revision: Revision, options: ReadOptions): Promise<Wiki | undefined> => readWikiAt(place.repository, place.content, revision.hash, { ...options, memory });
  // A commit says the same whenever it is read: its own day is its today.
  const head = to ? await at(to, { asOf: request.asOf, today: to.date.slice(0, 10) }) : readWiki(request.root, { asOf: request.asOf, today: request.today, memory });
  if (!head) return `${to?.name ?? ''} cannot be read from this clone; git fetch brings what it lacks`;
  const base = await at(from, { asOf: head.asOf, today: head.asOf });
  if (!base) return `${from.name} cannot be read from this clone; git fetch brings what it lacks`;
  if ([base, head].every((wiki) => wiki.documents.length === 0 && !wiki.hasFile('site.yml'))) return `neither ${from.name} nor ${to?.name ?? 'the work tree'} has a wiki in ${request.shown}; name its folder with --content`;
  const files = await readTreeChanges(place, from.hash, to?.hash);
  const [before, after] = [await withDiagrams(base, head), await withDiagrams(head, base)];
  const state = (wiki: Wiki, revision?: Revision): DiffState => ({ name: revision?.name, commit: revision?.hash, date: revision?.date, wiki, checked: runChecks(wiki, rules, request.lang) });
  return wikiDiff(state(before, from), state(after, to), files);
}
