import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/rules/index.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { noRatingHistory } from '../../src/model/rating-history.ts';
import { noHistory } from '../../src/readers/history.ts';
import { ruleCacheKey } from '../../src/site/cache-key.ts';
import { ruleView } from '../../src/views/rules.ts';
import { wikiOf } from '../model/wiki-of.ts';

const FILES: Readonly<Record<string, readonly [string, string?]>> = {
  'shop/system.md': ['kind: system\nid: shop\ntitle: Shop'],
  'shop/plan.md': ['kind: action-plan\ntitle: Plan\nactions: [{ id: A1, title: Mend it, due: 2026-01-01 }]'],
  'shop/page.md': ['kind: page\nid: P1\ntitle: Notes', 'Words.'],
};

function keyOf(files: Readonly<Record<string, readonly [string, string?]>>, example: object = {}, id = 'action/overdue'): string {
  const wiki = wikiOf(files);
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const checks = runChecks(wiki);
  return ruleCacheKey({ wiki, checks, history: noHistory, ratings: noRatingHistory }, ruleView(wiki, checks, rules, rule), example);
}
const plan = (text: string): typeof FILES => ({ ...FILES, 'shop/plan.md': [`kind: action-plan\ntitle: Plan\nactions: [${text}]`] });

describe('the key of the page of a rule', () => {
  it('stays when what it tells stays', () => {
    expect(keyOf({ ...FILES, 'shop/page.md': ['kind: page\nid: P1\ntitle: Notes', 'Other words.'] })).toBe(keyOf(FILES));
  });

  it('changes with its findings, the records that they are about, its waivers and its example', () => {
    const keys = [
      keyOf(FILES),
      keyOf(plan('{ id: A1, title: Mend it, due: 2027-01-01 }')),
      keyOf(plan('{ id: A1, title: Mend all of it, due: 2026-01-01 }')),
      keyOf({ ...FILES, 'shop/system.md': ['kind: system\nid: shop\ntitle: Shop\nwaivers: [{ rule: action/overdue, reason: late, by: lead, until: 2027-01-01 }]'] }),
      keyOf(FILES, { wrong: [] }),
      keyOf(FILES, {}, 'risk/no-owner'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
