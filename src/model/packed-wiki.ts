import { citedFiles } from './cited-files.ts';
import type { Place } from './place.ts';
import type { WikiDocument } from './records.ts';
import { buildWiki, recordsOf, type Wiki, type WikiInput } from './wiki.ts';

/** A document without what cannot be sent: of its places, only where each of its records begins. */
interface PackedDocument extends Omit<WikiDocument, 'placeOf'> {
  readonly starts: ReadonlyMap<string, Place>;
}

/** What a wiki is joined from, as plain data that another process can be sent. */
export interface PackedWiki extends Pick<WikiInput, 'site' | 'asOf' | 'files'> {
  readonly documents: readonly PackedDocument[];
}

const keyOf = (path: readonly (string | number)[]): string => path.join('\n');

function packDocument({ placeOf, ...document }: WikiDocument): PackedDocument {
  const starts = new Map<string, Place>();
  const noted: WikiDocument = {
    ...document,
    placeOf: (...path) => {
      const place = placeOf(...path);
      starts.set(keyOf(path), place);
      return place;
    },
  };
  for (const record of recordsOf(noted)) record.placeOf('id');
  return { ...document, starts };
}

function unpackDocument({ starts, ...document }: PackedDocument): WikiDocument {
  return { ...document, placeOf: (...path) => starts.get(keyOf(path)) ?? { file: document.file, line: 1, column: 1 } };
}

/** The records of a wiki for a process that only tells them: it knows no problems, no source texts, and of places where records begin. */
export const packWiki = (wiki: Wiki): PackedWiki => ({ site: wiki.site, asOf: wiki.asOf, documents: wiki.documents.map(packDocument), files: new Set([...wiki.documents.map(({ file }) => file), ...citedFiles(wiki)]) });

/** The wiki that was packed: the same records, joined again. */
export const unpackWiki = ({ documents, ...packed }: PackedWiki): Wiki => buildWiki({ ...packed, documents: documents.map(unpackDocument), problems: [], unreadable: new Set(), textOf: () => undefined });
