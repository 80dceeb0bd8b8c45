import type { Attachment } from '../../plugins/pdf/attach.ts';
import type { WikiDocument } from '../model/records.ts';
import { buildWiki, type Wiki } from '../model/wiki.ts';
import { tableCsv } from '../views/records-csv.ts';
import { recordsJson } from '../views/records-json.ts';
import { tablesOf } from '../views/records-table.ts';
import type { Translate } from '../words/index.ts';
import type { ContentState } from './content-at.ts';
import type { Selection } from './selection.ts';

const SOURCES = 'sources/';
const SITE = 'site.yml';
/** Tells spreadsheets that a file is UTF-8. */
const MARK = '\uFEFF';

/** Path in content/ of a source, by the name of its attachment. */
export const sourceFile = (name: string): string | undefined => (name.startsWith(SOURCES) ? name.slice(SOURCES.length) : undefined);

/** The wiki as if it held only what is printed: one system's file says nothing of another's records. */
function only(wiki: Wiki, documents: readonly WikiDocument[]): Wiki {
  if (documents.length === wiki.documents.length) return wiki;
  const kept = new Set(documents.map(({ file }) => file));
  const { site, asOf, unreadable, textOf } = wiki;
  return buildWiki({ site, asOf, unreadable, documents: wiki.documents.filter(({ file }) => kept.has(file)), problems: [], files: new Set(), textOf: (file) => (kept.has(file) ? textOf(file) : undefined) });
}

/** What is attached: the records as data, and every source as its commit holds it. Sources say more than an edition for the public may. */
export function attachmentsOf({ wiki, documents, audience }: Selection, { files, bytesOf }: Pick<ContentState, 'files' | 'bytesOf'>, t: Translate): Attachment[] {
  const printed = new Set(audience === 'public' ? [] : [SITE, ...documents.map(({ file }) => file)]);
  const sources = files.filter((file) => printed.has(file)).flatMap((file): Attachment[] => {
    const bytes = bytesOf(file);
    return bytes ? [{ name: `${SOURCES}${file}`, bytes, mimeType: file === SITE ? 'application/yaml' : 'text/markdown', relationship: 'Source', description: t('snap.attached.source', { file }) }] : [];
  });
  const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');
  const told = only(wiki, documents);
  return [
    ...sources,
    { name: 'records.json', bytes: text(`${JSON.stringify(recordsJson(told), null, 2)}\n`), mimeType: 'application/json', relationship: 'Data', description: t('snap.attached.records') },
    ...tablesOf(told).map((table): Attachment => ({ name: `csv/${table.kind}.csv`, bytes: text(`${MARK}${tableCsv(table)}`), mimeType: 'text/csv', relationship: 'Data', description: t('snap.attached.csv', { kind: table.kind }) })),
  ];
}
