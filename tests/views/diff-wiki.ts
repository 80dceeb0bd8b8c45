import { runChecks } from '../../src/checks/run-checks.ts';
import type { Lang } from '../../src/model/text.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { decode } from '../../src/readers/decode.ts';
import { readSource } from '../../src/readers/read-wiki.ts';
import type { Effect } from '../../src/views/diff/consequence.ts';
import { wikiDiff, type FileChanges, type WikiDiff } from '../../src/views/diff/wiki-diff.ts';

export type Files = Readonly<Record<string, string>>;

/** A small wiki in which every kind has something to lose. */
export const SHOP: Files = {
  'site.yml': 'title: Test\nlanguage: en\ntime_zone: Europe/Paris\nholidays: FR\n',
  'shop/system.md': `---
kind: system
id: shop
title: Shop
rto: 4 h
components:
  - { id: db, title: Database, kind: datastore, rpo: 1 h, redundancy: active-passive, failover: automatic, spof: partial, instances: 2 }
  - { id: api, title: API, kind: application }
secrets:
  - { name: DATABASE_URL, purpose: connection, rotate: yearly }
---

Sells things.
`,
  'shop/method.md': `---
kind: method
id: scale
title: Scale
likelihood: [{ value: 1, label: Rare }, { value: 2, label: Possible }, { value: 3, label: Likely }, { value: 4, label: Frequent }, { value: 5, label: Sure }]
impact: [{ value: 1, label: None }, { value: 2, label: Small }, { value: 3, label: Some }, { value: 4, label: Large }, { value: 5, label: Total }]
levels: [{ id: low, label: Low, from: 1 }, { id: moderate, label: Moderate, from: 5 }, { id: high, label: High, from: 10 }, { id: critical, label: Critical, from: 16 }]
action_from: 12
appetite: high
---
`,
  'shop/risks.md': `---
kind: risk-register
id: register
title: Risks
method: scale
risks:
  - id: R-1
    title: Memory is full during the nightly join
    current: { likelihood: 3, impact: 4 }
    owner: dba
    controls:
      - { kind: preventive, title: Alert at 80 % of memory }
      - { kind: corrective, title: Join by blocks }
    actions: [A-1, A-2]
    runbooks: [RB-1]
  - id: R-2
    title: The supplier goes out of business
    current: { likelihood: 2, impact: 2 }
    owner: lead
---

## R-1 Memory

It happened twice.
`,
  'shop/actions.md': `---
kind: action-plan
id: plan
title: Actions
actions:
  - { id: A-1, title: Buy memory, due: 2026-04-01, owner: lead }
  - { id: A-2, title: Rewrite the join, due: 2026-06-01, owner: dba }
  - { id: A-3, title: Old work, state: done }
---
`,
  'shop/incidents.md': `---
kind: incident-matrix
id: matrix
title: Severities
severities:
  - { id: P0, title: Down, respond_in: 15 min, resolve_in: 4 h, hours: 24/7, policy: prod }
  - { id: P1, title: Slow, respond_in: 4 h, hours: business hours, policy: prod }
---
`,
  'shop/escalation.md': `---
kind: escalation
id: oncall
title: On call
roles:
  - { id: dba, title: DBA, availability: 24/7, holders: 2, contacts: [{ channel: phone, value: "+33 6 39 98 01 42" }, { channel: email, value: dba@example.org }] }
  - { id: lead, title: Lead, availability: 24/7, contacts: [{ channel: phone, value: "+33 6 39 98 01 43" }] }
policies:
  - id: prod
    steps:
      - { after: 0 min, roles: [dba], severities: [P0, P1] }
      - { after: 10 min, roles: [lead], severities: [P0] }
---
`,
  'shop/continuity.md': `---
kind: continuity-plan
id: plan-bc
title: Continuity
method: scale
scenarios:
  - { id: S1, title: Database lost, current: { likelihood: 2, impact: 5 }, rto: 1 h, components: [db], runbooks: [RB-1] }
---
`,
  'shop/backups.md': `---
kind: backup-policy
id: backups
title: Backups
backups:
  - { id: BK-1, title: Hourly dump, components: [db], method: full, schedule: every 30 min, retention: 30 d, encrypted: true, copies: [{ location: elsewhere, offsite: true }] }
---
`,
  'shop/runbooks/rb-1.md': `---
kind: runbook
id: RB-1
title: Restore the database
type: restore
rto: 1 h
components: [db]
tested: { on: 2026-01-15, result: pass }
---

## Look (10 min)

- [ ] Open the logs

## Restore (40 min)

- [ ] Load the dump
`,
  'shop/pages/guide.md': `---
kind: page
title: Guide
---

# One

Two lines
of text that say something,
and a third
and a fourth.
`,
};

export const DAY = '2026-03-12';

/** Reads files that stand nowhere. */
export function wikiOf(files: Files, asOf = DAY): Wiki {
  const names = Object.keys(files).sort();
  return readSource({ listing: { documents: names.filter((name) => name.endsWith('.md')), files: new Set(names), problems: [] }, read: (file) => decode(Buffer.from(files[file] ?? ''), file) }, { asOf, today: asOf });
}

/** Files with a text in place of another, which must stand there; null takes the file away. */
export function changed(files: Files, edits: Readonly<Record<string, readonly (readonly [string, string])[] | string | null>>): Files {
  const result: Record<string, string> = { ...files };
  for (const [file, edit] of Object.entries(edits)) {
    if (edit === null) delete result[file];
    else if (typeof edit === 'string') result[file] = edit;
    else {
      for (const [from, to] of edit) {
        if (result[file]?.includes(from) !== true) throw new Error(`${file} does not say ${from}`);
        result[file] = result[file].replace(from, to);
      }
    }
  }
  return result;
}

/** What a change of the shop does. */
export function diffOfFiles(before: Files, after: Files, { renames = new Map(), lang = 'en', since = '2026-03-01' }: { renames?: FileChanges['renames']; lang?: Lang; since?: string } = {}): WikiDiff {
  const [old, now] = [wikiOf(before), wikiOf(after)];
  return wikiDiff({ name: 'base', commit: 'a'.repeat(40), date: `${since}T10:00:00Z`, wiki: old, checked: runChecks(old, undefined, lang) }, { wiki: now, checked: runChecks(now, undefined, lang) }, { renames, others: [] });
}

export const shopDiff = (edits: Parameters<typeof changed>[1], options?: Parameters<typeof diffOfFiles>[2]): WikiDiff => diffOfFiles(SHOP, changed(SHOP, edits), options);

/** `worse R-1 risk/moved: 12 → 16…`, worst first. */
export const said = ({ consequences }: WikiDiff, lang: Lang = 'en'): string[] => consequences.map(({ effect, record, id, what }: { effect: Effect; record: string; id: string; what: Readonly<Record<Lang, string>> }) => `${effect} ${record} ${id}: ${what[lang]}`);
