import type { AnyRecord } from '../model/records.ts';
import type { Lang } from '../words/index.ts';
import { typography } from '../words/typography.ts';
import { slugOf } from './routes.ts';

/** A record that search leads to, inside the page that lists it. */
export interface SearchPlace {
  readonly anchor: string;
  readonly title: string;
  /** Typed whole, they lead here. */
  readonly names: readonly string[];
  readonly sub?: string | undefined;
  readonly call?: { readonly label: string; readonly href: string } | undefined;
}

/** The place of a record in the page that lists it. */
export function placeOf(record: AnyRecord, lang: Lang, rest: Pick<SearchPlace, 'sub' | 'call'> = {}): SearchPlace {
  const aliases = 'aliases' in record.value ? record.value.aliases : [];
  return { anchor: slugOf(record.id), title: typography(record.title, lang), names: [record.id, record.title, ...aliases], ...rest };
}
