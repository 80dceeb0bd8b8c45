import type { APIRoute } from 'astro';
import { href } from '../href.ts';
import { siteData } from '../site-data.ts';

/** An operations wiki stays out of search engines unless site.yml says otherwise. */
export const GET: APIRoute = async ({ site }) => {
  const { wiki } = await siteData();
  const rules = wiki.site.index ? 'User-agent: *\nAllow: /\n' : 'User-agent: *\nDisallow: /\n';
  return new Response(wiki.site.index && site ? `${rules}Sitemap: ${new URL(href('/sitemap-index.xml'), site).href}\n` : rules);
};
