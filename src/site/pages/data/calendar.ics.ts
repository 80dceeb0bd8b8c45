import type { APIRoute } from 'astro';
import { calendarIcs } from '../../../views/calendar-ics.ts';
import { translator } from '../../../words/index.ts';
import { href } from '../../href.ts';
import { siteData } from '../../site-data.ts';

/** The days of the wiki for a calendar client, as `vigie export ics` prints them. */
export const GET: APIRoute = async ({ site }) => {
  const { wiki, history } = await siteData();
  return new Response(calendarIcs(wiki, history, { say: translator(wiki.site.language), address: (path) => (site ? new URL(href(path), site).href : undefined) }));
};
