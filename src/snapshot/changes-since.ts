import { findDiagramError } from '../../plugins/mermaid/index.ts';
import type { CheckResult } from '../checks/finding.ts';
import { rules } from '../checks/rules/index.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Wiki } from '../model/wiki.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import { git } from '../readers/git-command.ts';
import { findRevision, type RevisionProblem } from '../readers/revision-name.ts';
import { readWikiAt } from '../readers/revision.ts';
import { readTreeChanges } from '../readers/tree-changes.ts';
import { wikiDiff } from '../views/diff/wiki-diff.ts';
import type { ContentState } from './content-at.ts';
import type { Since } from './print.ts';

/** The tag before a commit: what was handed out last. */
async function tagBefore(repository: string, commit: string): Promise<string | undefined> {
  const { code, out } = await git(repository, 'describe', '--tags', '--abbrev=0', `${commit}^`);
  return code === 0 && out.trim() !== '' ? out.trim() : undefined;
}

/** What changed since another commit, both read on the same day; undefined where nothing names one, or it has no wiki. */
export async function changesSince({ place, revision, draft }: ContentState, wiki: Wiki, checked: CheckResult, named: string | undefined): Promise<Since | RevisionProblem | undefined> {
  const name = named ?? (await tagBefore(place.repository, revision.hash));
  if (name === undefined) return undefined;
  const from = await findRevision(place, name);
  if ('problem' in from) return named === undefined ? undefined : from;
  const read = await readWikiAt(place.repository, place.content, from.hash, { asOf: wiki.asOf, today: wiki.asOf });
  if (!read) return named === undefined ? undefined : { problem: 'unknown', name, shallow: true };
  const base = await readDiagrams(read, findDiagramError);
  const files = await readTreeChanges(place, from.hash, draft ? undefined : revision.hash);
  const diff = wikiDiff({ name, commit: from.hash, date: from.date, wiki: base, checked: runChecks(base, rules, wiki.site.language) }, { name: revision.name, commit: draft ? undefined : revision.hash, date: draft ? undefined : revision.date, wiki, checked }, files);
  return { name, commit: from.hash, date: from.date, diff };
}
