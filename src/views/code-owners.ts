import type { WikiDocument } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';

/** Who a forge asks to approve a change to a path; the last entry that fits a file counts. */
export interface CodeOwner {
  /** From the top of the repository, with slashes; a folder ends with one. */
  readonly path: string;
  readonly accounts: readonly string[];
}

/** An owner whom site.yml gives no account, and what it owns. */
export interface OwnerWithoutAccount {
  readonly owner: string;
  readonly system: string;
  readonly files: readonly string[];
}

export interface CodeOwners {
  readonly entries: readonly CodeOwner[];
  readonly missing: readonly OwnerWithoutAccount[];
}

/** The key of `owners` for whatever has no owner of its own. */
const ANYBODY = '*';

/** Owners of documents as accounts of the forge: the wiki, then each system, then the documents that somebody else owns. `prefix` is the path of content/ in the repository, with a final slash. */
export function codeOwners({ site, folders }: Wiki, prefix: string): CodeOwners {
  const accountsOf = (owner: string, system: string): readonly string[] | undefined => {
    const found = site.owners[`${system}/${owner}`] ?? site.owners[owner];
    return typeof found === 'string' ? [found] : found;
  };
  const entries: CodeOwner[] = [];
  const missing = new Map<string, { owner: string; system: string; files: string[] }>();
  const anybody = accountsOf(ANYBODY, '');
  if (anybody) entries.push({ path: prefix, accounts: anybody });
  for (const { id, record, documents } of folders) {
    const ofSystem = record?.value.owner === undefined ? undefined : accountsOf(record.value.owner, id);
    const usual = ofSystem ?? anybody;
    if (ofSystem) entries.push({ path: `${prefix}${id}/`, accounts: ofSystem });
    for (const { file, value } of [...documents].sort((a: WikiDocument, b: WikiDocument) => (a.file < b.file ? -1 : 1))) {
      if (value.owner === undefined) continue;
      const accounts = accountsOf(value.owner, id);
      if (!accounts) {
        const key = `${id}/${value.owner}`;
        const known = missing.get(key) ?? { owner: value.owner, system: id, files: [] };
        known.files.push(file);
        missing.set(key, known);
      } else if (accounts.join() !== usual?.join()) entries.push({ path: `${prefix}${file}`, accounts });
    }
  }
  return { entries, missing: [...missing.values()] };
}
