// The records in the formats of others: data/records.json, data/risk.csv, data/calendar.ics, data/oscal/<system>.json…
import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaType } from '../../attachment.ts';
import { wikiCacheKey } from '../../cache-key.ts';
import { filesToMake } from '../../published-data.ts';
import { siteData } from '../../site-data.ts';

/** Address that astro.config.mjs was given; events of the calendar lead to it. */
const SITE = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;

export const getStaticPaths = (async () => {
  const data = await siteData();
  return (await filesToMake(data, SITE)).map(({ path }) => ({ params: { file: path }, cacheKey: wikiCacheKey(data) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const file = (await filesToMake(await siteData(), SITE)).find(({ path }) => path === params['file']);
  if (!file) return new Response(undefined, { status: 404 });
  return new Response(new Uint8Array(file.bytes), { headers: { 'Content-Type': mediaType(file.path) } });
};
