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

/** Parameters of an address that asks a query, after those that it has already. Words are always among them: they say that something is asked. */
export function queryParams(query: Query, params: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const asks = fields.some((field) => query[field] !== '');
  for (const field of fields) {
    if (query[field] === '' && !(asks && field === 'text')) params.delete(names[field]);
    else params.set(names[field], query[field]);
  }
  return params;
}

/**
 * Keeps the query in the address, so that a link shares it and the way back finds it again. Words that are being typed are one step
 * of the history; with `push`, a filter is a step of its own, which Back undoes.
 */
export function writeAddress(query: Query, { push = false }: { push?: boolean } = {}): void {
  const url = new URL(location.href);
  url.search = queryParams(query, url.searchParams).toString();
  if (url.href === location.href) return;
  if (push) history.pushState(null, '', url);
  else history.replaceState(history.state, '', url);
}

/** Whether the address asks something of the search, and not of the page. */
export const hasQuery = (): boolean => new URLSearchParams(location.search).has(names.text);

export const clearAddress = (): void => writeAddress(emptyQuery);
