import { alert, bullets, fence, headings, object, paragraph, phrase, sentence, subject, table, tasks } from './prose.ts';
import type { CorpusFile } from './corpus.ts';
import type { Random } from './random.ts';

type MemberKind = 'runbook' | 'page' | 'decision' | 'review' | 'risk';

/** A document that others of its system may cite. */
export interface Member {
  readonly kind: MemberKind;
  readonly id: string;
  readonly file: string;
}

export interface Context {
  readonly system: string;
  readonly random: Random;
  /** What the system holds besides its ten list documents. */
  readonly planned: readonly Member[];
}

const shares: readonly (readonly [MemberKind, string, string, number])[] = [['runbook', 'RB', 'runbooks', 10], ['page', 'NOTE', 'pages', 10], ['decision', 'ADR', 'decisions', 4], ['review', 'PIR', 'reviews', 3], ['risk', 'R-X', 'risks', 3]];

/** Thirty documents in turn, so that a system cut short still has some of each kind. */
export const members: readonly Member[] = (() => {
  const queues = shares.map(([kind, prefix, folder, count]) => Array.from({ length: count }, (_, index): Member => {
    const id = `${prefix}${kind === 'risk' ? '' : '-'}${String(index + 1).padStart(2, '0')}`;
    return { kind, id, file: `${folder}/${id.toLowerCase()}.md` };
  }));
  const list: Member[] = [];
  while (queues.some((queue) => queue.length > 0)) for (const queue of queues) list.push(...queue.splice(0, 1));
  return list;
})();

const idsOf = ({ planned }: Context, kind: MemberKind): string[] => planned.filter((member) => member.kind === kind).map(({ id }) => id);
const someId = (context: Context, kind: MemberKind): string[] => context.random.some(idsOf(context, kind), 1);

/** A link to another document, written as a path that the forge follows. */
function link(context: Context, depth: number): string {
  const up = '../'.repeat(depth);
  const target = context.planned.length === 0 ? { id: 'la cotation', file: 'method.md' } : context.random.pick(context.planned);
  return `Voir [${target.id}](${up}${target.file}) et les [sauvegardes](${up}backups.md). `;
}

/** 600 to 1 200 words with what operations documents hold. */
function narrative(context: Context, depth: number, from = 600): string {
  const { random } = context;
  const target = random.between(from, from + 400);
  const parts: string[] = [paragraph(random, 3)];
  const extras = [() => table(random), () => bullets(random), () => tasks(random), () => alert(random), () => (random.chance(0.6) ? fence(random) : bullets(random))];
  const titles = headings(random, 12);
  let words = 50;
  for (let index = 0; words < target; index += 1) {
    const section = [`## ${titles[index % titles.length] ?? 'Suite'}`, `${link(context, depth)}${paragraph(random, random.between(3, 5))}`, extras[(index + random.between(0, 1)) % extras.length]!(), paragraph(random, random.between(2, 4))];
    words += section.join(' ').split(/\s+/).length;
    parts.push(...section);
  }
  return parts.join('\n\n');
}

const envelope = ({ random }: Context): Record<string, unknown> => ({ owner: random.pick(['devops', 'dba', 'lead']), version: '1.0', reviewed: '2026-05-04', review_every: '1 y', tags: random.some(['production', 'données', 'réseau', 'paiement', 'sécurité'], 2) });
const at = (context: Context, file: string, data: Record<string, unknown>, body: string): CorpusFile => ({ file: `${context.system}/${file}`, data, body });

const COMPONENTS = ['api', 'base', 'file', 'cache', 'stockage', 'lot'] as const;
const kindsOfComponent = ['application', 'datastore', 'queue', 'cache', 'storage', 'job'] as const;

/** The documents that every system has, list records included. */
export const baseDocuments: readonly ((context: Context) => CorpusFile)[] = [
  (context) => at(context, 'system.md', {
    kind: 'system', id: context.system, title: `Système ${context.system.slice(1)}`, summary: sentence(context.random), ...envelope(context), rto: '4 h', rpo: '24 h',
    components: COMPONENTS.map((id, index) => ({ id, title: `${id[0]!.toUpperCase()}${id.slice(1)} du système`, kind: kindsOfComponent[index], redundancy: context.random.pick(['active-passive', 'none', 'managed']), depends_on: id === 'api' ? ['base', 'cache'] : [] })),
    environments: [{ id: 'prod', title: 'Production', deploy: 'approval' }, { id: 'staging', title: 'Préproduction', deploy: 'automatic' }],
    suppliers: [{ id: 'hebergeur', title: 'Hébergeur', service: 'hébergement', sla: '99.9 %' }],
    secrets: [{ name: 'DATABASE_URL', purpose: 'connexion', rotate: 'on compromise' }],
  }, narrative(context, 0)),
  (context) => at(context, 'method.md', {
    kind: 'method', id: 'matrice', title: 'Méthode de cotation', ...envelope(context),
    likelihood: ['Très faible', 'Faible', 'Moyenne', 'Élevée', 'Très élevée'].map((label, index) => ({ value: index + 1, label })),
    impact: ['Négligeable', 'Mineur', 'Modéré', 'Majeur', 'Critique'].map((label, index) => ({ value: index + 1, label })),
    score: 'product',
    levels: [{ id: 'low', label: 'Faible', from: 1 }, { id: 'moderate', label: 'Moyen', from: 5 }, { id: 'high', label: 'Élevé', from: 10 }, { id: 'critical', label: 'Critique', from: 16 }],
    action_from: 12, appetite: 'moderate',
  }, narrative(context, 0)),
  (context) => at(context, 'register.md', { kind: 'risk-register', id: 'registre', title: 'Registre des risques', ...envelope(context), method: 'matrice', risks: Array.from({ length: 8 }, (_, index) => risk(context, `R-${String(index + 1).padStart(2, '0')}`)) }, narrative(context, 0)),
  (context) => at(context, 'incidents.md', {
    kind: 'incident-matrix', id: 'gravites', title: 'Gravité des incidents', ...envelope(context),
    severities: [['P0', 'Critique', '15 min', '4 h'], ['P1', 'Majeur', '1 h', '8 h'], ['P2', 'Mineur', '4 h', '3 d']].map(([id, title, respond, resolve]) => ({ id, title, definition: sentence(context.random), respond_in: respond, resolve_in: resolve, hours: '24/7', policy: 'production' })),
    alerts: Array.from({ length: 4 }, (_, index) => ({ id: `AL-${index + 1}`, title: phrase(context.random), channel: 'email', severity: 'P1', runbook: someId(context, 'runbook')[0] })),
  }, narrative(context, 0)),
  (context) => at(context, 'escalation.md', {
    kind: 'escalation', id: 'escalade', title: 'Astreinte et escalade', ...envelope(context),
    roles: [['devops', 'Ingénieur DevOps'], ['dba', 'Administrateur de bases'], ['lead', 'Responsable technique']].map(([id, title]) => ({ id, title, responsibilities: object(context.random), availability: '24/7', holders: 2, contacts: [{ channel: 'email', value: `${id}@example.org`, verified: '2026-04-01' }] })),
    policies: [{ id: 'production', steps: [{ after: '0 min', roles: ['devops', 'dba'] }, { after: '30 min', roles: ['lead'] }] }],
    raci: [{ activity: 'Restaurer la base', responsible: ['dba'], accountable: 'lead' }],
  }, narrative(context, 0)),
  (context) => at(context, 'continuity.md', {
    kind: 'continuity-plan', id: 'continuite', title: 'Continuité', ...envelope(context), method: 'matrice',
    scenarios: Array.from({ length: 5 }, (_, index) => ({ id: `SC-${index + 1}`, title: phrase(context.random), current: rating(context.random), rto: '4 h', rpo: '24 h', components: context.random.some(COMPONENTS, 2), strategy: 'restore', runbooks: someId(context, 'runbook'), degraded_mode: sentence(context.random) })),
    activities: [{ id: 'BIA-1', title: 'Prendre une commande', rto: '4 h', rpo: '24 h', mtpd: '2 d', priority: 1 }],
  }, narrative(context, 0)),
  (context) => at(context, 'backups.md', { kind: 'backup-policy', id: 'sauvegardes', title: 'Sauvegardes', ...envelope(context), backups: ['base', 'stockage', 'file'].map((component) => ({ id: `BK-${component.toUpperCase()}`, title: `Copie de ${component}`, components: [component], method: 'full', schedule: 'daily at 03:00', retention: '30 d', tool: 'restic', copies: [{ location: 'second site', offsite: true }], encrypted: true, restore_test: { every: '6 mo', last: '2026-03-02', result: 'pass', measured: '40 min' } })) }, narrative(context, 0)),
  (context) => at(context, 'calendar.md', {
    kind: 'schedule', id: 'calendrier', title: 'Calendrier', ...envelope(context),
    activities: [['M-01', 'maintenance', 'daily'], ['M-02', 'maintenance', 'weekly on sunday at 03:00'], ['G-01', 'drill', 'quarterly'], ['J-01', 'job', 'every 30 min'], ['K-01', 'rotation', 'every 90 d']].map(([id, kind, schedule]) => ({ id, kind, title: phrase(context.random), schedule, duration: '30 min', owner: 'devops' })),
  }, narrative(context, 0)),
  (context) => at(context, 'indicators.md', { kind: 'indicators', id: 'indicateurs', title: 'Indicateurs', ...envelope(context), indicators: Array.from({ length: 5 }, (_, index) => ({ id: `I-${String(index + 1).padStart(2, '0')}`, title: phrase(context.random), unit: '%', direction: 'higher', target: 99, alert: 95, window: '24 h', values: [{ at: '2026-05-01', value: context.random.between(90, 100) }] })) }, narrative(context, 0)),
  (context) => at(context, 'actions.md', { kind: 'action-plan', id: 'plan', title: 'Plan d’actions', ...envelope(context), actions: Array.from({ length: 6 }, (_, index) => ({ id: `A-${String(index + 1).padStart(2, '0')}`, title: phrase(context.random), owner: context.random.pick(['devops', 'dba', 'lead']), due: `2026-${String(context.random.between(7, 12)).padStart(2, '0')}-15`, state: context.random.pick(['open', 'in-progress']) })) }, narrative(context, 0)),
];

const rating = (random: Random): { likelihood: number; impact: number } => ({ likelihood: random.between(1, 5), impact: random.between(1, 4) });

function risk(context: Context, id: string): Record<string, unknown> {
  const { random } = context;
  return {
    id, title: phrase(random), category: random.pick(['technical', 'operational', 'security']), components: random.some(COMPONENTS, 1), current: rating(random), treatment: 'mitigate',
    controls: [{ kind: 'preventive', title: sentence(random) }, { kind: 'corrective', title: object(random) }],
    actions: [`A-0${random.between(1, 6)}`], owner: random.pick(['devops', 'dba', 'lead']), state: 'treating', runbooks: someId(context, 'runbook'), causes: [object(random)], consequences: [sentence(random)],
  };
}

type Writer = (context: Context & { readonly member: Member }) => CorpusFile;

/** Phases and steps in the syntax that runbooks are read with: 55 minutes at most in all. */
function procedure(context: Context): string {
  const { random } = context;
  const phases = [['Diagnostic', 5], ['Contenir', random.between(5, 10)], ['Réparer', random.between(10, 30)], ['Vérifier', 10]] as const;
  return phases.map(([title, minutes]) => {
    const steps = Array.from({ length: random.between(3, 5) }, () => `- [ ] ${random.pick(['Ouvrir', 'Lire', 'Relancer', 'Contrôler', 'Noter'])} ${object(random)}\n\n  ${sentence(random)}${random.chance(0.25) ? `\n\n${fence(random).replace(/^/gm, '  ')}` : ''}`);
    return `## ${title} (${minutes} min)\n\n${steps.join('\n')}\n\n${random.chance(0.4) ? `${alert(random)}\n\n` : ''}${link(context, 1)}${paragraph(random, 3)}`;
  }).join('\n\n');
}

/** How each kind of single document is written. */
export const writers: Readonly<Record<MemberKind, Writer>> = {
  runbook: (context) => at(context, context.member.file, {
    kind: 'runbook', id: context.member.id, title: phrase(context.random), summary: sentence(context.random), ...envelope(context), type: context.random.pick(['diagnosis', 'failover', 'restore', 'rollback', 'maintenance']), components: context.random.some(COMPONENTS, 2), severity: context.random.pick(['P0', 'P1', 'P2']), rto: '2 h',
    symptoms: [sentence(context.random), object(context.random)], escalation: 'production', tested: { on: '2026-04-15', result: 'pass', measured: '50 min' }, test_every: '1 y',
  }, `${procedure(context)}\n\n${narrative(context, 1, 260)}`),
  page: (context) => at(context, context.member.file, { kind: 'page', title: phrase(context.random), summary: sentence(context.random), ...envelope(context) }, narrative(context, 1)),
  decision: (context) => at(context, context.member.file, { kind: 'decision', id: context.member.id, title: phrase(context.random), summary: sentence(context.random), ...envelope(context), status: 'accepted', date: '2026-02-12', deciders: ['lead'], decisions: [{ id: `${context.member.id}-D1`, title: phrase(context.random), cost: '0 €' }] }, narrative(context, 1)),
  review: (context) => at(context, context.member.file, {
    kind: 'review', id: context.member.id, title: `Incident : ${phrase(context.random)}`, summary: sentence(context.random), ...envelope(context), severity: 'P1', started: '2026-03-04T02:10', detected: '2026-03-04T02:16', acknowledged: '2026-03-04T02:25', mitigated: '2026-03-04T03:05', resolved: '2026-03-04T04:00',
    timeline: [{ at: '2026-03-04T02:16', what: sentence(context.random), by: subject(context.random) }, { at: '2026-03-04T03:05', what: sentence(context.random) }], causes: [sentence(context.random)], lessons: [sentence(context.random)], components: ['api'], runbooks_used: someId(context, 'runbook'), risks_materialised: ['R-01'], actions: ['A-01'],
  }, narrative(context, 1)),
  risk: (context) => at(context, context.member.file, { kind: 'risk', ...envelope(context), ...risk(context, context.member.id), register: 'registre' }, narrative(context, 1)),
};
