// When each role of a system is there, for the 400 days to come: what tells a reader whom to call now.
import type { APIRoute, GetStaticPaths } from 'astro';
import { callHours } from '../../../../views/call-now.ts';
import { siteData } from '../../../site-data.ts';

export const getStaticPaths = (async () => {
  const { wiki } = await siteData();
  return wiki.folders.filter(({ id }) => wiki.all('role', id).length > 0).map(({ id }) => ({ params: { system: id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { wiki } = await siteData();
  return new Response(JSON.stringify(callHours(wiki, params['system'] ?? '')), { headers: { 'content-type': 'application/json' } });
};
