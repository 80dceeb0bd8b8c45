import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { rules } from '../../src/checks/rules/index.ts';
import { credentialsIn } from '../../src/model/credentials.ts';
import { readRuleExample } from '../../src/readers/rule-examples.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { changedLines } from '../../src/views/line-diff.ts';
import { ruleExampleView, ruleGroups, ruleView } from '../../src/views/rules.ts';

const ROOT = join(import.meta.dirname, '../..');
const wiki = readWiki(join(ROOT, 'content'), { today: '2026-03-12', asOf: '2026-03-12' });
const checks = runChecks(wiki);
const ruleOf = (id: string) => rules.find((rule) => rule.id === id) ?? rules[0]!;
const exampleOf = (id: string) => {
  const example = readRuleExample(ROOT, id, 'fr');
  if (!example) throw new Error(`${id} has no example`);
  return ruleExampleView(example);
};

describe('the list of rules', () => {
  it('holds each rule once', () => {
    const listed = ruleGroups(wiki, checks, rules).flatMap(({ lines }) => lines.map(({ rule }) => rule.id));
    expect(listed.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  it('counts what each finds today', () => {
    const lines = ruleGroups(wiki, checks, rules).flatMap((group) => group.lines);
    expect(lines.reduce((sum, { findings }) => sum + findings, 0)).toBe(checks.findings.length);
    expect(lines.find(({ rule }) => rule.id === 'time/backup-exceeds-rpo')?.setting).toEqual({ severity: 'warning' });
  });
});

describe('a rule', () => {
  it('shows its findings by system, in the site’s order', () => {
    const view = ruleView(wiki, checks, rules, ruleOf('runbook/never-tested'));
    const order = wiki.folders.map(({ id }) => id);
    expect(view.bySystem.map(({ id }) => id)).toEqual(order.filter((id) => view.bySystem.some((group) => group.id === id)));
    expect(view.bySystem.flatMap(({ findings }) => findings)).toHaveLength(view.findings);
    expect(view.findings).toBeGreaterThan(0);
  });

  it('names the rules that look after the same thing', () => {
    const { beside, family } = ruleView(wiki, checks, rules, ruleOf('raci/one-accountable'));
    expect(family).toBe('people');
    expect(beside).toContain('escalation/order');
    expect(beside).not.toContain('raci/one-accountable');
  });
});

describe('the example of a rule', () => {
  it('points at the line that check prints, and at the line that mends it', () => {
    const { wrong, right } = exampleOf('risk/no-owner');
    const risks = wrong.find(({ file }) => file === 'shop/risks.md');
    expect(risks?.lines.filter(({ found }) => found).map(({ text }) => text)).toEqual(['  - { id: R-1, title: Orders are lost when the queue restarts, current: { likelihood: 2, impact: 4 } }']);
    expect(right.map(({ file }) => file)).toEqual(['shop/risks.md']);
    expect(right[0]?.lines.filter(({ changed }) => changed).map(({ text }) => text.includes('owner: lead-tech'))).toEqual([true]);
  });

  it('leaves out settings that it does not touch', () => {
    expect(exampleOf('risk/no-owner').wrong.map(({ file }) => file)).not.toContain('site.yml');
  });

  it('publishes no credential, invented as they are', () => {
    const { wrong, right, printed } = exampleOf('content/secret');
    const shown = [...wrong, ...right].map(({ lines }) => lines.map(({ text }) => text).join('\n')).join('\n');
    expect(credentialsIn(`${shown}\n${printed}`)).toEqual([]);
    expect(shown).toContain('psql postgresql://deploy:•');
  });

  it.each(rules.map(({ id }) => id))('of %s shows something wrong and something mended', (id) => {
    const { wrong, right, gone, printed } = exampleOf(id);
    expect(printed).toContain(id);
    expect(wrong.some(({ lines }) => lines.some(({ found }) => found))).toBe(true);
    expect(right.some(({ lines }) => lines.some(({ changed }) => changed)) || gone.length > 0 || wrong.some(({ lines }) => lines.some(({ changed }) => changed))).toBe(true);
  });
});

it('a package without its tests has no examples', () => {
  expect(readRuleExample(join(ROOT, 'src'), 'risk/no-owner', 'en')).toBeUndefined();
});

describe('lines that changed', () => {
  const changed = (before: string, after: string): [number[], number[]] => {
    const { removed, added } = changedLines(before.split(''), after.split(''));
    return [[...removed], [...added]];
  };

  it('are those outside the longest common sequence', () => {
    expect(changed('abc', 'abc')).toEqual([[], []]);
    expect(changed('abc', 'axc')).toEqual([[1], [1]]);
    expect(changed('abc', 'abxyc')).toEqual([[], [2, 3]]);
    expect(changed('abcd', 'bd')).toEqual([[0, 2], []]);
    expect(changed('', 'a')).toEqual([[], [0]]);
  });
});
