// The process that renders (render-process.ts starts it): what Astro held is gone when it ends, before the search index is made.
import type { RenderMessage, RenderOrder } from './render-messages.ts';

// Hours and dates are computed in named zones; the zone of the process must not matter.
process.env['TZ'] = 'UTC';

const tell = (message: RenderMessage): void => void process.send?.(message);
// Nobody waits for the site any more.
process.on('disconnect', () => process.exit(1));

const order = JSON.parse(process.argv[2] ?? '{}') as RenderOrder;
const { renderSite } = await import('./render-site.ts');
try {
  const rendered = await renderSite(order, tell);
  if (rendered) tell({ rendered });
} catch (error) {
  tell({ err: `The site is not built, and the one built before stands: ${error instanceof Error ? error.message : String(error)}\n` });
}
process.disconnect();
process.exit(0);
