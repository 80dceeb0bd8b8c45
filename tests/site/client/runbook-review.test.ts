import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run-checks.ts';
import type { RunbookRecord } from '../../../src/model/records.ts';
import type { Wiki } from '../../../src/model/wiki.ts';
import { translator } from '../../../src/words/index.ts';
import { isoHere, reviewId, reviewText } from '../../../src/site/client/runbook-review.ts';
import { reviewTemplate } from '../../../src/site/review-template.ts';
import { wikiOf } from '../../model/wiki-of.ts';

const T = Date.parse('2026-03-12T03:12:00Z');
const RUNBOOK = ['kind: runbook\nid: RB-1\ntitle: "Database: lost, « or » slow"\ntype: restore\nseverity: P0\ncomponents: [db]', '## Look (5 min)\n\n- [ ] Look\n'] as const;
const MATRIX = ['kind: incident-matrix\ntitle: Severity\nseverities: [{ id: P0, title: Critical, definition: All is down }]'] as const;
const SYSTEM = ['kind: system\nid: shop\ntitle: Shop\ncomponents: [{ id: db, title: Database, kind: datastore }]'] as const;

const wiki = (...review: readonly [] | readonly [frontmatter: string, body: string]): Wiki =>
  wikiOf({ 'shop/system.md': SYSTEM, 'shop/rb.md': RUNBOOK, 'shop/incidents.md': MATRIX, ...(review.length === 2 ? { 'shop/revues/pir.md': review } : {}) });
const runbook: RunbookRecord = wiki().resolveAs('runbook', 'RB-1', 'shop')!;

function written(lang: 'fr' | 'en', moments: { at: number; what: string }[]): Wiki {
  const text = reviewText(reviewTemplate(runbook, translator(lang)), { id: reviewId(T, 'RB-1'), title: 'Review: "quoted", # and {id}', moments, facts: ['Time: 5 min', 'a: b'] });
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return wiki(frontmatter, body);
}

describe('the review that a run starts', () => {
  it.each(['fr', 'en'] as const)('is read without a mistake, in %s, whatever the steps say', (lang) => {
    const moments = [
      { at: T + 60_000, what: 'Step: with "quotes", \\ backslash, {braces}, #hash, line\nbreak, 🚀, and — dashes' },
      { at: T, what: 'Started' },
    ];
    const made = written(lang, moments);
    expect(made.problems).toEqual([]);
    const review = made.resolveAs('review', 'PIR-2026-03-12-0312-RB-1', 'shop');
    expect(review?.value).toMatchObject({ title: 'Review: "quoted", # and {id}', status: 'draft', runbooks_used: ['RB-1'], timeline: [{ at: '2026-03-12T03:12:00+00:00', what: 'Started' }, { at: '2026-03-12T03:13:00+00:00', what: moments[0]?.what }] });
    expect(runChecks(made).findings.filter(({ severity, place }) => severity === 'error' || place.file.startsWith('shop/revues/')).map(({ rule }) => rule)).toEqual([]);
  });

  it('invents no time: what people alone know is asked for', () => {
    const review = written('fr', []).resolveAs('review', 'PIR-2026-03-12-0312-RB-1', 'shop');
    expect(review?.value).toMatchObject({ timeline: [], summary: 'À compléter' });
    for (const field of ['started', 'detected', 'acknowledged', 'mitigated', 'resolved', 'severity', 'impact'] as const) expect(review?.value[field]).toBeUndefined();
    expect(review?.document.body.match(/À compléter/g)?.length).toBe(6);
  });

  it('tells one run from the next by its minute, within what an id may be', () => {
    expect(reviewId(T, 'RB-1')).toBe('PIR-2026-03-12-0312-RB-1');
    expect(reviewId(T + 60_000, 'RB-1')).not.toBe(reviewId(T, 'RB-1'));
    expect(reviewId(T, 'R'.repeat(64))).toHaveLength(64);
  });

  it('writes moments with the offset of the device', () => {
    expect(isoHere(T)).toBe('2026-03-12T03:12:00+00:00');
  });
});
