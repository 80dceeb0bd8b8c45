import type { Query } from './search.ts';

const names = {
  text: 'q',
  kind: 'kind',
  system: 'system',
  level: 'level',
  severity: 'severity',
  owner: 'owner',
  state: 'state',
} as const;
const fields = Object.keys(names) as (keyof Query)[];

export const emptyQuery: Query = { text: '', kind: '', system: '', level: '', severity: '', owner: '', state: '' };

export function queryInAddress(): Query {
  const params = new URLSearchParams(location.search);
  const query = { ...emptyQuery };
  for (const field of fields) query[field] = params.get(names[field]) ?? '';
  return query;
}

/** Keeps the query in the address, so that a link shares it and the way back finds it again. */
export function writeAddress(query: Query): void {
  const url = new URL(location.href);
  for (const field of fields) {
    if (query[field] === '') url.searchParams.delete(names[field]);
    else url.searchParams.set(names[field], query[field]);
  }
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

/** Whether the address carries words to search. */
export const hasQuery = (): boolean => new URLSearchParams(location.search).has('q');

export const clearAddress = (): void => writeAddress(emptyQuery);
