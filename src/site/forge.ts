import type { AnyRecord } from '../model/records.ts';
import type { SiteData } from './site-data.ts';

type Forge = 'github' | 'gitlab' | 'gitea' | 'bitbucket';

/** Addresses of a forge's pages, after the repository's. `create` is absent where a forge has no such page. */
const forges: Record<Forge, { edit: string; folder: string; history: string; permalink: string; line: string; commit: string; create?: string }> = {
  github: { edit: 'edit/{branch}/{file}', folder: 'tree/{branch}/{file}', history: 'commits/{branch}/{file}', permalink: 'blob/{hash}/{file}', line: '#L{line}', commit: 'commit/{hash}', create: 'new/{branch}/{folder}?filename={name}' },
  gitlab: { edit: '-/edit/{branch}/{file}', folder: '-/tree/{branch}/{file}', history: '-/commits/{branch}/{file}', permalink: '-/blob/{hash}/{file}', line: '#L{line}', commit: '-/commit/{hash}', create: '-/new/{branch}/{folder}?file_name={name}' },
  gitea: { edit: '_edit/{branch}/{file}', folder: 'src/branch/{branch}/{file}', history: 'commits/branch/{branch}/{file}', permalink: 'src/commit/{hash}/{file}', line: '#L{line}', commit: 'commit/{hash}', create: '_new/{branch}/{folder}?filename={name}' },
  bitbucket: { edit: 'src/{branch}/{file}?mode=edit', folder: 'src/{branch}/{file}', history: 'history-node/{branch}/{file}', permalink: 'src/{hash}/{file}', line: '#lines-{line}', commit: 'commits/{hash}' },
};

function forgeOf({ wiki: { site } }: SiteData): Forge {
  if (site.forge) return site.forge;
  const host = new URL(site.repository ?? 'https://github.com').hostname;
  return (['gitlab', 'gitea', 'bitbucket'] as const).find((name) => host.includes(name)) ?? 'github';
}

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Path of a file of content/ from the top of the repository. */
export const repositoryPath = ({ history }: SiteData, file = ''): string => `${history.prefix === '' ? 'content/' : history.prefix}${file}`;

function address(data: SiteData, pattern: string | undefined, slots: Readonly<Record<string, string | number>>): string | undefined {
  const { repository, branch } = data.wiki.site;
  if (repository === undefined || pattern === undefined) return undefined;
  const filled = pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(name === 'branch' ? encoded(branch) : (slots[name] ?? '')));
  return `${repository.replace(/\/$/, '')}/${filled}`;
}

/** Where a change to a file of content/ is proposed, at a line where one is given; undefined where the site names no repository. A forge whose editor knows no lines opens the file. */
export function editUrl(data: SiteData, file: string, line?: number): string | undefined {
  const forge = forges[forgeOf(data)];
  return address(data, `${forge.edit}${line === undefined ? '' : forge.line}`, { file: encoded(repositoryPath(data, file)), line: line ?? '' });
}

/** A folder of content/, or all of it, where its files are read and changed. */
export const folderUrl = (data: SiteData, folder: string): string | undefined => address(data, forges[forgeOf(data)].folder, { file: encoded(repositoryPath(data, folder).replace(/\/$/, '')) });

/** The line of a record that shares its file with others; undefined where it is the file itself. */
export const lineOf = (record: AnyRecord): number | undefined => ((record.value as object) === (record.document.value as object) ? undefined : record.placeOf('id').line);

export const historyUrl = (data: SiteData, file: string): string | undefined => address(data, forges[forgeOf(data)].history, { file: encoded(repositoryPath(data, file).replace(/\/$/, '')) });

/** A file as its last commit left it, at a line where one is given; undefined where no commit holds it. Where there is no history, as the branch has it. */
export function permalinkUrl(data: SiteData, file: string, line?: number): string | undefined {
  const forge = forges[forgeOf(data)];
  const { available, lastOf } = data.history;
  const hash = lastOf.get(file)?.hash ?? (available ? undefined : data.wiki.site.branch);
  return hash === undefined ? undefined : address(data, `${forge.permalink}${line === undefined ? '' : forge.line}`, { hash, file: encoded(repositoryPath(data, file)), line: line ?? '' });
}

export const commitUrl = (data: SiteData, hash: string): string | undefined => address(data, forges[forgeOf(data)].commit, { hash });

/** Where a new file of content/ is proposed, such as `createUrl(data, 'bienbon/runbooks', 'rb-s10.md')`. */
export const createUrl = (data: SiteData, folder: string, name: string): string | undefined =>
  address(data, forges[forgeOf(data)].create, { folder: encoded(repositoryPath(data, folder)), name: encodeURIComponent(name) });
