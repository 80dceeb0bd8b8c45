import { describe, expect, it } from 'vitest';
import { incidentTimes, momentOf, type IncidentTime } from '../../src/model/incident-times.ts';
import { wikiOf } from './wiki-of.ts';

const MATRIX = `
kind: incident-matrix
title: Severities
severities:
  - { id: P0, title: Critical, respond_in: 15 min, resolve_in: 4 h }
  - { id: P2, title: Medium, respond_in: 4 h, hours: "Mo-Fr 09:00-18:00; PH off", off_hours: best-effort }
  - { id: P3, title: Low, respond_in: 1 business day }`;
const SYSTEM = 'kind: system\nid: shop\ntitle: Shop\nrto: 2 h\ncomponents: [{ id: api, title: API, kind: application, rto: 30 min }, { id: db, title: DB, kind: datastore, rto: 1 h }]';

function times(review: string, settings: Record<string, unknown> = { time_zone: 'Europe/Paris', holidays: 'FR' }): Record<IncidentTime['name'], IncidentTime> {
  const wiki = wikiOf({ 'shop/system.md': [SYSTEM], 'shop/incidents.md': [MATRIX], 'shop/review.md': [`kind: review\nid: PIR-1\ntitle: Review\n${review}`] }, settings);
  expect(wiki.problems).toEqual([]);
  return Object.fromEntries(incidentTimes(wiki, wiki.all('review')[0]!).map((time) => [time.name, time])) as Record<IncidentTime['name'], IncidentTime>;
}

describe('a moment', () => {
  it('is read in the zone of its system unless it names an offset', () => {
    expect(momentOf('2026-01-20T02:00', 'Europe/Paris').at.toISOString()).toBe('2026-01-20T01:00:00.000Z');
    expect(momentOf('2026-07-20 02:00:30', 'Europe/Paris').at.toISOString()).toBe('2026-07-20T00:00:30.000Z');
    expect(momentOf('2026-01-20T02:00+04:00', 'Europe/Paris').at.toISOString()).toBe('2026-01-19T22:00:00.000Z');
    expect(momentOf('2026-01-20T02:00Z', 'Indian/Mauritius').at.toISOString()).toBe('2026-01-20T02:00:00.000Z');
  });

  it('without an hour is a day', () => expect(momentOf('2026-01-20', 'Europe/Paris')).toEqual({ at: new Date('2026-01-19T23:00:00Z'), exact: false }));
});

describe('the times of an incident', () => {
  const whole = times('severity: P0\nstarted: 2026-01-20T02:00\ndetected: 2026-01-20T02:05\nacknowledged: 2026-01-20T02:20\nmitigated: 2026-01-20T03:40\nresolved: 2026-01-20T06:06');

  it('run from the moment that each promise begins', () => {
    expect([whole.detect.minutes, whole.acknowledge.minutes, whole.mitigate.minutes, whole.resolve.minutes]).toEqual([5, 15, 100, 241]);
    expect([whole.acknowledge.from, whole.mitigate.from, whole.resolve.from]).toEqual(['detected', 'started', 'detected']);
  });

  it('are held against the severity, at the figure itself too', () => {
    expect(whole.acknowledge.promise).toMatchObject({ text: '15 min', promised: 15, taken: 15, held: true });
    expect(whole.resolve.promise).toMatchObject({ text: '4 h', promised: 240, taken: 241, held: false });
    expect(whole.detect.promise).toBeUndefined();
  });

  it('hold restoration against the RTO: the system’s, or the strictest of the components that were hit', () => {
    expect(whole.mitigate.promise).toMatchObject({ promised: 120, held: true, from: { key: 'shop/shop' } });
    const hit = times('components: [db, api]\nstarted: 2026-01-20T02:00\nmitigated: 2026-01-20T02:31');
    expect(hit.mitigate.promise).toMatchObject({ promised: 30, taken: 31, held: false, from: { key: 'shop/api' } });
  });

  it('count from the start where the detection is not written', () => {
    const { detect, acknowledge } = times('severity: P0\nstarted: 2026-01-20T02:00\nacknowledged: 2026-01-20T02:30');
    expect(detect).toMatchObject({ unknown: 'missing' });
    expect(acknowledge).toMatchObject({ from: 'started', minutes: 30, promise: { held: false } });
  });

  it('cross a change of the clock', () => {
    // 29 March 2026: 02:00 becomes 03:00 in Paris.
    expect(times('started: 2026-03-29T01:30\ndetected: 2026-03-29T03:30').detect.minutes).toBe(60);
  });

  it('say why they are not known', () => {
    expect(times('started: 2026-01-20\ndetected: 2026-01-20T02:05').detect).toMatchObject({ minutes: undefined, unknown: 'no-hour' });
    expect(times('started: 2026-01-20T03:00\ndetected: 2026-01-20T02:05').detect).toMatchObject({ minutes: undefined, unknown: 'backwards' });
    const open = times('severity: P0\ndetected: 2026-01-20T02:05').resolve;
    expect(open).toMatchObject({ unknown: 'missing', promise: { promised: 240, held: undefined } });
  });

  it('count only the hours that a promise covers', () => {
    // From Friday 17:00 to Monday 11:00: one hour on Friday, two on Monday.
    const { minutes, promise } = times('severity: P2\ndetected: 2026-01-16T17:00\nacknowledged: 2026-01-19T11:00').acknowledge;
    expect(minutes).toBe(66 * 60);
    expect(promise).toMatchObject({ taken: 180, promised: 240, held: true });
  });

  it('take a business day as a day of the office week', () => {
    const late = (until: string): IncidentTime => times(`severity: P3\ndetected: 2026-01-16T17:00\nacknowledged: ${until}`).acknowledge;
    expect(late('2026-01-19T17:00').promise).toMatchObject({ promised: 540, taken: 540, held: true });
    expect(late('2026-01-19T17:30').promise).toMatchObject({ held: false });
  });

  it('promise nothing where nothing is promised', () => {
    const { acknowledge, resolve } = times('severity: P2\ndetected: 2026-01-19T09:00\nacknowledged: 2026-01-19T09:10\nresolved: 2026-01-19T12:00');
    expect([acknowledge.promise?.held, resolve.minutes, resolve.promise]).toEqual([true, 180, undefined]);
  });
});
