import { authorsOf } from '../model/history.ts';
import type { WikiDocument } from '../model/records.ts';
import { editUrl, folderUrl, historyUrl, permalinkUrl, repositoryPath } from './forge.ts';
import type { ProvenanceProps } from './components/provenance.ts';
import { translator } from '../words/index.ts';
import { formatDate } from '../words/format.ts';
import type { SiteData } from './site-data.ts';

/** Names that stand in a page's foot; the others are counted. */
const NAMES = 3;

/** Authors of a document, the latest first. */
function authorsShown(data: SiteData, file: string): string | undefined {
  const names = authorsOf(data.history, file);
  if (names.length === 0) return undefined;
  const others = names.length - NAMES;
  return `${names.slice(0, others === 1 ? names.length : NAMES).join(', ')}${others > 1 ? ` + ${others}` : ''}`;
}

/** Where a page comes from: source, last change and authors, links to the forge, at a line of the source where one is given. Without a document, the folder that the page is made of, which changes with its own commits and no other, or the wiki as a whole. */
export function provenanceOf(data: SiteData, document?: WikiDocument, line?: number, folder = ''): ProvenanceProps {
  const { wiki, history } = data;
  const t = translator(wiki.site.language);
  const from = folder === '' ? undefined : history.folders.get(folder);
  const shown = document ? history.lastOf.get(document.file) : folder === '' ? history.head : from?.commit;
  const tree = document ? undefined : folder === '' ? history.head?.tree : from?.tree;
  const date = (iso: string): string => formatDate(iso, wiki.site.language, 'short', wiki.site.time_zone);
  return {
    source: repositoryPath(data, document?.file ?? (folder === '' ? '' : `${folder}/`)),
    ...(shown ? { commit: shown.hash.slice(0, 7), commitDate: date(shown.date) } : {}),
    ...(tree === undefined ? {} : { tree: tree.slice(0, 8) }),
    rendered: date(wiki.asOf),
    ...(document?.value.reviewed === undefined ? {} : { reviewed: date(document.value.reviewed) }),
    ...(wiki.site.audience === 'public' ? { note: t('data.public') } : history.shallow ? { note: t('provenance.shallow') } : {}),
    ...(document ? { authors: authorsShown(data, document.file), edit: editUrl(data, document.file, line), history: historyUrl(data, document.file), permalink: permalinkUrl(data, document.file, line) } : { files: folderUrl(data, folder), history: historyUrl(data, folder) }),
  };
}
