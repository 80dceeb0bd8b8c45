import { foldRatings, type HistoryStep } from '../../src/model/fold-ratings.ts';
import type { RatingHistory } from '../../src/model/rating-history.ts';
import { registerContent } from '../../src/model/register-content.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { readDocument } from '../../src/readers/document.ts';
import { siteSchema } from '../../src/schemas/site.ts';
import { wikiOf } from '../model/wiki-of.ts';

const site = siteSchema.parse({ title: 'Test' });

export const SYSTEM = 'kind: system\nid: shop\ntitle: Shop';
/** Five by five: high from 8, critical from 15. An action is asked for from 12. */
export const METHOD = (critical = 15): string =>
  `kind: method\nid: m\ntitle: Scales\naction_from: 12\nlikelihood: [{ value: 1, label: Rare }, { value: 2, label: Possible }, { value: 3, label: Likely }, { value: 4, label: Frequent }, { value: 5, label: Sure }]\nimpact: [{ value: 1, label: None }, { value: 2, label: Small }, { value: 3, label: Some }, { value: 4, label: Large }, { value: 5, label: Total }]\nlevels: [{ id: low, label: Low, from: 1 }, { id: moderate, label: Moderate, from: 5 }, { id: high, label: High, from: 8 }, { id: critical, label: Critical, from: ${critical} }]`;
/** Rates in words: the level is that of the impact. */
export const WORDS =
  'kind: method\nid: m\ntitle: Words\nscore: grid\nlikelihood: [{ value: 1, id: rare, label: Rare }, { value: 2, id: often, label: Often }]\nimpact: [{ value: 1, id: major, label: Major }, { value: 2, id: critical, label: Critical }]\ngrid: [{ impact: major, levels: [high, high] }, { impact: critical, levels: [critical, critical] }]\nlevels: [{ id: high, label: Major }, { id: critical, label: Critical }]';
export type Line = readonly [id: string, likelihood: number | string, impact: number | string, more?: string];
export const REGISTER = (...lines: readonly Line[]): string =>
  `kind: risk-register\nid: reg\ntitle: Risks\nmethod: m\nrisks:${lines.length === 0 ? ' []' : ''}\n${lines.map(([id, likelihood, impact, more = '']) => `  - { id: ${id}, title: Risk ${id}, current: { likelihood: ${likelihood}, impact: ${impact} }${more} }`).join('\n')}`;

/** A commit: its day, and the frontmatter of the files it wrote; null deletes one, and what is no YAML cannot be read. */
export type Past = readonly [day: string, files: Readonly<Record<string, string | null>>];

/** A history as Git would give it. */
export function historyOf(past: readonly Past[], more: Partial<RatingHistory> = {}): RatingHistory {
  const seen = new Set<string>();
  const steps = past.map(([day, files], index): HistoryStep => {
    const commit = { hash: String(index).padStart(40, '0'), date: `${day}T10:00:00Z`, author: 'Ops', subject: `Change of ${day}` };
    return {
      commit,
      start: false,
      files: Object.entries(files).map(([file, text]) => {
        const born = !seen.has(file);
        seen.add(file);
        if (text === null) return { file, content: 'gone', born: false };
        const { document, lost } = readDocument(`---\n${text}\n---\n`, file, site);
        return { file, content: (document && registerContent(document, lost)) ?? 'unreadable', born };
      }),
    };
  });
  return { available: true, ...foldRatings(steps), ...more };
}

/** The wiki after those commits, and their history; `now` overwrites files that no commit holds yet. */
export function lived(past: readonly Past[], now: Readonly<Record<string, string>> = {}): { wiki: Wiki; history: RatingHistory } {
  const files = new Map<string, string>();
  for (const [, changes] of past) {
    for (const [file, text] of Object.entries(changes)) {
      if (text === null) files.delete(file);
      else files.set(file, text);
    }
  }
  for (const [file, text] of Object.entries(now)) files.set(file, text);
  return { wiki: wikiOf(Object.fromEntries([...files].map(([file, text]) => [file, [text]]))), history: historyOf(past) };
}
