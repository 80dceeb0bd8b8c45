import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inject } from 'vitest';
import { buildSite } from './build.ts';

const source = resolve(import.meta.dirname, '../fixtures/built/harbour');

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

/** A line of the register changes once in its history, so that the risk has a trend. */
const REGISTER = 'ferry/risks/technical.md';
const [BEFORE, NOW] = ['current: { likelihood: 3, impact: 4 }', 'current: { likelihood: 4, impact: 4 }'];

/**
 * Lays out the Harbour wiki with a history of its own: same files, same days, same authors, so that its pages are the
 * same bytes on every machine and on every day. `edit` changes files on their way.
 */
export function layHarbour(folder: string, edit: (text: string, file: string) => string = (text) => text): string {
  const content = join(folder, 'content');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), edit(text, file));
  };
  const commit = (day: string, message: string): void => {
    const at = `${day}T09:00:00+01:00`;
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_AUTHOR_NAME: 'Keeper', GIT_AUTHOR_EMAIL: 'keeper@harbour.example', GIT_COMMITTER_NAME: 'Keeper', GIT_COMMITTER_EMAIL: 'keeper@harbour.example' };
    for (const args of [['init', '-q', '-b', 'main'], ['add', '.'], ['commit', '-q', '-m', message]]) execFileSync('git', args, { cwd: content, stdio: 'pipe', env });
  };
  const register = readFileSync(join(source, REGISTER), 'utf8');
  if (!register.includes(NOW)) throw new Error(`${REGISTER} no longer says ${NOW}`);
  for (const file of globSync('**/*.{md,yml}', { cwd: source })) write(file, readFileSync(join(source, file), 'utf8').replace(NOW, BEFORE));
  commit('2026-01-12', 'Write the wiki');
  write(REGISTER, register);
  commit('2026-02-01', 'Rate the database higher after the full disk');
  return content;
}

/** The Harbour wiki, built once for all tests. */
export async function harbour(): Promise<string> {
  const folder = join(inject('folder'), 'harbour');
  return existsSync(join(folder, 'site/index.html')) ? join(folder, 'site') : buildSite(folder, layHarbour(folder));
}
