import type { APIRoute, GetStaticPaths } from 'astro';
import type { RecordKind } from '../../../model/records.ts';
import { kindsIn, recordsCsv } from '../../../views/records-csv.ts';
import { wikiCacheKey } from '../../cache-key.ts';
import { siteData } from '../../site-data.ts';

export const getStaticPaths = (async () => {
  const data = await siteData();
  return kindsIn(data.wiki).map((kind) => ({ params: { kind }, cacheKey: wikiCacheKey(data) }));
}) satisfies GetStaticPaths;

/** One file a kind of record. The byte-order mark tells spreadsheets that it is UTF-8. */
export const GET: APIRoute = async ({ params }) => {
  const { wiki } = await siteData();
  return new Response(`\uFEFF${recordsCsv(wiki, params['kind'] as RecordKind)}`);
};
