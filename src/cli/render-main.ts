// The process that renders (render-process.ts starts it): what Astro held is gone when it ends, before the search index is made.
import type { RenderMessage, RenderOrder } from './render-messages.ts';

// Hours and dates are computed in named zones; the zone of the process must not matter.
process.env['TZ'] = 'UTC';

/** What was told last is sent, and all before it: a long message goes in parts, which wait for a process that never pauses and are lost with one that has ended. */
let sent = Promise.resolve();
const tell = (message: RenderMessage): Promise<void> => (sent = new Promise((done) => process.send?.(message, () => done())));
// Nobody waits for the site any more.
process.on('disconnect', () => process.exit(1));

const order = JSON.parse(process.argv[2] ?? '{}') as RenderOrder;
const { renderSite } = await import('./render-site.ts');
try {
  const rendered = await renderSite(order, tell);
  if (rendered) void tell({ rendered });
} catch (error) {
  void tell({ err: `The site is not built, and the one built before stands: ${error instanceof Error ? error.message : String(error)}\n` });
}
await sent;
process.exit(0);
