import { describe, expect, it } from 'vitest';
import { timeBudget } from '../../src/model/time-budget.ts';
import { budgetBar, pathVerdict, verdicts } from '../../src/views/budget-bar.ts';
import { runbookGroups } from '../../src/views/runbook-list.ts';
import { runbookView, type RunbookView } from '../../src/views/runbook.ts';
import { realWiki as wiki } from './content.ts';

const view = (key: string): RunbookView => runbookView(wiki, [], wiki.all('runbook').find((runbook) => runbook.key === key)!);

describe('a runbook on the clock', () => {
  const { budget } = view('bienbon/RB-S1');

  it('holds the direct path against the RTO, then the path with the conditional phase', () => {
    expect(verdicts(budget)).toEqual([
      { path: 'direct', phases: [], time: expect.objectContaining({ min: 40, max: 40 }), state: 'held', margin: 20 },
      { path: 'with', phases: [4], time: expect.objectContaining({ min: 160, max: 280 }), state: 'exceeded', over: { from: 100, to: 220 } },
    ]);
  });

  it('places the fall of the RTO 20 min into phase 4, and nothing on the clock after the incident', () => {
    expect(budget.phases[3]).toMatchObject({ number: 4, start: { min: 40, max: 40 }, end: { min: 160, max: 280 }, over: true, rtoAfter: 20 });
    expect(budget.phases[4]).toMatchObject({ number: 5, over: false });
    expect(budget.phases[4]?.start).toBeUndefined();
  });

  it('draws phases up to the RTO, then what is over for sure, then what may be', () => {
    expect(budgetBar(budget)).toMatchObject({
      span: 300,
      rto: 60,
      end: 280,
      phases: [{ from: 0, to: 5, number: 1 }, { from: 5, to: 10, number: 2 }, { from: 10, to: 40, number: 3 }, { from: 40, to: 60, number: 4 }],
      over: { from: 60, to: 160 },
      maybe: [{ from: 160, to: 280, late: true }],
    });
  });

  it('gives escalations their time and names roles by their title', () => {
    const section = view('bienbon/RB-S1').sections[2];
    const [call] = section && 'timed' in section ? [...section.escalations.values()] : [];
    expect(call).toMatchObject({ at: 40, people: [{ role: { id: 'lead-tech' } }] });
    expect(call?.source).toContain('**Lead tech**');
  });

  it('calls the policy in order', () => {
    expect(view('bienbon/RB-S1').people.map(({ role, after }) => [role.id, after])).toEqual([['on-call', 0], ['lead-tech', 40]]);
    expect(view('bienbon/RB-S1').peopleUnordered).toBe(false);
  });

  it('says that there is no order where no policy gives one', () => {
    expect(view('amazon-reviews/RB-CLOTURE')).toMatchObject({ peopleUnordered: true });
  });
});

describe('a runbook whose phases exclude one another', () => {
  const { budget } = view('bienbon/RB-S2');

  it('counts the longest of them, on the bar and in words', () => {
    expect(budget.full).toMatchObject({ min: 55, max: 55 });
    expect(verdicts(budget)).toMatchObject([{ path: 'direct', time: { max: 5 } }, { path: 'with', phases: [3], time: { max: 55 }, state: 'held', margin: 65 }]);
    expect(budgetBar(budget)?.phases.map(({ number, from, to }) => [number, from, to])).toEqual([[1, 0, 5], [3, 5, 55]]);
  });

  it('follows the path that is chosen', () => {
    const chosen = timeBudget(budget.phases.map(({ phase }) => phase), budget.rto, [undefined, { taken: true }]);
    expect(pathVerdict(chosen)).toMatchObject({ phases: [2], time: { max: 15 }, state: 'held', margin: 105 });
    expect(budgetBar(chosen)).toMatchObject({ span: budgetBar(budget)?.span, end: 15, phases: [{ number: 1 }, { number: 2 }] });
  });
});

describe('a runbook without times', () => {
  it('has no bar and no verdict', () => {
    const { budget } = view('sp-e/RB-FAST-REBOOT');
    expect(budget.rto).toBe(5);
    expect(budgetBar(budget)).toBeUndefined();
    expect(verdicts(budget)).toEqual([]);
  });

  it('counts untimed phases, after which the clock is unknown', () => {
    const { budget } = view('bienbon/RB-S9');
    expect(budget.untimed).toBe(1);
    expect(budget.phases[2]).toMatchObject({ start: { max: 15 } });
    expect(budget.phases[2]?.end).toBeUndefined();
    expect(verdicts(budget)).toMatchObject([{ path: 'whole', time: { max: 15 }, state: 'unknown' }]);
  });

  it('is a gap where nothing is written, with what is known', () => {
    const gap = view('immersion-facilitee/RB-DB-RECOVERY');
    expect(gap).toMatchObject({ gap: true, steps: 0, budget: { rto: 240 } });
    expect(gap.intro.map(({ kind }) => kind)).toContain('command');
  });
});

describe('options', () => {
  it('stay in their phase, with their steps', () => {
    const section = view('bienbon/RB-S9').sections.find((entry) => 'timed' in entry && entry.timed.phase.options.length > 0);
    const phase = section && 'timed' in section ? section.timed.phase : undefined;
    expect(phase?.options.map(({ steps }) => steps.length)).toEqual([4, 4, 4]);
    expect(phase?.blocks.map(({ kind }) => kind)).toEqual(['prose', 'option', 'option', 'option']);
  });
});

describe('lists of runbooks', () => {
  it('count what is written and put what is not last', () => {
    const [group] = runbookGroups(wiki, 'immersion-facilitee');
    expect(group).toMatchObject({ documented: 3, partial: 0, undocumented: 5 });
    expect(group?.lines.slice(-5).every(({ runbook }) => runbook.value.documentation === 'undocumented')).toBe(true);
  });

  it('hold each time against its RTO', () => {
    const lines = runbookGroups(wiki, 'bienbon')[0]?.lines ?? [];
    const verdict = (id: string): string | undefined => lines.find(({ runbook }) => runbook.id === id)?.verdict;
    expect([verdict('RB-S1'), verdict('RB-S2'), verdict('RB-S9'), verdict('RB-S6')]).toEqual(['exceeded', 'held', 'unknown', 'no-rto']);
  });
});
