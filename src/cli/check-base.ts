import type { CheckResult } from '../checks/finding.ts';
import { firstLoss } from '../model/lost-content.ts';
import type { Wiki } from '../model/wiki.ts';
import { contentPlace, findRevision, mergeBase } from '../readers/revision-name.ts';
import { readWikiAt } from '../readers/revision.ts';
import { readTreeChanges } from '../readers/tree-changes.ts';
import { byHeadNames } from '../views/diff/by-head-names.ts';
import { compare } from '../views/diff/comparison.ts';
import type { CheckRequest } from './check-request.ts';
import { checkWiki } from './check-wiki.ts';
import { sayRevisionProblem } from './revision-sentence.ts';

/** What stood before a change. */
export interface Base {
  readonly revision: string;
  readonly commit: string;
  readonly wiki: Wiki;
  readonly result: CheckResult;
  /** Documents that were renamed since, from the new name to the old. */
  readonly renames: ReadonlyMap<string, string>;
}

/** What stood there, by the names that records and files bear now: a rename makes nothing worse. */
export const stoodBefore = (base: Base, now: Wiki): CheckResult => byHeadNames(compare(base.wiki, now, base.renames), base.result);

/**
 * Checks the wiki as it was where the change left a revision, whatever that one became since; a sentence where that cannot be.
 * `asOf` is the change's own day: what time makes worse is not the change's doing.
 */
export async function checkBase(root: string, shown: string, revision: string, request: CheckRequest, asOf: string): Promise<Base | string> {
  const place = await contentPlace(root);
  if ('problem' in place) return sayRevisionProblem(place, shown);
  const named = await findRevision(place, revision);
  if ('problem' in named) return sayRevisionProblem(named, shown);
  const head = await findRevision(place, 'HEAD');
  if ('problem' in head) return sayRevisionProblem(head, shown);
  const base = await mergeBase(place, named, head);
  if ('problem' in base) return sayRevisionProblem(base, shown);
  const wiki = await readWikiAt(place.repository, place.content, base.hash, { asOf, today: asOf });
  if (!wiki) return `${revision} cannot be read from this clone; git fetch brings what it lacks`;
  const loss = firstLoss(wiki);
  if (loss) return `the content of ${revision} (${base.hash.slice(0, 8)}) could not be read whole, so nothing can be held against it: ${loss.place.file}:${loss.place.line}: ${loss.what.en}; name a later revision, or check without --changed`;
  // A system that the change brings has no finding there.
  const result = await checkWiki(wiki, { ...request, systems: [] });
  if (typeof result === 'string') return result;
  const { renames } = await readTreeChanges(place, base.hash);
  return { revision, commit: base.hash, wiki, result, renames };
}
