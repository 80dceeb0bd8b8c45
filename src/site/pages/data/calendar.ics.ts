import ical from 'ical-generator';
import type { APIRoute } from 'astro';
import { calendarEvents } from '../../../views/calendar-events.ts';
import { href } from '../../href.ts';
import { translator } from '../../../words/index.ts';
import { documentPath, recordPath } from '../../routes.ts';
import { siteData } from '../../site-data.ts';

/** The days of the wiki for a calendar client (RFC 5545): whole days, so that no zone shifts them. */
export const GET: APIRoute = async ({ site }) => {
  const { wiki } = await siteData();
  const t = translator(wiki.site.language);
  const calendar = ical({ name: t('feed.calendar', { title: wiki.site.title }), prodId: { company: 'Vigie', product: 'Vigie' } });
  for (const event of calendarEvents(wiki)) {
    const path = href(event.record ? recordPath(event.record) : documentPath(event.document));
    const next = new Date(Date.parse(`${event.day}T00:00:00Z`) + 86_400_000);
    calendar.createEvent({
      id: `${event.uid}@vigie`,
      start: new Date(`${event.day}T00:00:00Z`),
      end: next,
      allDay: true,
      // The day of the build, not its second: the same commit gives the same file.
      stamp: new Date(`${wiki.asOf}T00:00:00Z`),
      summary: `${t(`feed.${event.kind}`)} · ${event.title} (${event.systemTitle})`,
      description: [
        event.owner === undefined ? '' : t('feed.owner', { owner: wiki.resolveAs('role', event.owner, event.system)?.title ?? event.owner }),
        event.rhythm === undefined ? '' : t('feed.rhythm', { rhythm: event.rhythm }),
        event.floating ? t('feed.floating') : '',
        event.late ? t('feed.late') : '',
      ]
        .filter((line) => line !== '')
        .join('\n'),
      ...(site ? { url: new URL(path, site).href } : {}),
    });
  }
  return new Response(calendar.toString());
};
