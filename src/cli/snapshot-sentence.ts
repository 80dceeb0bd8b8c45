import type { SnapshotProblem } from '../snapshot/make-snapshot.ts';
import type { Signing } from '../snapshot/sign.ts';
import { sayRevisionProblem } from './revision-sentence.ts';

const FETCH = 'fetch the history first (git fetch --unshallow, or fetch-depth: 0 in a workflow)';

/** Why a snapshot cannot be made, in one sentence that says what to do. */
export function saySnapshotProblem(found: SnapshotProblem, folder: string): string {
  switch (found.problem) {
    case 'dirty':
      return `${found.file}${found.count > 1 ? ` and ${found.count - 1} more` : ''} changed since the commit, and a snapshot stands for a commit; commit, or pass --draft to mark every page`;
    case 'no-git':
      return 'git is not installed, and a snapshot stands for a commit; install it';
    case 'no-repository':
      return `${folder} is not in a Git repository, and a snapshot stands for a commit; run git init and commit, or name another folder with --content`;
    case 'no-commit':
      return `the repository of ${folder} has no commit yet, and a snapshot stands for a commit; commit once first`;
    case 'no-content':
      return `there is no wiki in ${folder} at that commit; name its folder with --content`;
    case 'unreadable':
      return `the commit cannot be read from this clone; ${FETCH}`;
    case 'unknown-system':
      return `there is no system ${found.name}; ${found.nearest === undefined ? `the wiki has ${found.known.join(', ')}` : `did you mean ${found.nearest}?`}`;
    case 'unknown-part': {
      const what = found.kind === 'incidents' ? 'system with severities or roles' : found.kind === 'risks' ? 'system with a register' : found.kind;
      return `there is no ${what} ${found.name}; ${found.known.length === 0 ? 'those systems have none' : `there is ${found.known.join(', ')}`}`;
    }
    case 'nothing':
      return found.audience === 'public' ? 'no document is public, so there is nothing to print for the public; write classification: public in those that are, their system’s first' : `there is nothing to print in ${folder}; write a document first, or name another folder with --content`;
    case 'typesetter':
      return `the pages could not be set: ${found.errors.map(({ message }) => message).join('; ')}; this is a mistake of Vigie, and vigie check may name the document it stumbles on`;
    default:
      return sayRevisionProblem(found, folder);
  }
}

/** Why a snapshot cannot be signed with a key, and what to do. */
export function saySigningProblem({ problem, why }: Extract<Signing, { problem: string }>, key: string): string {
  switch (problem) {
    case 'no-tool':
      return '--sign needs ssh-keygen, which is not installed; install OpenSSH, or leave --sign out and sign the file elsewhere';
    case 'readable':
      return `others may read the key ${key}, so ssh-keygen refuses it; run chmod 600 ${key}`;
    case 'passphrase':
      return `the key ${key} needs a passphrase, and nobody is asked for one here; load the key into the agent first: ssh-add ${key}`;
    case 'no-key':
      return `${key} is no SSH key that can sign; name a private key, or the .pub of one that the agent holds`;
    case 'failed':
      return `ssh-keygen could not sign with ${key}${why === '' ? '' : ` (${why})`}; nothing was written`;
  }
}
