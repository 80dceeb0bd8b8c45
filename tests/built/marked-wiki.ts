import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every secret of the marked wiki holds it, in any case; nothing public does. */
export const SECRET = /zorglub/i;

/** One pixel, with a comment that says the secret. */
const PICTURE = (words: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>${words}</title></svg>\n`;

/** What the public may read. Each of these documents cites, links, draws or names what it may not. */
const PUBLIC: Readonly<Record<string, string>> = {
  'site.yml': `title: Marked
language: fr
time_zone: Europe/Paris
url: https://marked.example/
repository: https://forge.example/zorglub/wiki
alerts: [zorglub-alerts.yml]
systems: [zorglub-lab, shop]
checks:
  risk/no-owner: { severity: warning, systems: [zorglub-lab, shop] }
  escalation/severity-unreachable: warning
  time/runbook-exceeds-rto: warning
  time/backup-exceeds-rpo: warning
  alert/runbook-url: warning
  risk/acceptance-missing: warning
`,
  'shop/system.md': `---
kind: system
id: shop
title: Boutique
classification: public
summary: Vend des choses, voir ZORGLUB-ADR.
owner: zorglub-chief
approved_by: zorglub-chief
related: [ZORGLUB-ADR, zorglub-lab/R-ZORGLUB]
supersedes: [ZORGLUB-ADR]
# zorglub: a note between authors
evidence: [{ title: Preuve, path: zorglub/plan.md }]
waivers: [{ rule: risk/no-owner, reason: Zorglub has no budget, by: zorglub-chief, until: 2099-01-01 }]
rto: 4 h
components:
  - { id: web, title: Vitrine, kind: application, owner: zorglub-chief, depends_on: [db, zorglub-lab/zorglub-core] }
  - { id: db, title: Base, kind: datastore, rpo: 1 h }
secrets: [{ name: PUBLIC_KEY, owner: zorglub-chief }]
---

La boutique. <!-- zorglub: not announced yet -->

<!--
zorglub on lines
of its own
-->

Lire [le plan Zorglub](../zorglub-lab/pages/plan.md), [l’autre][z] et ![une vue](../zorglub-lab/zorglub.svg); \`zorglub-chief\` décide.

![une vue ouverte](open.svg)

[z]: ../zorglub-lab/pages/plan.md "Zorglub"

<a href="../zorglub-lab/pages/plan.md">Zorglub</a>

\`\`\`mermaid
flowchart LR
  A[Client] --> ZORGLUB-ADR
\`\`\`

\`\`\`vigie
view: heatmap
system: zorglub-lab
\`\`\`
`,
  'shop/open.svg': PICTURE('open'),
  'shop/method.md': `---
kind: method
id: m
title: Méthode
classification: public
likelihood: [{ value: 1, label: Rare }, { value: 2, label: Fréquent }]
impact: [{ value: 1, label: Léger }, { value: 2, label: Lourd }]
levels: [{ id: low, label: Faible, from: 1 }, { id: high, label: Fort, from: 3, review_every: 1 mo }]
action_from: 3
---
`,
  'shop/risks.md': `---
kind: risk-register
id: open-risks
title: Risques
classification: public
method: m
reviewed: 2026-01-01
risks:
  - { id: R-1, title: Panne de base, components: [db], current: { likelihood: 2, impact: 2 }, treatment: accept, owner: zorglub-chief, actions: [A-ZORGLUB], runbooks: [RB-1, RB-ZORGLUB], related: [zorglub-lab/R-ZORGLUB], summary: "Comme zorglub-lab/R-ZORGLUB.", acceptance: { by: zorglub-chief, on: 2026-01-01, expires: 2026-12-01, why: "voir A-ZORGLUB" } }
---

## R-1 Panne de base

Traité par A-ZORGLUB et [cette page](zorglub/plan.md).
`,
  'shop/people.md': `---
kind: escalation
title: Équipe
classification: public
roles:
  - { id: l1, title: Accueil, delegate: zorglub-chief, availability: 24/7, contacts: [{ channel: email, value: zorglub@shop.example, note: zorglub at night }, { channel: phone, value: "+33 6 39 98 01 42" }] }
policies:
  - { id: day, steps: [{ after: 0 min, roles: [l1, zorglub-chief], channels: [phone] }, { after: 1 h, roles: [zorglub-chief], note: "zorglub-chief decides" }] }
raci: [{ activity: Rétablir, responsible: [l1, zorglub-chief], accountable: zorglub-chief }]
---

Écrire à zorglub@shop.example ou au +33 6 39 98 01 42.
`,
  'shop/incidents.md': `---
kind: incident-matrix
title: Gravités
classification: public
severities: [{ id: P0, title: Critique, respond_in: 15 min, policy: day, hours: 24/7 }]
alerts: [{ id: AL-1, title: Base muette, severity: P0, runbook: RB-ZORGLUB, owner: zorglub-chief }]
---
`,
  'shop/runbook.md': `---
kind: runbook
id: RB-1
title: Relancer la base
classification: public
type: restore
components: [db]
severity: P0
scenarios: [S-ZORGLUB]
alerts: [AL-1, ZorglubDown]
escalation: zorglub-night
---

## Relancer (5 min)

- [ ] Relancer, comme dans RB-ZORGLUB

> [!IMPORTANT]
> Au-delà de 10 min, prévenir **zorglub-chief**.
`,
  'shop/page.md': `---
kind: page
title: État du service
classification: public
reviewed: 2026-01-01
review_every: 1 mo
owner: zorglub-chief
---

Tout va bien.
`,
  'zorglub-lab/pages/open.md': `---
kind: page
title: Une page du laboratoire zorglub
classification: public
---

Public in a system that is not: zorglub.
`,
};

const head = (kind: string, rest: string): string => `---\nkind: ${kind}\nowner: zorglub-chief\nsummary: Zorglub summary of ${kind}\ntags: [zorglub-tag]\naliases: [Zorglub${kind.replaceAll('-', '')}]\nversion: zorglub-1\nreviewed: 2026-02-01\nreview_every: 1 mo\n${rest}\n---\n\n## ZORGLUB words of ${kind}\n\nZorglub body, ![a zorglub picture](zorglub.svg).\n`;

/** One document of each kind that is not public, with the secret in its texts, its ids and its names. */
const HIDDEN: Readonly<Record<string, string>> = {
  'zorglub-lab/system.md': head('system', 'id: zorglub-lab\ntitle: Laboratoire Zorglub\nclassification: confidential\nsla: zorglub 99 %\ncomponents: [{ id: zorglub-core, title: Zorglub core, kind: datastore, location: Zorglub hall, fallback: zorglub twin }]\nenvironments: [{ id: zorglub-prod, title: Zorglub prod, url: "https://zorglub.example/" }]\nsuppliers: [{ id: zorglub-inc, title: Zorglub Inc, service: zorglubs }]\nsecrets: [{ name: ZORGLUB_KEY, purpose: zorglub, rotate: 90 d, last_rotated: 2026-01-01 }]\nlinks: [{ kind: dashboard, title: Zorglub board, url: "https://board.example/zorglub" }]'),
  'zorglub-lab/method.md': head('method', 'id: zorglub-method\ntitle: Méthode Zorglub\nlikelihood: [{ value: 1, label: Zorglub rare }, { value: 2, label: Often }]\nimpact: [{ value: 1, label: Low }, { value: 2, label: Zorglub high }]\nlevels: [{ id: low, label: Low, from: 1 }, { id: high, label: Zorglub grave, from: 3 }]'),
  'zorglub-lab/risks.md': head('risk-register', 'id: zorglub-register\ntitle: Registre Zorglub\nmethod: zorglub-method\nrisks: [{ id: R-ZORGLUB, title: Zorglub falls, current: { likelihood: 2, impact: 2 }, controls: [{ kind: preventive, title: Zorglub guard }], causes: [zorglub], consequences: [zorglub], acceptance: { by: zorglub-boss, on: 2026-01-01, expires: 2026-11-01, why: zorglub reason } }]\nwaivers: [{ rule: risk/no-owner, reason: Zorglub waiver, by: zorglub-boss, until: 2099-01-01 }]'),
  'zorglub-lab/risk.md': head('risk', 'id: R-ZORGLUB-2\ntitle: Zorglub alone\nregister: zorglub-register\ncurrent: not-rated').replace('reviewed: 2026-02-01\nreview_every: 1 mo\n', 'reviewed: 2026-02-01\n'),
  'zorglub-lab/pages/plan.md': head('page', 'title: Le plan Zorglub\nclassification: internal'),
  'zorglub-lab/zorglub.svg': PICTURE('zorglub'),
  'zorglub-lab/pages/zorglub.svg': PICTURE('zorglub'),
  'shop/zorglub.svg': PICTURE('zorglub'),
  'shop/zorglub/zorglub.svg': PICTURE('zorglub'),
  'shop/zorglub/plan.md': head('page', 'title: Un plan de Zorglub'),
  'shop/zorglub/people.md': head('escalation', 'title: Zorglub people\nroles: [{ id: zorglub-chief, title: Zorglub chief, responsibilities: zorglubs, availability: 24/7, contacts: [{ channel: phone, value: "+33 6 39 98 77 77", note: zorglub }] }]\npolicies: [{ id: zorglub-night, steps: [{ after: 0 min, roles: [zorglub-chief] }] }]\nraci: [{ activity: Zorglub act, responsible: [zorglub-chief], accountable: zorglub-chief }]'),
  'shop/zorglub/incidents.md': head('incident-matrix', 'title: Zorglub severities\nseverities: [{ id: ZORGLUB0, title: Zorglub zero, definition: zorglub, examples: [zorglub], policy: zorglub-night }]\nalerts: [{ id: ZORGLUB-AL, title: ZorglubDown, when: zorglub }]'),
  'shop/zorglub/runbook.md': head('runbook', 'id: RB-ZORGLUB\ntitle: Zorglub restore\ntype: restore\nsymptoms: [zorglub]\ncauses: [zorglub]').concat('\n## Zorglub phase (10 min)\n\n- [ ] Zorglub step\n\n      zorglub --now\n'),
  'shop/zorglub/continuity.md': head('continuity-plan', 'title: Zorglub plan\nscenarios: [{ id: S-ZORGLUB, title: Zorglub gone, current: not-rated, rto: 7 min, runbooks: [RB-ZORGLUB], degraded_mode: zorglub }]\nactivities: [{ id: BIA-ZORGLUB, title: Zorglub sale }]\ndegraded_modes: [{ id: DM-ZORGLUB, title: Zorglub paper, available: partial }]'),
  'shop/zorglub/backups.md': head('backup-policy', 'title: Zorglub backups\nbackups: [{ id: BK-ZORGLUB, title: Zorglub dump, components: [db], schedule: weekly, tool: zorglubdump, copies: [{ location: zorglub vault }] }]'),
  'shop/zorglub/schedule.md': head('schedule', 'title: Zorglub schedule\nactivities: [{ id: M-ZORGLUB, kind: maintenance, title: Zorglub patch, schedule: monthly at 03:00, tasks: [zorglub] }]'),
  'shop/zorglub/indicators.md': head('indicators', 'title: Zorglub indicators\nindicators: [{ id: I-ZORGLUB, title: Zorglub rate, direction: higher, target: 1, tool: zorglub }]'),
  'shop/zorglub/actions.md': head('action-plan', 'title: Zorglub actions\nactions: [{ id: A-ZORGLUB, title: Zorglub action, due: 2026-09-01, cost: 7 zorglubs, effort: zorglub, evidence: [{ title: Zorglub proof, path: shop/zorglub.svg }] }]'),
  'shop/zorglub/adr.md': head('decision', 'id: ZORGLUB-ADR\ntitle: Décision Zorglub\nstatus: accepted\ndeciders: [zorglub]\ndecisions: [{ id: C-ZORGLUB, title: Zorglub choice, cost: zorglub }]'),
  'shop/zorglub/review.md': head('review', 'id: PIR-ZORGLUB\ntitle: Revue Zorglub\nincident: zorglub\nseverity: P0\nstarted: 2026-01-05T10:00\nresolved: 2026-01-05T11:00\nimpact: zorglub\nlessons: [zorglub]\ntimeline: [{ at: 2026-01-05T10:10, what: zorglub, by: zorglub }]'),
  'zorglub-alerts.yml': 'groups: [{ name: zorglub, rules: [{ alert: ZorglubDown, expr: "up == 0" }] }]\n',
};

/** Lays the marked wiki out, with a history whose authors and messages say the secret too. */
export function layMarked(folder: string): string {
  const content = join(folder, 'content');
  const commit = (message: string): void => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: '2026-02-01T09:00:00+01:00', GIT_COMMITTER_DATE: '2026-02-01T09:00:00+01:00', GIT_AUTHOR_NAME: 'Zorglub Author', GIT_AUTHOR_EMAIL: 'zorglub@forge.example', GIT_COMMITTER_NAME: 'Zorglub Author', GIT_COMMITTER_EMAIL: 'zorglub@forge.example' };
    for (const args of [['init', '-q', '-b', 'main'], ['add', '.'], ['commit', '-q', '-m', message]]) execFileSync('git', args, { cwd: content, stdio: 'pipe', env });
  };
  for (const files of [PUBLIC, HIDDEN]) {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), file === 'shop/risks.md' ? text.replace('title: Panne de base,', 'title: Panne de Zorglub,') : text);
    }
  }
  commit('Write what zorglub hides');
  writeFileSync(join(content, 'shop/risks.md'), PUBLIC['shop/risks.md'] ?? '');
  commit('Rename the risk of zorglub');
  return content;
}
