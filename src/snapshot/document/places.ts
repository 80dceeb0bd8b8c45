import type { AnyRecord, WikiDocument } from '../../model/records.ts';
import { recordsOf } from '../../model/wiki.ts';

/** Name of the place where a record is told. */
export const placeOfRecord = (key: string): string => `r:${key}`;

/** Name of the place of a heading of a document's body. */
export const placeOfHeading = (document: WikiDocument, slug: string): string => `h:${document.file}#${slug}`;

const whole = new WeakMap<WikiDocument, string>();

/** Name of the place of a document: that of the record that it is, where it is one. */
export function placeOfDocument(document: WikiDocument): string {
  let place = whole.get(document);
  if (place === undefined) {
    const own = recordsOf(document).find(({ value }) => (value as unknown) === document.value);
    whole.set(document, (place = own ? placeOfRecord(own.key) : `d:${document.file}`));
  }
  return place;
}

export const placeOf = (record: AnyRecord): string => placeOfRecord(record.key);
