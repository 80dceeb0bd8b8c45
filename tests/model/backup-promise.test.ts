import { describe, expect, it } from 'vitest';
import { backupPromise, componentPromise, strictestRpo } from '../../src/model/backup-promise.ts';
import { wikiOf } from './wiki-of.ts';

const wiki = wikiOf({
  'shop/system.md': [
    `kind: system
id: shop
title: Shop
components:
  - { id: db, title: DB, kind: datastore, rpo: 24 h }
  - { id: files, title: Files, kind: storage, rpo: 1 h }
  - { id: logs, title: Logs, kind: storage }
  - { id: queue, title: Queue, kind: storage, rpo: 1 d }
  - { id: api, title: API, kind: application }
  - { id: worker, title: Worker, kind: worker, rpo: 0 }`,
  ],
  'shop/plan.md': ['kind: continuity-plan\ntitle: Plan\nscenarios: [{ id: S1, title: Lost, current: not-rated, rpo: 12 h, components: [db] }]'],
  'shop/backups.md': [
    `kind: backup-policy
title: Backups
backups:
  - { id: BK-DAY, title: Daily, components: [db], schedule: daily }
  - { id: BK-HOUR, title: Hourly, components: [db, worker], schedule: every 1 h }
  - { id: BK-SAID, title: Said, components: [db], schedule: every 1 h, rpo: 3 d }
  - { id: BK-FILES, title: Files, components: [files], schedule: weekly }
  - { id: BK-LOGS, title: Logs, components: [logs], schedule: monthly }
  - { id: BK-HAND, title: By hand, components: [queue], method: manual }
  - { id: BK-LIFE, title: Lifecycle, components: [files], method: lifecycle, retention: 7 d }`,
  ],
});
const component = (id: string): ReturnType<typeof componentPromise> => componentPromise(wiki, wiki.resolveAs('component', id, 'shop')!);
const backup = (id: string): ReturnType<typeof backupPromise> => backupPromise(wiki, wiki.resolveAs('backup', id, 'shop')!);

describe('what is promised of data', () => {
  it('is the strictest of a component’s own RPO and its scenarios’', () => {
    expect(wiki.problems).toEqual([]);
    expect(strictestRpo(wiki, wiki.resolveAs('component', 'db', 'shop')!)).toMatchObject({ minutes: 720, from: { id: 'S1' } });
  });

  it('is held by the backup that loses least', () => {
    expect(component('db')).toMatchObject({ state: 'held', best: { loss: 60, backup: { id: 'BK-HOUR' } } });
    expect(component('files')).toMatchObject({ state: 'broken', best: { loss: 10_080 } });
    expect(component('logs')).toMatchObject({ state: 'no-rpo' });
    expect(component('queue')).toMatchObject({ state: 'unscheduled' });
    expect([component('api'), component('worker')]).toEqual([undefined, undefined]);
  });
});

describe('a backup alone', () => {
  it('holds the promise, breaks it, or is helped by another', () => {
    expect(backup('BK-HOUR')).toMatchObject({ state: 'held', loss: 60 });
    expect(backup('BK-DAY')).toMatchObject({ state: 'helped', loss: 1440, rpo: { minutes: 720 } });
    expect(backup('BK-SAID')).toMatchObject({ state: 'helped', loss: 4320 });
    expect(backup('BK-FILES')).toMatchObject({ state: 'broken' });
  });

  it('has nothing to hold where nothing is promised, planned or copied', () => {
    expect([backup('BK-LOGS').state, backup('BK-HAND').state, backup('BK-LIFE').state]).toEqual(['no-rpo', 'unscheduled', 'none']);
  });
});
