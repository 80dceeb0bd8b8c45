import type { Wiki } from '../model/wiki.ts';
import { href } from './href.ts';
import { recordPath } from './routes.ts';

/** Address of a record by its key, `system/id`; the portfolio where there is no such record. */
export function linkTo(wiki: Wiki, key: string): string {
  const record = wiki.records.get(key);
  return href(record ? recordPath(record) : '/');
}
