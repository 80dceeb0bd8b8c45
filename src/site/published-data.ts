import { strToU8 } from 'fflate';
import { zip } from '../../plugins/portable/index.ts';
import { readAttachment } from '../readers/attachment.ts';
import { exportFiles, type ExportFormat } from '../views/exports.ts';
import { recordsSchema } from '../views/records-schema.ts';
import { translator } from '../words/index.ts';
import { href } from './href.ts';
import { contentRoot, type SiteData } from './site-data.ts';

/** A file that stands beside the pages, under /data/. */
export interface PublishedFile {
  /** Below /data/. */
  readonly path: string;
  readonly format: ExportFormat | 'schema';
  readonly bytes: Uint8Array;
}

const made = new WeakMap<SiteData, Promise<readonly PublishedFile[]>>();

async function makeAll(data: SiteData, site: URL | undefined): Promise<readonly PublishedFile[]> {
  const { wiki, history } = data;
  const root = contentRoot();
  const input = { wiki, history, say: translator(wiki.site.language), address: (path: string) => (site ? new URL(href(path), site).href : undefined), attachment: (file: string) => readAttachment(root, file) };
  const files = async (format: ExportFormat): Promise<PublishedFile[]> => [...(await exportFiles(format, input))].map(([name, bytes]) => ({ path: name, format, bytes }));
  const markdown = zip(await exportFiles('markdown', input), 'content');
  return [
    ...(await files('json')),
    { path: 'records.schema.json', format: 'schema', bytes: strToU8(`${JSON.stringify(recordsSchema(), null, 1)}\n`) },
    ...(await files('xlsx')),
    ...(await files('csv')),
    ...(await files('ics')),
    ...(await files('oscal')).map(({ path, ...file }) => ({ ...file, path: `oscal/${path}` })),
    { path: 'markdown.zip', format: 'markdown', bytes: markdown },
  ];
}

/** Every file that is published beside the pages, made once a reading of the wiki: the same bytes as `vigie export -o`. */
export function publishedData(data: SiteData, site: URL | undefined): Promise<readonly PublishedFile[]> {
  let files = made.get(data);
  if (!files) made.set(data, (files = makeAll(data, site)));
  return files;
}
