import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { incidentLine } from '../../src/views/incident-line.ts';
import { reviewsView, reviewView } from '../../src/views/reviews.ts';
import { wikiOf } from '../model/wiki-of.ts';

const wiki = readWiki(resolve(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });

describe('the reviews of a system', () => {
  it('keep the template apart from incidents, and say when one is required', () => {
    const view = reviewsView(wiki, 'amazon-reviews');
    expect([view.lines, view.templates.map(({ id }) => id), view.required.map(({ id }) => id)]).toEqual([[], ['PIR-MODELE'], ['P0', 'P1']]);
  });
});

describe('a review', () => {
  const made = wikiOf({
    'shop/actions.md': ['kind: action-plan\ntitle: Plan\nactions:\n  - { id: A-1, title: One, state: done }\n  - { id: A-2, title: Two, origin: { kind: review, ref: PIR-1 } }\n  - { id: A-3, title: Other }'],
    'shop/roles.md': ['kind: escalation\ntitle: Roles\nroles: [{ id: sre, title: Engineer }]'],
    'shop/one.md': [
      'kind: review\nid: PIR-1\ntitle: One\nstarted: 2026-01-20T02:00\nactions: [A-1]\ntimeline:\n  - { at: 2026-01-20T03:00, what: Restored }\n  - { at: 2026-01-20T01:50, what: First error, by: sre }\n  - { at: 2026-01-21, what: Told }',
    ],
    'shop/two.md': ['kind: review\nid: PIR-2\ntitle: Two\ndetected: 2026-02-20T02:00'],
  });
  const review = reviewView(made, [], made.resolveAs('review', 'PIR-1', 'shop')!);

  it('tells its timeline from the oldest, on the clock of the incident', () => {
    expect(review.timeline.map(({ what, after, by }) => [what, after, by])).toEqual([
      ['First error', -10, 'Engineer'],
      ['Restored', 60, undefined],
      ['Told', undefined, undefined],
    ]);
  });

  it('counts the actions it cites and those that come from it', () => {
    expect([review.actions.map(({ id }) => id), review.openActions]).toEqual([['A-1', 'A-2'], 1]);
  });

  it('comes after later ones', () => expect(reviewsView(made, 'shop').lines.map(({ review: { id } }) => id)).toEqual(['PIR-2', 'PIR-1']));
});

describe('an incident along its time', () => {
  const lineOf = (fields: string): ReturnType<typeof incidentLine> => {
    const told = wikiOf({ 'shop/one.md': [`kind: review\nid: PIR-1\ntitle: One\n${fields}`] });
    return incidentLine(reviewView(told, [], told.resolveAs('review', 'PIR-1', 'shop')!));
  };

  it('stands where its hours are, and names that would touch stand apart', () => {
    const line = lineOf('started: 2026-01-20T02:00\ndetected: 2026-01-20T02:01\nresolved: 2026-01-20T04:00\ntimeline: [{ at: 2026-01-20T02:00, what: a }, { at: 2026-01-20T02:02, what: b }, { at: 2026-01-20T03:00, what: c }]');
    expect(line?.moments.map(({ name, x, lane, before, after }) => [name, x, lane, before, after])).toEqual([
      ['started', 1, 1, false, 0],
      ['detected', 1.82, 0, false, 1],
      ['resolved', 99, 0, true, 120],
    ]);
    expect(line?.entries.map(({ index, x, lane }) => [index, x, lane])).toEqual([[0, 1, 0], [1, 2.63, 1], [2, 50, 0]]);
    expect(line?.ticks.map(({ minutes }) => minutes)).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 120]);
  });

  it('leaves out what has no hour, and is nothing with fewer than two', () => {
    expect(lineOf('started: 2026-01-20\nresolved: 2026-01-20T04:00')).toBeUndefined();
    expect(lineOf('started: 2026-01-20T04:00\nresolved: 2026-01-20T04:00')).toBeUndefined();
    expect(lineOf('timeline: [{ at: 2026-01-20T02:00, what: a }, { at: 2026-01-20, what: b }, { at: 2026-01-21T02:00, what: c }]')?.entries.map(({ index }) => index)).toEqual([1, 2]);
  });
});
