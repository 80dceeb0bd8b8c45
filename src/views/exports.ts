import { strToU8 } from 'fflate';
import type { History } from '../model/history.ts';
import type { Wiki } from '../model/wiki.ts';
import { calendarIcs, type CalendarOptions } from './calendar-ics.ts';
import { filesBeside, markdownFiles } from './export-markdown.ts';
import { oscalPoam, systemsWithPlan } from './oscal.ts';
import { tableCsv } from './records-csv.ts';
import { recordsJson } from './records-json.ts';
import { tablesOf } from './records-table.ts';
import { workbook } from './workbook.ts';

export const exportFormats = ['json', 'csv', 'xlsx', 'ics', 'oscal', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the files are made from: the wiki of an audience and what goes with it. */
export interface ExportInput extends CalendarOptions {
  readonly wiki: Wiki;
  readonly history: History;
  /** The bytes of a file of content/ that is no document. */
  readonly attachment: (file: string) => Uint8Array | undefined;
}

/** Files by name. */
export type ExportedFiles = ReadonlyMap<string, Uint8Array>;

/** Tells spreadsheets that a file is UTF-8. */
const MARK = '\uFEFF';

const texts = (entries: Iterable<readonly [string, string]>): ExportedFiles => new Map([...entries].map(([name, text]) => [name, strToU8(text)]));

function oscalFiles({ wiki, history }: ExportInput): ExportedFiles {
  return texts(systemsWithPlan(wiki).map((system) => [`${system.id}.json`, `${JSON.stringify(oscalPoam(wiki, system, history.head?.date), null, 1)}\n`]));
}

function markdown({ wiki, attachment }: ExportInput): ExportedFiles {
  const files = new Map(texts(markdownFiles(wiki)));
  for (const file of filesBeside(wiki)) {
    const bytes = attachment(file);
    if (bytes) files.set(file, bytes);
  }
  return files;
}

/** The files of one format, as the site publishes them and as `vigie export` writes them: the same bytes for the same commit and day. */
export async function exportFiles(format: ExportFormat, input: ExportInput): Promise<ExportedFiles> {
  const { wiki, history } = input;
  switch (format) {
    case 'json':
      return texts([['records.json', `${JSON.stringify(recordsJson(wiki))}\n`]]);
    case 'csv':
      return texts(tablesOf(wiki).map((table) => [`${table.kind}.csv`, `${MARK}${tableCsv(table)}`]));
    case 'xlsx':
      return new Map([['records.xlsx', await workbook(wiki)]]);
    case 'ics':
      return texts([['calendar.ics', calendarIcs(wiki, history, input)]]);
    case 'oscal':
      return oscalFiles(input);
    case 'markdown':
      return markdown(input);
  }
}
