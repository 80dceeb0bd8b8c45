import { describe, expect, it } from 'vitest';
import { wikiOf } from './wiki-of.ts';

const runbook = (body: string) => {
  const found = wikiOf({ 'shop/rb.md': ['kind: runbook\nid: RB\ntitle: Restore\ntype: restore', body] }).resolveAs('runbook', 'RB', 'shop');
  if (!found) throw new Error('the runbook was not read');
  return found;
};
const span = (min: number, max = min) => expect.objectContaining({ min, max });

describe('phases', () => {
  it('are headings with their duration in brackets', () => {
    expect(runbook('## Diagnose (5 min)\n\n- [ ] Look\n\n## Restore (2 h – 4 h)\n\n- [ ] Restore\n').phases).toMatchObject([{ title: 'Diagnose', duration: { min: 5, max: 5 } }, { title: 'Restore', duration: { min: 120, max: 240 } }]);
  });

  it('keep brackets that are no duration in their title', () => {
    expect(runbook('## Restore (PostgreSQL)\n\n- [ ] Restore\n').phases[0]).toMatchObject({ title: 'Restore (PostgreSQL)', duration: undefined });
  });

  it('stand at their line of the file', () => {
    expect(runbook('## One (1 min)\n\n- [ ] a\n- [ ] b\n').phases[0]).toMatchObject({ line: 8, steps: [{ line: 10 }, { line: 11 }] });
  });

  it('are not the headings of plain text', () => {
    expect(runbook('## Background\n\nWords.\n\n## Restore (5 min)\n').phases.map(({ title }) => title)).toEqual(['Restore']);
  });

  it('last as long as their steps where nobody says more', () => {
    expect(runbook('## Restore\n\n- [ ] Stop (5 min)\n- [ ] Copy (1 h)\n- [ ] Look\n').phases[0]?.duration).toEqual(span(65));
    expect(runbook('## Restore (2 h)\n\n- [ ] Stop (5 min)\n').phases[0]?.duration).toEqual(span(120));
  });

  it('hold steps, nested ones too, with the commands under them', () => {
    const [phase] = runbook('## Restore\n\n- [ ] One\n\n      pg_restore dump\n\n  - [ ] Inner\n- [x] Two\n- plain item\n').phases;
    expect(phase?.steps.map(({ text }) => text)).toEqual(['One', 'Inner', 'Two']);
    expect(phase?.steps[0]?.commands).toEqual(['pg_restore dump']);
  });

  it('take the longest of their options', () => {
    const [phase] = runbook('## Restore\n\n### Option A — same host (10 min)\n\n- [ ] a\n\n### Option B — another host (1 h)\n\n- [ ] b\n').phases;
    expect(phase?.options.map(({ steps }) => steps.map(({ text }) => text))).toEqual([['a'], ['b']]);
    expect(phase?.duration).toEqual(span(60));
  });
});

describe('the time of a runbook', () => {
  it('adds phases up; a condition is off the shortest path', () => {
    expect(runbook('## One (5 min)\n\n## Two (2 h – 4 h) — si la base est perdue\n\n## Three (10 min)\n')).toMatchObject({ time: { direct: { min: 15, max: 15 }, full: { min: 135, max: 255 }, untimed: 0 }, phases: [{ condition: undefined }, { condition: 'si la base est perdue' }, {}] });
  });

  it('leaves out what comes after the service is back', () => {
    const { phases, time } = runbook('## Restore (30 min)\n\n## Nettoyer (2 h) — hors RTO\n\n## Post-mortem (1 d)\n\n- [ ] Write\n');
    expect(phases.map(({ outsideRto }) => outsideRto)).toEqual([false, true, true]);
    expect(time?.full).toEqual(span(30));
  });

  it('counts phases that nobody timed, and is unknown where no phase is timed', () => {
    expect(runbook('## One (5 min)\n\n## Two\n\n- [ ] a\n').time).toMatchObject({ full: { max: 5 }, untimed: 1 });
    expect(runbook('## Two\n\n- [ ] a\n').time).toBeUndefined();
  });
});

describe('calls for help', () => {
  it('say whom, and after how long', () => {
    const [phase] = runbook('## Diagnose (5 min)\n\n- [ ] Look\n\n> [!IMPORTANT]\n> Au-delà de 10 min, prévenir **lead-tech** et **cto**.\n').phases;
    expect(phase?.escalations).toMatchObject([{ after: 10, roles: ['lead-tech', 'cto'] }]);
  });
});
