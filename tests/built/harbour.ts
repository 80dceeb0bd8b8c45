import { inject } from 'vitest';

/** The minute at which the Harbour wiki is read: a night in Paris, the day of its `as_of`. */
export const NIGHT = new Date('2026-03-12T02:12:00Z');

/** One page of every kind of the Harbour wiki, by the name of its picture. */
export const HARBOUR_PAGES = {
  home: '/',
  risks: '/risks/',
  incidents: '/incidents/',
  runbooks: '/runbooks/',
  coverage: '/coverage/',
  calendar: '/calendar/',
  actions: '/actions/',
  checks: '/checks/',
  changes: '/changes/',
  search: '/search/',
  missing: '/404.html',
  system: '/ferry/',
  register: '/ferry/risks/',
  risk: '/ferry/risks/r-t01/',
  method: '/ferry/methods/five/',
  'incident-matrix': '/ferry/incidents/',
  roles: '/ferry/roles/',
  runbook: '/ferry/runbooks/rb-db/',
  continuity: '/ferry/continuity/',
  scenario: '/ferry/scenarios/s1/',
  component: '/ferry/components/db/',
  'system-coverage': '/ferry/coverage/',
  backups: '/ferry/backups/',
  'system-calendar': '/ferry/calendar/',
  indicators: '/ferry/indicators/',
  'system-actions': '/ferry/actions/',
  decisions: '/ferry/decisions/',
  decision: '/ferry/decisions/adr-001/',
  reviews: '/ferry/reviews/',
  review: '/ferry/reviews/pir-001/',
  pages: '/ferry/pages/',
  page: '/ferry/pages/deploy/',
} as const;

/** The Harbour wiki, built once for all tests. */
export const harbour = (): string => inject('harbour');
