import type { Attachment } from '../../plugins/pdf/attach.ts';
import type { WikiDocument } from '../model/records.ts';
import type { Wiki } from '../model/wiki.ts';
import { kindsIn, recordsCsv } from '../views/records-csv.ts';
import { recordsJson } from '../views/records-json.ts';
import type { Translate } from '../words/index.ts';
import type { ContentState } from './content-at.ts';

const SOURCES = 'sources/';
const SITE = 'site.yml';

/** Path in content/ of a source, by the name of its attachment. */
export const sourceFile = (name: string): string | undefined => (name.startsWith(SOURCES) ? name.slice(SOURCES.length) : undefined);

/** What is attached: every source as its commit holds it, and the records as data. */
export function attachmentsOf(wiki: Wiki, documents: readonly WikiDocument[], { files, bytesOf }: Pick<ContentState, 'files' | 'bytesOf'>, t: Translate): Attachment[] {
  const printed = new Set([SITE, ...documents.map(({ file }) => file)]);
  const sources = files.filter((file) => printed.has(file)).flatMap((file): Attachment[] => {
    const bytes = bytesOf(file);
    return bytes ? [{ name: `${SOURCES}${file}`, bytes, mimeType: file === SITE ? 'application/yaml' : 'text/markdown', relationship: 'Source', description: t('snap.attached.source', { file }) }] : [];
  });
  const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');
  return [
    ...sources,
    { name: 'records.json', bytes: text(`${JSON.stringify(recordsJson(wiki), null, 2)}\n`), mimeType: 'application/json', relationship: 'Data', description: t('snap.attached.records') },
    ...kindsIn(wiki).map((kind): Attachment => ({ name: `csv/${kind}.csv`, bytes: text(`\uFEFF${recordsCsv(wiki, kind)}`), mimeType: 'text/csv', relationship: 'Data', description: t('snap.attached.csv', { kind: t(`one.${kind}`) }) })),
  ];
}
