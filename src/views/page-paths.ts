import type { AnyRecord, WikiDocument } from '../model/records.ts';
import { slugOf } from '../model/slug.ts';

export { slugOf };

/** Pages of a system and the kinds of record that each one lists. */
const listed = {
  incidents: ['severity', 'alert', 'policy'],
  roles: ['role'],
  continuity: ['business-activity', 'degraded-mode'],
  backups: ['backup'],
  calendar: ['activity'],
  indicators: ['indicator'],
  actions: ['action'],
} as const;
const listOf = new Map<string, string>(Object.entries(listed).flatMap(([page, kinds]) => kinds.map((kind) => [kind, page])));

/** Kinds of record that have a page of their own, and the folder of it. */
const ownPage: Partial<Record<AnyRecord['kind'], string>> = { risk: 'risks', method: 'methods', component: 'components', runbook: 'runbooks', scenario: 'scenarios', decision: 'decisions', review: 'reviews' };

/** Address of a record, without the site's base: a page, or a place in the page that lists it. */
export function recordPath(record: AnyRecord): string {
  const { kind, system, id } = record;
  const own = ownPage[kind];
  if (own !== undefined) return `/${system}/${own}/${slugOf(id)}/`;
  const list = listOf.get(kind);
  if (list !== undefined) return `/${system}/${list}/#${slugOf(id)}`;
  switch (kind) {
    case 'page':
      return `/${system}/pages/${record.document.slug}/`;
    case 'register':
      return `/${system}/risks/#${slugOf(id)}`;
    case 'choice':
      return `/${system}/decisions/${slugOf((record.document as WikiDocument<'decision'>).value.id)}/#${slugOf(id)}`;
    case 'environment':
    case 'supplier':
      return `/${system}/#${slugOf(id)}`;
    default:
      return `/${system}/`;
  }
}

const documentPages: Record<WikiDocument['kind'], (document: WikiDocument) => string> = {
  system: () => '',
  method: ({ value }) => `methods/${slugOf((value as { id: string }).id)}/`,
  'risk-register': () => 'risks/',
  risk: ({ value }) => `risks/${slugOf((value as { id: string }).id)}/`,
  'incident-matrix': () => 'incidents/',
  escalation: () => 'roles/',
  runbook: ({ value }) => `runbooks/${slugOf((value as { id: string }).id)}/`,
  'continuity-plan': () => 'continuity/',
  'backup-policy': () => 'backups/',
  schedule: () => 'calendar/',
  indicators: () => 'indicators/',
  'action-plan': () => 'actions/',
  decision: ({ value }) => `decisions/${slugOf((value as { id: string }).id)}/`,
  review: ({ value }) => `reviews/${slugOf((value as { id: string }).id)}/`,
  page: ({ slug }) => `pages/${slug}/`,
};

/** Address of the page that shows a document, without the site's base. */
export const documentPath = (document: WikiDocument): string => `/${document.system}/${documentPages[document.kind](document)}`;
