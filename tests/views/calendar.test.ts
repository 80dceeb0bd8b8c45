import { describe, expect, it } from 'vitest';
import { timesOf } from '../../src/model/agenda.ts';
import { calendarView } from '../../src/views/calendar.ts';
import { realWiki as wiki } from './content.ts';

describe('when something comes back', () => {
  const times = (rhythm: string | undefined, last?: string) => timesOf(rhythm, last, '2026-03-12', 'Europe/Paris');

  it('has dates for twelve months', () => {
    expect(times('quarterly')).toMatchObject({ dates: ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'], floating: true, frequent: false });
    expect(times('yearly in october').dates).toEqual(['2026-10-01']);
    expect(times('monthly on the 15th').dates[0]).toBe('2026-03-15');
  });

  it('is a rhythm and no list of dates from once a week on', () => {
    expect(times('weekly on sunday at 03:00')).toMatchObject({ dates: [], frequent: true });
    expect(times('every 30 min')).toMatchObject({ dates: [], frequent: true });
  });

  it('counts from the last time, the way people count months', () => {
    expect(times('3 mo', '2026-01-31')).toMatchObject({ due: '2026-04-30', late: undefined });
    expect(times('every 90 d', '2026-02-01').dates).toEqual(['2026-05-02', '2026-07-31', '2026-10-29', '2027-01-27']);
  });

  it('is late from the day after, and then has no other date', () => {
    expect(times('90 d', '2025-12-12')).toMatchObject({ due: '2026-03-12', late: undefined });
    expect(times('90 d', '2025-12-11')).toMatchObject({ due: '2026-03-11', late: 1, dates: [] });
  });

  it('has no date without a last time or a calendar', () => {
    expect(times('every 90 d')).toMatchObject({ dates: [], frequent: false });
    expect(times(undefined)).toMatchObject({ dates: [] });
  });
});

describe('the calendar of the real content', () => {
  it('begins with the latest action', () => {
    const { late } = calendarView(wiki, 'amazon-reviews');
    expect(late[0]).toMatchObject({ kind: 'action', due: '2026-01-31', late: 40 });
  });

  it('goes month by month, and says more the first time', () => {
    const { months } = calendarView(wiki, 'bienbon');
    expect(months.map(({ month }) => month)).toEqual([...months.map(({ month }) => month)].sort());
    const drills = months.flatMap(({ days }) => days).filter(({ entry }) => entry.record?.id === 'G-04');
    expect(drills.map(({ first }) => first)).toEqual([true, ...drills.slice(1).map(() => false)]);
    expect(months.find(({ month }) => month === '2026-10')?.days.map(({ entry }) => entry.record?.id)).toContain('G-06');
  });

  it('keeps daily jobs out of the months and what was never done among what has no date', () => {
    const { frequent, undated } = calendarView(wiki, 'immersion-facilitee');
    expect(frequent.every(({ kind }) => kind === 'job')).toBe(true);
    expect(calendarView(wiki, 'amazon-reviews').undated.map(({ kind }) => kind)).toContain('rotation');
    expect(undated.some(({ frequent: often }) => often)).toBe(false);
  });
});
