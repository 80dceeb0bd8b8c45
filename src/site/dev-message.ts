import type { LiveEdit, LiveWiki } from '../checks/live-edit.ts';
import { liveNotice } from '../views/live-notice.ts';
import { translator, type Lang } from '../words/index.ts';
import type { LiveMessage } from './client/live-message.ts';

/** What pages are told after an edit, and when they open. */
export function messageOf(edit: LiveEdit, { prefix }: LiveWiki, lang: Lang): LiveMessage {
  const t = translator(lang);
  const { findings, more } = liveNotice(edit, prefix);
  const count = edit.errors.length;
  return {
    number: edit.number,
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
