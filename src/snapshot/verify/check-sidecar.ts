import { sha256Of } from '../manifest.ts';
import { bad, good, open, short, type Fact } from './fact.ts';

/** The sum that `sha256sum` wrote for a file of this name, or for the only file it names. */
function sumOf(text: string, name: string): string | undefined {
  const lines = text.split('\n').flatMap((line) => {
    const [, sum, file] = /^\s*([0-9a-f]{64})(?:\s+\*?(.+?))?\s*$/i.exec(line) ?? [];
    return sum === undefined ? [] : [{ sum: sum.toLowerCase(), file }];
  });
  return (lines.find(({ file }) => file === name) ?? (lines.length === 1 ? lines[0] : undefined))?.sum;
}

/** Holds a file against the sum that was published beside it; `sidecar` is undefined where there is none. */
export function checkSidecar(bytes: Uint8Array, name: string, sidecar: string | undefined): Fact {
  const sum = sha256Of(bytes);
  if (sidecar === undefined) return open('sidecar/none', `There is no ${name}.sha256 beside it. Its SHA-256 is ${sum}: compare it with the published one.`, `Il n’y a pas de ${name}.sha256 à côté. Son SHA-256 est ${sum} : le comparer à celui qui a été publié.`);
  const published = sumOf(sidecar, name);
  if (published === undefined) return bad('sidecar/unreadable', `${name}.sha256 holds no SHA-256 of this file.`, `${name}.sha256 ne contient pas de SHA-256 de ce fichier.`);
  if (published === sum) return good('sidecar/equal', `The file is the one that was published: ${name}.sha256 says ${short(sum)}… as well.`, `Le fichier est celui qui a été publié : ${name}.sha256 dit aussi ${short(sum)}….`);
  return bad('sidecar/different', `The file is not the one that was published: its SHA-256 is ${short(sum)}… and ${name}.sha256 says ${short(published)}….`, `Le fichier n’est pas celui qui a été publié : son SHA-256 est ${short(sum)}… et ${name}.sha256 dit ${short(published)}….`);
}
