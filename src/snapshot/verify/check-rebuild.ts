import type { SnapshotManifest } from '../manifest.ts';
import { bad, good, open, type Fact } from './fact.ts';

/** What was made again, or why it could not be. */
export type Rebuilt = { readonly bytes: Uint8Array; readonly manifest: SnapshotManifest } | { readonly because: { readonly en: string; readonly fr: string } };

/** Versions that differ: `typst 0.7.0 → 0.8.0`. */
function versionChanges(before: SnapshotManifest, after: SnapshotManifest): string[] {
  const was: Readonly<Record<string, string>> = { vigie: before.vigie, ...before.engines };
  const is: Readonly<Record<string, string>> = { vigie: after.vigie, ...after.engines };
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]).map((name) => `${name} ${was[name] ?? '—'} → ${is[name] ?? '—'}`);
}

/** Holds a snapshot against the one that its commit and options give today. */
export function checkRebuild(bytes: Uint8Array, manifest: SnapshotManifest, rebuilt: Rebuilt): Fact {
  if ('because' in rebuilt) return bad('rebuild/impossible', `The snapshot cannot be made again: ${rebuilt.because.en}.`, `L’instantané ne peut pas être refait : ${rebuilt.because.fr}.`);
  if (Buffer.from(bytes).equals(rebuilt.bytes)) return good('rebuild/equal', 'Made again from its commit, the snapshot is the same file, byte for byte.', 'Refait à partir de son commit, l’instantané est le même fichier, octet pour octet.');
  const changes = versionChanges(manifest, rebuilt.manifest).join(', ');
  if (changes !== '') return open('rebuild/other-versions', `Made again, the snapshot differs, and other versions made it (${changes}): install those that its manifest names to compare.`, `Refait, l’instantané diffère, et d’autres versions l’ont fait (${changes}) : installer celles que son manifeste nomme pour comparer.`);
  const pages = rebuilt.manifest.body === manifest.body;
  return bad('rebuild/different', `Made again from its commit with the same versions, the snapshot is another file: ${pages ? 'the pages are the same, what is attached or said about them is not' : 'its pages are not those'}.`, `Refait à partir de son commit avec les mêmes versions, l’instantané est un autre fichier : ${pages ? 'les pages sont les mêmes, mais pas ce qui y est joint ou ce qu’il en dit' : 'ses pages ne sont pas celles-là'}.`);
}
