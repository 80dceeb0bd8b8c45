import { git } from '../../readers/git-command.ts';
import { contentPlace, findRevision } from '../../readers/revision-name.ts';
import { isDocument, isLeftOut } from '../../readers/walk.ts';
import { blobOf, type SnapshotManifest } from '../manifest.ts';
import { bad, good, open, short, type Fact } from './fact.ts';
import type { ReadSnapshot } from './read-snapshot.ts';

const NO_REPOSITORY = open('commit/no-repository', 'There is no Git repository here: the commit was not looked for. Run this in a clone to compare with it.', 'Il n’y a pas de dépôt Git ici : le commit n’a pas été cherché. Lancer la commande dans un clone pour comparer.');

/** Files of the wiki at a commit: name of the text by path from the top of the repository. */
async function filesAt(repository: string, { commit, content }: SnapshotManifest): Promise<ReadonlyMap<string, string>> {
  const { out } = await git(repository, 'ls-tree', '-r', '-z', '--full-tree', commit, ...(content === '' ? [] : ['--', `${content}/`]));
  return new Map(out.split('\0').flatMap((line): [string, string][] => {
    const [, id, path] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return id === undefined || path === undefined ? [] : [[path, id]];
  }));
}

/** Attached sources against the texts of the commit. */
async function sourceFacts(repository: string, { manifest, attachments }: ReadSnapshot): Promise<Fact[]> {
  const files = await filesAt(repository, manifest);
  const bytesOf = new Map(attachments.map(({ name, bytes }) => [name, bytes]));
  const facts: Fact[] = [];
  const attached = new Set<string>();
  for (const { name, path } of manifest.attachments) {
    if (path === undefined) continue;
    attached.add(path);
    const bytes = bytesOf.get(name);
    const id = files.get(path);
    if (id === undefined) facts.push(bad('source/stranger', `The source ${name} is not in the commit: it has no ${path}.`, `La source ${name} n’est pas dans le commit : il n’a pas de ${path}.`));
    else if (bytes && blobOf(bytes, manifest.commit) !== id) facts.push(bad('source/different', `The source ${name} is not what the commit holds in ${path}.`, `La source ${name} n’est pas ce que le commit contient dans ${path}.`));
  }
  if (attached.size === 0) return [open('sources/none', 'It carries no sources, so nothing of it can be compared with the texts of the commit.', 'Il ne porte pas de sources : rien de lui ne peut être comparé aux textes du commit.')];
  if (facts.length === 0) facts.push(good('sources/equal', `The ${attached.size} attached sources are those of the commit, byte for byte.`, `Les ${attached.size} sources jointes sont celles du commit, octet pour octet.`));
  const left = [...files.keys()].filter((path) => isDocument(path) && !attached.has(path) && !path.slice(manifest.content.length).split('/').some(isLeftOut));
  if (left.length > 0) facts.push(open('sources/left-out', `The commit holds ${left.length} more documents, which the snapshot leaves out (${left.slice(0, 3).join(', ')}${left.length > 3 ? '…' : ''}).`, `Le commit contient ${left.length} autres documents, que l’instantané laisse de côté (${left.slice(0, 3).join(', ')}${left.length > 3 ? '…' : ''}).`));
  return facts;
}

/** Looks for a snapshot's commit in the repository of a folder, and compares its tree and texts. */
export async function checkRepository(snapshot: ReadSnapshot, folder: string): Promise<Fact[]> {
  const { manifest } = snapshot;
  const { commit, tree } = manifest;
  const place = await contentPlace(folder);
  if ('problem' in place) return [NO_REPOSITORY];
  const revision = await findRevision(place, commit);
  if ('problem' in revision) {
    if (place.shallow) return [open('commit/shallow', `This clone is shallow and does not hold commit ${short(commit)}: run git fetch --unshallow, then verify again.`, `Ce clone est superficiel et ne contient pas le commit ${short(commit)} : lancer git fetch --unshallow, puis vérifier à nouveau.`)];
    return [bad('commit/unknown', `Commit ${short(commit)} is not in this repository: it is another one, its history was rewritten, or git fetch has to bring it.`, `Le commit ${short(commit)} n’est pas dans ce dépôt : c’en est un autre, son historique a été réécrit, ou git fetch doit l’apporter.`)];
  }
  const { out } = await git(place.repository, 'rev-parse', `${commit}^{tree}`);
  const facts = [
    out.trim() === tree
      ? good('commit/found', `Commit ${short(commit)} is in this repository and its tree is ${short(tree)}, as the snapshot says.`, `Le commit ${short(commit)} est dans ce dépôt et son arbre est ${short(tree)}, comme l’instantané le dit.`)
      : bad('tree/different', `Commit ${short(commit)} is in this repository, and its tree is ${short(out.trim())}, not ${short(tree)} as the snapshot says.`, `Le commit ${short(commit)} est dans ce dépôt, et son arbre est ${short(out.trim())}, pas ${short(tree)} comme l’instantané le dit.`),
  ];
  if (new Date(revision.date).getTime() !== new Date(manifest.date).getTime()) facts.push(bad('date/different', `The snapshot is dated ${manifest.date} and the commit ${revision.date}.`, `L’instantané est daté du ${manifest.date} et le commit du ${revision.date}.`));
  // A draft holds what no commit does.
  return manifest.draft ? facts : [...facts, ...(await sourceFacts(place.repository, snapshot))];
}
