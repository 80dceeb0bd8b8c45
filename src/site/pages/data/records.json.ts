import type { APIRoute } from 'astro';
import { recordsJson } from '../../../views/records-json.ts';
import { siteData } from '../../site-data.ts';

/** Every record, as `vigie export json` prints it. */
export const GET: APIRoute = async () => {
  const { wiki } = await siteData();
  return new Response(`${JSON.stringify(recordsJson(wiki))}\n`);
};
