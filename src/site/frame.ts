import type { WikiDocument } from '../model/records.ts';
import type { ProvenanceProps } from './components/provenance.ts';
import { translator } from './i18n/index.ts';
import { formatDate } from './i18n/format.ts';
import type { SiteData } from './site-data.ts';

type Forge = 'github' | 'gitlab' | 'gitea' | 'bitbucket';

/** Paths of a forge's pages for a file, after the repository's address. */
const forges: Record<Forge, { edit: string; history: string; permalink: string }> = {
  github: { edit: 'edit/{branch}/{file}', history: 'commits/{branch}/{file}', permalink: 'blob/{hash}/{file}' },
  gitlab: { edit: '-/edit/{branch}/{file}', history: '-/commits/{branch}/{file}', permalink: '-/blob/{hash}/{file}' },
  gitea: { edit: '_edit/{branch}/{file}', history: 'commits/branch/{branch}/{file}', permalink: 'src/commit/{hash}/{file}' },
  bitbucket: { edit: 'src/{branch}/{file}?mode=edit', history: 'history-node/{branch}/{file}', permalink: 'src/{hash}/{file}' },
};

function forgeOf(repository: string): Forge {
  const host = new URL(repository).hostname;
  return (['gitlab', 'gitea', 'bitbucket'] as const).find((name) => host.includes(name)) ?? 'github';
}

/** Where a page comes from: source, last change, links to the forge. Without a document, the wiki as a whole. */
export function provenanceOf({ wiki, history }: SiteData, document?: WikiDocument): ProvenanceProps {
  const t = translator(wiki.site.language);
  const commit = document ? history.lastOf.get(document.file) : undefined;
  const shown = document ? commit : history.head;
  const date = (iso: string): string => formatDate(iso, wiki.site.language, 'short', wiki.site.time_zone);
  const file = `${history.prefix === '' ? 'content/' : history.prefix}${document?.file ?? ''}`;
  const { repository, branch } = wiki.site;
  const address = (pattern: string): string | undefined =>
    repository === undefined || document === undefined
      ? undefined
      : `${repository.replace(/\/$/, '')}/${pattern.replace('{branch}', branch).replace('{hash}', shown?.hash ?? branch).replace('{file}', file.split('/').map(encodeURIComponent).join('/'))}`;
  const forge = repository === undefined ? undefined : forges[wiki.site.forge ?? forgeOf(repository)];
  return {
    source: file,
    ...(shown ? { commit: shown.hash.slice(0, 7), commitDate: date(shown.date) } : {}),
    ...(!document && history.head ? { tree: history.head.tree.slice(0, 8) } : {}),
    rendered: date(wiki.asOf),
    ...(document?.value.reviewed === undefined ? {} : { reviewed: date(document.value.reviewed) }),
    ...(history.shallow ? { note: t('provenance.shallow') } : {}),
    ...(forge ? { edit: address(forge.edit), history: address(forge.history), permalink: address(forge.permalink) } : {}),
  } as ProvenanceProps;
}
