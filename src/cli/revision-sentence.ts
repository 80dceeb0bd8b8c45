import type { RevisionProblem } from '../readers/revision-name.ts';

const FETCH = 'fetch the history first (git fetch --unshallow, or fetch-depth: 0 in a workflow)';

/** Why a revision cannot be had, in one sentence that says what to do. */
export function sayRevisionProblem(found: RevisionProblem, folder: string): string {
  switch (found.problem) {
    case 'no-git':
      return 'git is not installed, and revisions are read with it; install it';
    case 'no-repository':
      return `${folder} is not in a Git repository, so there is nothing to compare with; run git init and commit, or name another folder with --content`;
    case 'refused':
      return `Git does not open the repository of ${folder}, most often because it belongs to another account; run git config --global --add safe.directory ${found.folder}`;
    case 'no-commit':
      return `the repository of ${folder} has no commit yet, so there is nothing to compare with; commit once first`;
    case 'unknown':
      if (found.shallow) return `this clone is shallow and does not hold ${found.name}; ${FETCH}`;
      return `there is no revision ${found.name === '' ? '“”' : found.name} in this repository; ${found.nearest === undefined ? 'git fetch brings what the server has' : `did you mean ${found.nearest}?`}`;
    case 'unrelated':
      if (found.shallow) return `this clone is shallow and does not hold the commit where ${found.other} left ${found.name}; ${FETCH}`;
      return `${found.other} and ${found.name} have no commit in common; name a branch that the change comes from`;
  }
}
