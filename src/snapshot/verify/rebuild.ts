import { join } from 'node:path';
import { git } from '../../readers/git-command.ts';
import { contentPlace } from '../../readers/revision-name.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import type { SnapshotManifest } from '../manifest.ts';
import { PART_KINDS, type SnapshotOptions, type SnapshotPart } from '../options.ts';
import type { Rebuilt } from './check-rebuild.ts';
import { readSnapshot } from './read-snapshot.ts';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A manifest names what is printed alone by its kind: `register: 'shop/risks'`. */
function partOf(options: SnapshotManifest['options']): SnapshotPart | undefined {
  const [found] = PART_KINDS.flatMap((kind) => (typeof options[kind] === 'string' ? [{ kind, name: options[kind] }] : []));
  return found;
}

/** The options that a manifest keeps, for the repository at hand. */
const optionsOf = ({ options, commit }: SnapshotManifest, root: string): SnapshotOptions => ({
  root,
  revision: commit,
  systems: Array.isArray(options['systems']) ? options['systems'].filter((system): system is string => typeof system === 'string') : [],
  part: partOf(options),
  // None was listed: a tag that was put on an earlier commit since then does not change what this one is made from.
  since: textOf(options['since']) ?? null,
  audience: options['audience'] === 'public' ? 'public' : 'internal',
  asOf: textOf(options['as_of']),
});

/** Makes a snapshot again from the commit and the options that its manifest names. */
export async function rebuildSnapshot(manifest: SnapshotManifest, folder: string): Promise<Rebuilt> {
  if (manifest.draft) return { because: { en: 'it is a draft, and no commit holds what it was made of', fr: 'c’est un brouillon, et aucun commit ne contient ce dont il a été fait' } };
  const place = await contentPlace(folder);
  if ('problem' in place) return { because: { en: 'there is no Git repository here', fr: 'il n’y a pas de dépôt Git ici' } };
  const { out } = await git(place.repository, 'rev-parse', '--show-toplevel');
  const made = await makeSnapshot(optionsOf(manifest, join(out.replace(/\n$/, ''), manifest.content)));
  if ('problem' in made) return { because: { en: `its commit cannot be printed here (${made.problem})`, fr: `son commit ne peut pas être imprimé ici (${made.problem})` } };
  const read = await readSnapshot(made.bytes);
  return 'verdict' in read ? { because: read.text } : { bytes: made.bytes, manifest: read.manifest };
}
