import { describe, expect, it } from 'vitest';
import { startClock, tick } from '../../../src/site/client/runbook-clock.ts';

const HOUR = 3_600_000;
const T = Date.parse('2026-03-12T03:12:00Z');
const fresh = { seen: 0, ahead: 0 };

describe('the clock of a run', () => {
  it('is the device’s as long as that one goes forward, sleep included', () => {
    const clock = tick(startClock(T, 0, fresh), T + 5000, 5000);
    expect(clock).toMatchObject({ now: T + 5000, ahead: 0, back: 0 });
    // Awake again after two hours of which the page saw one second.
    expect(tick(clock, T + 2 * HOUR, 6000)).toMatchObject({ now: T + 2 * HOUR, back: 0 });
  });

  it('goes on at its own pace when the device’s goes back, and says by how much, once', () => {
    const late = tick(startClock(T, 0, fresh), T - 2 * HOUR + 1000, 1000);
    expect(late).toMatchObject({ now: T + 1000, ahead: 2 * HOUR, back: 2 * HOUR });
    expect(tick(late, T - 2 * HOUR + 3000, 3000)).toMatchObject({ now: T + 3000, ahead: 2 * HOUR, back: 0 });
  });

  it('comes back to the device’s when that one is set right', () => {
    const late = tick(startClock(T, 0, fresh), T - 2 * HOUR + 1000, 1000);
    expect(tick(late, T + 5000, 5000)).toMatchObject({ now: T + 5000, ahead: 0, back: 0 });
  });

  it('says what happened while the page was closed: a later look cannot be earlier', () => {
    expect(startClock(T, 0, { seen: T + HOUR, ahead: 0 })).toMatchObject({ now: T + HOUR, ahead: HOUR, back: HOUR });
    expect(startClock(T, 0, { seen: T + HOUR, ahead: HOUR })).toMatchObject({ now: T + HOUR, ahead: HOUR, back: 0 });
  });

  it('makes nothing of a clock that is set right by seconds, and never goes back', () => {
    const clock = tick(startClock(T, 0, fresh), T - 2000, 1000);
    expect(clock).toMatchObject({ ahead: 0, back: 0 });
    expect(clock.now).toBeGreaterThanOrEqual(T);
  });
});
