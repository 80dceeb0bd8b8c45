import type { AnyRecord, WikiDocument } from '../model/records.ts';
import { aliasSlug } from '../model/slug.ts';
import type { Wiki } from '../model/wiki.ts';
import { isAliasPage, takenNames } from '../views/alias-path.ts';
import { documentPath, recordPath } from './routes.ts';

export { aliasSlug, isAliasPage, takenNames };

/** Another name, and the pages that it stands for. */
export interface AliasPage {
  readonly system: string;
  /** Last part of the address. */
  readonly slug: string;
  /** As its authors wrote it. */
  readonly alias: string;
  readonly targets: readonly { readonly path: string; readonly title: string; readonly id?: string | undefined; readonly kind?: AnyRecord['kind'] | undefined }[];
}

const aliasesOf = (value: object): readonly string[] => ('aliases' in value ? (value.aliases as readonly string[]) : []);

/** Every alias of records and documents, by its address; one that leads to several pages keeps them all. */
export function aliasPages(wiki: Wiki): AliasPage[] {
  const found = new Map<string, AliasPage>();
  const add = (system: string, alias: string, target: AliasPage['targets'][number]): void => {
    const slug = aliasSlug(alias);
    if (slug === '' || takenNames.has(slug)) return;
    const key = `${system}/${slug}`;
    const page = found.get(key) ?? { system, slug, alias, targets: [] };
    if (!page.targets.some(({ path }) => path === target.path)) found.set(key, { ...page, targets: [...page.targets, target] });
  };
  const whole = new Set<WikiDocument>();
  for (const record of wiki.records.values()) {
    if ((record.value as object) === (record.document.value as object)) whole.add(record.document);
    for (const alias of aliasesOf(record.value)) add(record.system, alias, { path: recordPath(record), title: record.title, id: record.kind === 'page' ? undefined : record.id, kind: record.kind });
  }
  for (const document of wiki.documents) {
    if (whole.has(document)) continue;
    for (const alias of document.value.aliases) add(document.system, alias, { path: documentPath(document), title: document.title });
  }
  return [...found.values()];
}
