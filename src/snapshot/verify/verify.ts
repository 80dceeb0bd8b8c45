import { MANIFEST_NAME, sha256Of, type SnapshotManifest } from '../manifest.ts';
import { checkInside } from './check-inside.ts';
import { checkRebuild, type Rebuilt } from './check-rebuild.ts';
import { checkRepository } from './check-repository.ts';
import { checkSidecar } from './check-sidecar.ts';
import { checkSignature } from './check-signature.ts';
import { open, short, type Fact } from './fact.ts';
import { readSnapshot } from './read-snapshot.ts';

export interface VerifyRequest {
  readonly bytes: Uint8Array;
  /** Name of the file, without folders. */
  readonly name: string;
  /** Text of the `.sha256` beside it. */
  readonly sidecar?: string | undefined;
  /** A folder of the repository to look in. */
  readonly folder: string;
  /** Makes the snapshot again; absent where nobody asks for it. */
  readonly rebuild?: ((manifest: SnapshotManifest) => Promise<Rebuilt>) | undefined;
  /** Paths for ssh-keygen. */
  readonly signature?: string | undefined;
  readonly allowedSigners?: string | undefined;
}

export interface Verification {
  readonly sha256: string;
  /** No fact is bad. */
  readonly intact: boolean;
  readonly facts: readonly Fact[];
  readonly manifest?: SnapshotManifest | undefined;
}

/** What somebody who rewrites all of a file cannot rewrite with it. That its sources are those of the commit says nothing of its pages. */
const OUTSIDE: ReadonlySet<string> = new Set(['sidecar/equal', 'signature/good', 'rebuild/equal']);

const NOTHING_OUTSIDE = open(
  'proof/none',
  `Nothing outside the file confirms its pages: whoever changes them could write another ${MANIFEST_NAME} as well. Compare its SHA-256 with the published one, check its signature, or make it again from its commit (--rebuild).`,
  `Rien hors du fichier ne confirme ses pages : qui les modifie pourrait aussi réécrire ${MANIFEST_NAME}. Comparer son SHA-256 à celui qui a été publié, vérifier sa signature, ou le refaire à partir de son commit (--rebuild).`,
);

const named = ({ commit, tree, date, as_of: asOf, draft }: SnapshotManifest): Fact =>
  draft
    ? open('commit/draft', `It is a draft: it was made of files that no commit held, beside commit ${commit} of ${date}. It proves nothing about that commit.`, `C’est un brouillon : il a été fait de fichiers qu’aucun commit ne contenait, à côté du commit ${commit} du ${date}. Il ne prouve rien de ce commit.`)
    : open('commit/named', `It names commit ${commit} of ${date} (tree ${short(tree)}), read as of ${asOf}.`, `Il nomme le commit ${commit} du ${date} (arbre ${short(tree)}), lu à la date du ${asOf}.`);

/** Looks at everything that can be looked at, and says it fact by fact. */
export async function verifySnapshot(request: VerifyRequest): Promise<Verification> {
  const { bytes, name, sidecar, folder, rebuild, signature, allowedSigners } = request;
  const snapshot = await readSnapshot(bytes);
  const facts: Fact[] = [];
  if ('verdict' in snapshot) facts.push(snapshot);
  else facts.push(named(snapshot.manifest), ...checkInside(snapshot));
  facts.push(checkSidecar(bytes, name, sidecar));
  if (signature !== undefined) facts.push(await checkSignature(bytes, signature, allowedSigners));
  if (!('verdict' in snapshot)) {
    facts.push(...(await checkRepository(snapshot, folder)));
    if (rebuild) facts.push(checkRebuild(bytes, snapshot.manifest, await rebuild(snapshot.manifest)));
  }
  const intact = facts.every(({ verdict }) => verdict !== 'bad');
  if (intact && !facts.some(({ id }) => OUTSIDE.has(id))) facts.push(NOTHING_OUTSIDE);
  return { sha256: sha256Of(bytes), intact, facts, manifest: 'verdict' in snapshot ? undefined : snapshot.manifest };
}
