import { agendaOf, type AgendaEntry } from '../model/agenda.ts';
import type { Wiki } from '../model/wiki.ts';

export interface CalendarMonth {
  /** YYYY-MM. */
  readonly month: string;
  /** `first` of its entry: later ones say less. */
  readonly days: readonly { readonly day: string; readonly entry: AgendaEntry; readonly first: boolean }[];
}

/** What comes back, and when: late things first, then month by month. */
export interface CalendarView {
  readonly late: readonly AgendaEntry[];
  readonly months: readonly CalendarMonth[];
  /** Has a rhythm and no date to count from, or neither. */
  readonly undated: readonly AgendaEntry[];
  /** Comes back every week or more often. */
  readonly frequent: readonly AgendaEntry[];
  readonly entries: number;
}

const byOwnDay = (a: { day: string; entry: AgendaEntry }, b: { day: string; entry: AgendaEntry }): number => a.day.localeCompare(b.day) || a.entry.title.localeCompare(b.entry.title, 'fr');

/** The calendar of one system, or of all. */
export function calendarView(wiki: Wiki, system?: string): CalendarView {
  const entries = (system === undefined ? wiki.folders.map(({ id }) => id) : [system]).flatMap((id) => agendaOf(wiki, id));
  const days = entries.flatMap((entry) => entry.dates.map((day, index) => ({ day, entry, first: index === 0 }))).sort(byOwnDay);
  const months = new Map<string, CalendarMonth['days'][number][]>();
  for (const item of days) {
    const month = item.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return {
    late: entries.filter(({ late }) => late !== undefined).sort((a, b) => (b.late ?? 0) - (a.late ?? 0)),
    months: [...months].map(([month, list]) => ({ month, days: list })),
    undated: entries.filter(({ dates, frequent, late }) => dates.length === 0 && !frequent && late === undefined),
    frequent: entries.filter(({ frequent }) => frequent),
    entries: entries.length,
  };
}
