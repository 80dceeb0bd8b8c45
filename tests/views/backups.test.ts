import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { backupsView } from '../../src/views/backups.ts';
import { wikiOf } from '../model/wiki-of.ts';

const wiki = readWiki(resolve(import.meta.dirname, '../../content'), { today: '2026-03-12', asOf: '2026-03-12' });
const { findings } = runChecks(wiki);
const view = (system: string): ReturnType<typeof backupsView> => backupsView(wiki, findings, system);
const states = (system: string): Record<string, string> => Object.fromEntries(view(system).lines.map(({ backup, promise, restore }) => [backup.id, `${promise.state} ${restore.state}`]));

describe('the backups of a system', () => {
  it('stand against the RPO that applies to what they copy', () => {
    expect(states('bienbon')).toMatchObject({ 'BK-PG-QUOTIDIEN': 'broken never', 'BK-PG-R2': 'broken never', 'BK-REDIS': 'held never', 'BK-JOBS': 'helped never', 'BK-PROFIL': 'none not-asked', 'BK-DOCUMENTS': 'unscheduled never' });
    expect(states('ascension')).toEqual({ 'BK-PG-DUMP': 'helped never', 'BK-PG-WAL': 'held never', 'BK-MINIO': 'no-rpo never', 'BK-LIFECYCLE': 'none not-asked' });
    expect(states('immersion-facilitee')).toMatchObject({ 'BK-DB-PITR': 'held never', 'BK-DB-MENSUEL': 'none not-asked' });
  });

  it('leave components without a backup in front', () => {
    const { promises } = view('sp-e');
    expect(promises[0]).toMatchObject({ state: 'bare' });
    expect(view('bienbon').promises.find(({ component }) => component.id === 'supabase-postgres')).toMatchObject({ state: 'broken', rpo: { minutes: 0 }, best: { loss: 1440, backup: { id: 'BK-PG-QUOTIDIEN' } } });
  });

  it('count what brings data back, and what was put back', () => {
    expect([view('bienbon').real, view('bienbon').restored, view('immersion-facilitee').real]).toEqual([7, 0, 5]);
  });

  it('bring the findings that are about them, wherever they are written', () => {
    expect(view('bienbon').findings.map(({ rule }) => rule)).toContain('time/backup-exceeds-rpo');
    expect(view('bienbon').findings.every(({ system }) => system === 'bienbon')).toBe(true);
  });
});

describe('a restore', () => {
  const backups = `kind: backup-policy
title: Backups
backups:
  - { id: A, title: A, schedule: daily, restore_test: { every: 1 mo, last: 2026-03-01, result: pass } }
  - { id: B, title: B, schedule: daily, restore_test: { every: 1 mo, last: 2026-01-01, result: pass } }
  - { id: C, title: C, schedule: daily, restore_test: { last: 2026-01-01, result: fail } }
  - { id: D, title: D, schedule: daily, restore_test: { last: 2026-01-01, result: partial } }
  - { id: E, title: E, schedule: daily, runbook: RB-1 }
  - { id: F, title: F, method: replication }
  - { id: G, title: G, schedule: daily, restore_test: { every: 1 mo, last: 2026-04-01 } }`;
  const made = wikiOf({ 'shop/backups.md': [backups], 'shop/rb.md': ['kind: runbook\nid: RB-1\ntitle: Restore\ntype: restore\ntested: { on: 2026-02-02, result: pass }'] });
  const lines = backupsView(made, [], 'shop').lines;

  it('is read', () => expect(made.problems).toEqual([]));

  it('is proven, late, failed, partial, done through its runbook, not asked of a replica, or still to come', () => {
    expect(lines.map(({ restore }) => restore.state)).toEqual(['pass', 'late', 'fail', 'partial', 'pass', 'not-asked', 'never']);
    expect(lines[1]?.restore).toMatchObject({ due: '2026-02-01', last: { on: '2026-01-01' } });
    expect(lines[4]?.restore.last?.from.id).toBe('RB-1');
  });
});
