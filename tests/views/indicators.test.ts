import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { indicatorsView } from '../../src/views/indicators.ts';

const wiki = readWiki(resolve(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });
const { findings } = runChecks(wiki);
const view = (system: string): ReturnType<typeof indicatorsView> => indicatorsView(wiki, findings, system);

describe('the indicators of a system', () => {
  it('show together those that contradict each other, with what they disagree on', () => {
    const { conflicts } = view('amazon-reviews');
    expect(conflicts.map(({ measure, fields, lines }) => [measure, fields, lines.map(({ indicator }) => indicator.id)])).toEqual([
      ['dag-success-rate', ['target'], ['I-01', 'I-11']],
      ['reject-rate', ['alert'], ['I-04', 'I-13', 'I-20']],
      ['s3-usage', ['alert'], ['I-09', 'I-24']],
    ]);
  });

  it('find the contradictions that the rule finds', () => {
    for (const { id } of wiki.systems) {
      const found = findings.filter(({ rule, system }) => rule === 'indicator/conflict' && system === id);
      const shown = view(id).conflicts.flatMap(({ lines }) => lines.map(({ indicator }) => indicator.key));
      expect(found.every(({ record }) => record !== undefined && shown.includes(record))).toBe(true);
      expect(found.length > 0).toBe(view(id).conflicts.length > 0);
    }
  });

  it('mark their lines in the whole list', () => {
    const line = view('amazon-reviews').lines.find(({ indicator }) => indicator.id === 'I-20');
    expect(line?.conflict).toEqual({ number: 2, measure: 'reject-rate', fields: ['alert'] });
    expect(view('bienbon').lines.every(({ conflict }) => conflict === undefined)).toBe(true);
  });

  it('say that nothing is measured, and which alerts ask for nothing', () => {
    expect(wiki.systems.map(({ id }) => view(id).measured)).toEqual([0, 0, 0, 0, 0]);
    expect([view('amazon-reviews').lines.length, view('amazon-reviews').unanswered, view('immersion-facilitee').unanswered]).toEqual([26, 14, 1]);
    expect(view('immersion-facilitee').lines.map(({ runbook }) => runbook?.id)).toEqual([undefined, 'RB-PERFORMANCE', 'RB-TAUX-ERREUR', 'RB-PERFORMANCE', 'RB-PERFORMANCE']);
  });
});
