import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { LiveEdit, LiveWiki } from '../checks/live-edit.ts';
import { liveNotice } from '../views/live-notice.ts';
import { translator, type Lang } from '../words/index.ts';
import type { LiveMessage } from './client/live-message.ts';
import { pageDigest } from './page-digest.ts';
import { siteData } from './site-data.ts';

const CLIENT = fileURLToPath(new URL('client/live.ts', import.meta.url));

/** What pages are told after an edit, and when they open. */
function messageOf(edit: LiveEdit, { prefix }: LiveWiki, lang: Lang): LiveMessage {
  const t = translator(lang);
  const { findings, more } = liveNotice(edit, prefix);
  const count = edit.errors.length;
  return {
    served: edit.served,
    attachments: edit.attachments,
    lang,
    findings: findings.map((finding) => ({ ...finding, label: t('live.frame', { path: finding.path }) })),
    words: {
      title: t('live.title'),
      state: t(edit.served ? 'live.stands' : 'live.stays', { count }),
      error: t('live.error'),
      why: t('live.why'),
      fix: t('live.fix'),
      more: more > 0 ? t('live.more', { count: more }) : '',
      fold: t('live.fold'),
      unfold: t('live.unfold', { count }),
    },
  };
}

/**
 * While the wiki is written (`vigie dev`): open pages are told of each edit. Those that it changes load again where they were scrolled to; what
 * it broke is shown over the last good wiki. Nothing of this is in a built site.
 */
export function contentWatch(): AstroIntegration {
  return {
    name: 'vigie:content-watch',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', `import ${JSON.stringify(CLIENT)};`);
      },
      'astro:server:setup': async ({ server }) => {
        const { live } = await siteData();
        if (!live) return;
        server.middlewares.use(pageDigest);
        const { hot } = server.environments.client;
        const message = async (): Promise<LiveMessage> => messageOf(live.now, live, (await siteData()).wiki.site.language);
        hot.on('vigie:hello', (_, client) => void message().then((news) => client.send('vigie:hello', news)));
        const before = live.onEdit;
        live.onEdit = (edit) => {
          // What Astro knows of the pages that there are.
          if (edit.served) for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {});
          before?.(edit);
          void message().then((news) => hot.send('vigie:edit', news));
        };
      },
    },
  };
}
