import type { CalendarOptions } from '../views/calendar-ics.ts';
import { translator, type Lang } from './index.ts';
import { scheduleText } from './schedules.ts';

/** What a calendar client is told in one language: the words of events, and how often they come back. */
export const calendarWords = (lang: Lang): Pick<CalendarOptions, 'say' | 'schedule'> => ({ say: translator(lang), schedule: (rhythm) => scheduleText(rhythm, lang) });
