import { exportFiles, type ExportedFiles, type ExportFormat, type ExportInput } from './exports.ts';
import { recordsSchema } from './records-schema.ts';

/** A file that stands beside the pages, under /data/. */
export interface PublishedFile {
  /** Below /data/. */
  readonly path: string;
  readonly format: ExportFormat | 'schema';
  /** Bytes. */
  readonly size: number;
}

/** A file with what it holds. */
export interface MadeFile extends PublishedFile {
  readonly bytes: Uint8Array;
}

/** Makes one archive of files, all below one folder. */
export type Archive = (files: ExportedFiles, folder: string) => Uint8Array;

/** Every file that is published beside the pages, one at a time: the same bytes as `vigie export -o`. */
export async function* publishedFiles(input: ExportInput, archive: Archive): AsyncGenerator<MadeFile> {
  const made = (path: string, format: MadeFile['format'], bytes: Uint8Array): MadeFile => ({ path, format, size: bytes.length, bytes });
  const exported = async (format: ExportFormat, folder = ''): Promise<MadeFile[]> => [...(await exportFiles(format, input))].map(([name, bytes]) => made(`${folder}${name}`, format, bytes));
  yield* await exported('json');
  yield made('records.schema.json', 'schema', new TextEncoder().encode(`${JSON.stringify(recordsSchema(), null, 1)}\n`));
  for (const format of ['xlsx', 'csv', 'ics'] as const) yield* await exported(format);
  yield* await exported('oscal', 'oscal/');
  yield made('markdown.zip', 'markdown', archive(await exportFiles('markdown', input), 'content'));
}
