import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/model/runbook-path.ts';
import { timeBudget } from '../../src/model/time-budget.ts';
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

  it('add up the parts that have a time, which are no choice', () => {
    const [phase] = runbook('## Restore\n\n- [ ] Stop (5 min)\n\n### Prepare (10 min)\n\n- [ ] a (1 min)\n\n### Copy (30 min)\n\n- [ ] b\n').phases;
    expect(phase?.options).toEqual([]);
    expect(phase?.duration).toMatchObject({ min: 45, max: 45 });
    expect(phase?.steps.map(({ text }) => text)).toEqual(['Stop', 'a', 'b']);
    expect(phase?.blocks.map((block) => (block.kind === 'prose' ? block.source : block.kind))).toEqual(['step', '### Prepare (10 min)', 'step', '### Copy (30 min)', 'step']);
  });

  it('add the parts after their options to each of them', () => {
    const [phase] = runbook('## Restore\n\n### Option A (10 min)\n\n- [ ] a\n\n### Option B (1 h)\n\n- [ ] b\n\n### Verify (5 min)\n\n- [ ] c\n').phases;
    expect(phase?.options.map(({ title, whole }) => [title, whole?.max])).toEqual([['Option A', 15], ['Option B', 65]]);
    expect(phase?.duration).toMatchObject({ max: 65 });
    expect(phase?.blocks.map(({ kind }) => kind)).toEqual(['option', 'option', 'prose', 'step']);
  });

  it.each(['Option A (5 min)', 'Variante 2 (5 min)', 'Plan B (5 min)', 'Cas 1', 'Branche A', 'Move (5 min) — si le disque est plein', 'Move — sinon'])('offer a choice at « %s »', (title) => {
    expect(runbook(`## Restore\n\n### ${title}\n\n- [ ] a\n`).phases[0]?.options).toHaveLength(1);
  });

  it.each(['Planifier (5 min)', 'Brancher le câble (5 min)', 'Optionnel (5 min)', 'Cassandra (5 min)', 'Caserne', 'Plan de reprise (5 min)', 'Move'])('offer none at « %s »', (title) => {
    expect(runbook(`## Restore\n\n### ${title}\n\n- [ ] a\n`).phases[0]?.options).toEqual([]);
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

describe('phases that exclude one another', () => {
  const crashed = '## Diagnose (5 min)\n\n## Restart (10 min) — si le service a planté\n\n';

  it.each(['sinon, si la plateforme manque', 'Sinon si la plateforme manque', 'sinon', 'otherwise, if the platform is lost', 'else', 'autrement'])('say « %s »: the longest of them counts', (suffix) => {
    const { phases, time } = runbook(`${crashed}## Move (50 min) — ${suffix}\n`);
    expect(phases[2]).toMatchObject({ title: 'Move', condition: suffix, otherwise: /si |if /.test(suffix) ? 'if' : 'else' });
    expect(time?.full).toEqual(span(55));
  });

  it('are not those whose conditions may hold together', () => {
    expect(runbook('## Wait (4 h) — si la panne dépasse 4 h\n\n## Decide (1 h) — si la panne dépasse 24 h\n').time?.full).toEqual(span(300));
  });

  it('are taken by default where nothing else is', () => {
    expect(runbook(`${crashed}## Move (50 min) — sinon\n`).time?.direct).toEqual(span(55));
    expect(runbook(`${crashed}## Move (50 min) — sinon, si la plateforme manque\n`).time?.direct).toEqual(span(5));
  });

  it('add up where the phase before has no condition: nothing is there to exclude', () => {
    expect(runbook('## Diagnose (5 min)\n\n## Move (50 min) — sinon, si la plateforme manque\n').time).toMatchObject({ direct: { max: 5 }, full: { max: 55 } });
  });

  it('leave the time a minimum where one of them has none', () => {
    expect(runbook(`${crashed}## Move — sinon, si la plateforme manque\n\n- [ ] Move\n`).time).toMatchObject({ full: { max: 15 }, untimed: 1 });
  });
});

describe('a path', () => {
  const { phases } = runbook(
    '## Diagnose (5 min)\n\n## Restart (10 min) — si le service a planté\n\n## Move (50 min) — sinon, si la plateforme manque\n\n## Restore\n\n- [ ] Stop (5 min)\n\n### Option A (10 min)\n\n- [ ] a\n\n### Option B (1 h)\n\n- [ ] b\n\n## Clean (20 min) — si le disque est plein\n',
  );
  const follow = (...choices: Choices) => {
    const { full, undecided, phases: timed } = timeBudget(phases, 120, choices);
    return { full: full?.max, undecided, on: timed.filter(({ onPath }) => onPath).map(({ number }) => number), starts: timed.map(({ start }) => start?.max) };
  };

  it('is the longest until something is chosen; alternatives start together', () => {
    expect(follow()).toEqual({ full: 140, undecided: 3, on: [1, 3, 4, 5], starts: [0, 5, 5, 55, 120] });
  });

  it('narrows with each choice', () => {
    expect(follow(undefined, { taken: true })).toEqual({ full: 100, undecided: 2, on: [1, 2, 4, 5], starts: [0, 5, undefined, 15, 80] });
    expect(follow(undefined, { taken: true }, undefined, { option: 0 })).toMatchObject({ full: 50, undecided: 1 });
    expect(follow(undefined, { taken: false }, { taken: false }, { option: 0 }, { taken: false })).toEqual({ full: 20, undecided: 0, on: [1, 4], starts: [0, undefined, undefined, 5, undefined] });
  });

  it('takes no phase for skipped that has no condition', () => {
    expect(follow({ taken: false }).on).toContain(1);
  });

  it('keeps its axis whatever is chosen', () => {
    const spans = [[], [undefined, { taken: true }], [undefined, { taken: false }, { taken: false }]].map((choices) => timeBudget(phases, 120, choices).span);
    expect(new Set(spans).size).toBe(1);
  });
});

describe('calls for help', () => {
  it('say whom, and after how long', () => {
    const [phase] = runbook('## Diagnose (5 min)\n\n- [ ] Look\n\n> [!IMPORTANT]\n> Au-delà de 10 min, prévenir **lead-tech** et **cto**.\n').phases;
    expect(phase?.escalations).toMatchObject([{ after: 10, roles: ['lead-tech', 'cto'] }]);
  });
});
