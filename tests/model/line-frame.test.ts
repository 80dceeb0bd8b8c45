import { describe, expect, it } from 'vitest';
import { lineFrame } from '../../src/model/line-frame.ts';
import { severityIn, settingOf } from '../../src/model/rule-severity.ts';
import { siteSchema } from '../../src/schemas/site.ts';

describe('the frame of a line', () => {
  it('marks the word at the column', () => {
    expect(lineFrame('    due: 2026-03-31 # soon', 10)).toEqual({ before: '    due: ', at: '2026-03-31', after: ' # soon', caret: 9 });
    expect(lineFrame('  - { id: A, rpo: 0 }', 19)).toMatchObject({ at: '0', after: ' }' });
  });

  it('marks one sign where no word begins', () => {
    expect(lineFrame('- [a]', 5)).toMatchObject({ at: ']', after: '' });
  });

  it('keeps the caret where the line ends before the column', () => {
    expect(lineFrame('title:', 9)).toEqual({ before: 'title:', at: '', after: '', caret: 8 });
  });

  it('cuts a long line around the place', () => {
    const { before, at, after, caret } = lineFrame(`${'x'.repeat(150)} here ${'y'.repeat(200)}`, 152);
    expect(at).toBe('here');
    expect(before.startsWith('…')).toBe(true);
    expect(after.endsWith('…')).toBe(true);
    expect(caret).toBe(before.length);
    expect(`${before}${at}${after}`).toHaveLength(142);
  });
});

describe('the severity of a rule', () => {
  const rule = { id: 'risk/no-owner', severity: 'warning' } as const;
  const site = (checks: object) => siteSchema.parse({ title: 'Test', checks });

  it('is its own where site.yml says nothing', () => {
    expect(severityIn(rule, site({}), 'shop')).toBe('warning');
    expect(settingOf(rule, site({}))).toBeUndefined();
  });

  it('is what site.yml says, in the systems that it names', () => {
    expect(severityIn(rule, site({ 'risk/no-owner': 'error' }), 'shop')).toBe('error');
    expect(severityIn(rule, site({ 'risk/no-owner': 'off' }), 'shop')).toBeUndefined();
    const some = site({ 'risk/no-owner': { severity: 'off', systems: ['shop'] } });
    expect([severityIn(rule, some, 'shop'), severityIn(rule, some, 'bank')]).toEqual([undefined, 'warning']);
  });

  it('cannot be changed where the rule is locked', () => {
    expect(severityIn({ ...rule, locked: true }, site({ 'risk/no-owner': 'off' }), 'shop')).toBe('warning');
  });
});
