import type { WikiDocument } from '../model/records.ts';
import { editUrl, historyUrl, permalinkUrl, repositoryPath } from './forge.ts';
import type { ProvenanceProps } from './components/provenance.ts';
import { translator } from '../words/index.ts';
import { formatDate } from '../words/format.ts';
import type { SiteData } from './site-data.ts';

/** Where a page comes from: source, last change, links to the forge. Without a document, the wiki as a whole. */
export function provenanceOf(data: SiteData, document?: WikiDocument): ProvenanceProps {
  const { wiki, history } = data;
  const t = translator(wiki.site.language);
  const commit = document ? history.lastOf.get(document.file) : undefined;
  const shown = document ? commit : history.head;
  const date = (iso: string): string => formatDate(iso, wiki.site.language, 'short', wiki.site.time_zone);
  return {
    source: repositoryPath(data, document?.file),
    ...(shown ? { commit: shown.hash.slice(0, 7), commitDate: date(shown.date) } : {}),
    ...(!document && history.head ? { tree: history.head.tree.slice(0, 8) } : {}),
    rendered: date(wiki.asOf),
    ...(document?.value.reviewed === undefined ? {} : { reviewed: date(document.value.reviewed) }),
    ...(history.shallow ? { note: t('provenance.shallow') } : {}),
    ...(document ? { edit: editUrl(data, document.file), history: historyUrl(data, document.file), permalink: permalinkUrl(data, document.file, { hash: shown?.hash }) } : {}),
  };
}
