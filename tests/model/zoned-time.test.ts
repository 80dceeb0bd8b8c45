import { describe, expect, it } from 'vitest';
import { instantOf, wallClock } from '../../src/model/zoned-time.ts';

const wall = (instant: string, zone: string): string => wallClock(new Date(instant), zone).toISOString().slice(0, 19);
const instant = (clock: string, zone: string): string => instantOf(new Date(`${clock}Z`), zone).toISOString().slice(0, 19);

describe('the clock on the wall', () => {
  it.each([
    ['2026-01-15T12:00:00Z', 'Europe/Paris', '2026-01-15T13:00:00'], ['2026-07-15T12:00:00Z', 'Europe/Paris', '2026-07-15T14:00:00'], ['2026-07-15T22:30:00Z', 'Indian/Mauritius', '2026-07-16T02:30:00'], ['2026-01-01T04:00:00Z', 'America/New_York', '2025-12-31T23:00:00'], ['2026-01-01T00:00:00Z', 'Asia/Kathmandu', '2026-01-01T05:45:00'], ['2025-12-31T23:00:00Z', 'Europe/Paris', '2026-01-01T00:00:00'],
  ])('%s in %s is %s', (at, zone, expected) => {
    expect(wall(at, zone)).toBe(expected);
    expect(instant(expected, zone)).toBe(at.slice(0, 19));
  });

  it('jumps in March and stands twice in October', () => {
    expect([wall('2026-03-29T00:59:59Z', 'Europe/Paris'), wall('2026-03-29T01:00:00Z', 'Europe/Paris')]).toEqual(['2026-03-29T01:59:59', '2026-03-29T03:00:00']);
    expect([wall('2026-10-25T00:30:00Z', 'Europe/Paris'), wall('2026-10-25T01:30:00Z', 'Europe/Paris')]).toEqual(['2026-10-25T02:30:00', '2026-10-25T02:30:00']);
  });

  it('shows the hours around a change at the right instants', () => {
    expect(['2026-03-29T00:30:00', '2026-03-29T01:30:00', '2026-03-29T03:00:00', '2026-03-29T03:30:00'].map((clock) => instant(clock, 'Europe/Paris'))).toEqual(['2026-03-28T23:30:00', '2026-03-29T00:30:00', '2026-03-29T01:00:00', '2026-03-29T01:30:00']);
    expect(['2026-10-25T01:30:00', '2026-10-25T03:30:00'].map((clock) => instant(clock, 'Europe/Paris'))).toEqual(['2026-10-24T23:30:00', '2026-10-25T02:30:00']);
    expect(['2026-03-08T01:30:00', '2026-03-08T03:30:00', '2026-11-01T00:30:00'].map((clock) => instant(clock, 'America/New_York'))).toEqual(['2026-03-08T06:30:00', '2026-03-08T07:30:00', '2026-11-01T04:30:00']);
  });

  it('takes an hour that does not exist for the one after the gap', () => {
    expect(instant('2026-03-29T02:30:00', 'Europe/Paris')).toBe('2026-03-29T01:30:00');
    expect(instant('2026-03-08T02:30:00', 'America/New_York')).toBe('2026-03-08T07:30:00');
  });
});
