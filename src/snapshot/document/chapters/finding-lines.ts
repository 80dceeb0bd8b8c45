import type { Finding } from '../../../checks/finding.ts';
import type { Print } from '../../print.ts';
import type { Blocks } from '../block.ts';
import { bullets, heading } from '../pieces.ts';
import { code, gap, small } from '../record-spans.ts';

/** What the checks say about one thing, under it. What stays inside is not told outside. */
export function findingLines({ checks, t, say, audience }: Print, about: (finding: Finding) => boolean): Blocks {
  const found = audience === 'public' ? [] : checks.findings.filter(about);
  if (found.length === 0) return [];
  return [heading(4, [t('findings.title')]), ...bullets(found.map(({ severity, rule, what, fix }) => [gap(t(`findings.${severity}`)), ' ', code(rule), ` ${say(what)} `, small(say(fix))]))];
}
