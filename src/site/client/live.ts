/** While the wiki is written: a page that an edit changed loads again, and a panel shows what an edit broke. In dev alone (content-watch.ts). */
import type { LiveMessage } from './live-message.ts';
import { livePanel } from './live-panel.ts';

const MARK = /<meta name="vigie-page" content="([^"]*)">/g;
const digestOf = (html: string): string | undefined => [...html.matchAll(MARK)].at(-1)?.[1]?.split(' ')[0];
const [mine, edit] = document.querySelector<HTMLMetaElement>('meta[name="vigie-page"]')?.content.split(' ') ?? [];

let turn = 0;

/** Loads the page again where it now says something else. The browser keeps where it is scrolled to. */
async function renew({ attachments }: LiveMessage): Promise<void> {
  const asked = ++turn;
  try {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-store' });
    const now = digestOf(await answer.text());
    if (asked !== turn) return;
    const pictures = attachments && document.querySelector('main :is(img, object, embed)') !== null;
    if (now !== mine || pictures) location.reload();
  } catch {
    // The server is gone, which Vite's own client waits out.
  }
}

// Vite looks for these very words.
const hot = import.meta.hot;
if (hot) {
  const panel = livePanel();
  hot.on('vigie:hello', (message: LiveMessage) => {
    panel.show(message);
    // Edited between the page and its first word with the server.
    if (String(message.number) !== edit) void renew(message);
  });
  hot.on('vigie:edit', (message: LiveMessage) => {
    panel.show(message);
    if (message.served) void renew(message);
  });
  const hello = (): void => hot.send('vigie:hello', {});
  hot.on('vite:ws:connect', hello);
  hello();
}
