/** The post-incident review that a run of a runbook starts: what is known is filled in by the device, the rest asks to be. */
import { stringify } from 'yaml';
import type { RunbookRecord } from '../model/records.ts';
import type { Translate } from '../words/index.ts';
import { typography } from '../words/typography.ts';

/** Moments that only people know: none is the time when somebody opened a page. */
const UNKNOWN = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'] as const;
const ASKED = ['impact', 'causes', 'well', 'badly', 'lessons'] as const;

/** Markdown with the slots {id}, {title}, {timeline}, {time}, {path}, {steps}, {version}, {clock}. What a device fills is alone on its line, or a scalar. */
export function reviewTemplate({ id, title, value, document }: RunbookRecord, t: Translate): string {
  const todo = t('rb.review.todo');
  const suggested = [...(value.severity === undefined ? [] : [`# severity: ${value.severity}`]), ...(value.components.length > 0 ? [`# components: [${value.components.join(', ')}]`] : [])];
  return [
    '---',
    'kind: review',
    'id: {id}',
    'title: {title}',
    stringify({ summary: todo }).trim(),
    'status: draft',
    `runbooks_used: [${id}]`,
    `# ${t('rb.review.asks')}`,
    ...UNKNOWN.map((name) => `# ${name}: ${t(name === 'started' ? 'rb.review.outage' : `rb.review.${name}`)}`),
    ...(suggested.length > 0 ? [`# ${t('rb.review.suggested')}`, ...suggested] : []),
    'timeline:{timeline}',
    '---',
    '',
    `## ${t('rb.review.facts')}`,
    '',
    `- ${t('rb.review.fact-runbook', { runbook: `${id}, ${typography(title, document.lang)}` })}`,
    '{facts}',
    ...ASKED.flatMap((name) => ['', `## ${t(`rb.review.${name}`)}`, '', todo]),
    '',
    `## ${t('rb.review.actions')}`,
    '',
    `- [ ] ${todo}`,
    '',
  ].join('\n');
}
