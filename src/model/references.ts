import type { RecordKind, WikiRecord } from './records.ts';

/** A field that cites other records. `loose` fields hold an id or free text: only an id that exists is a link. */
export interface ReferenceField {
  /** Keys from the record's value; `*` stands for every item of a list. */
  readonly path: readonly string[];
  readonly kinds?: readonly RecordKind[];
  readonly loose?: boolean;
}

const owner: ReferenceField = { path: ['owner'], kinds: ['role'], loose: true };
const related: ReferenceField = { path: ['related', '*'] };
const components: ReferenceField = { path: ['components', '*'], kinds: ['component', 'supplier'] };
const envelope: ReferenceField[] = [owner, related, { path: ['supersedes', '*'] }, { path: ['approved_by'], kinds: ['role'], loose: true }];

/** Where each kind of record cites others. Broken references, backlinks and renames all read this table. */
export const referenceFields: Readonly<Record<RecordKind, readonly ReferenceField[]>> = {
  system: envelope,
  method: envelope,
  component: [owner, { path: ['depends_on', '*'], kinds: ['component', 'supplier'] }, { path: ['supplier'], kinds: ['supplier'], loose: true }],
  environment: [],
  supplier: [],
  register: [...envelope, { path: ['method'], kinds: ['method'] }],
  risk: [
    owner,
    related,
    components,
    { path: ['register'], kinds: ['register'] },
    { path: ['actions', '*'], kinds: ['action'] },
    { path: ['runbooks', '*'], kinds: ['runbook'] },
    { path: ['scenarios', '*'], kinds: ['scenario'] },
    { path: ['indicators', '*'], kinds: ['indicator'] },
    { path: ['acceptance', 'by'], kinds: ['role'], loose: true },
  ],
  severity: [{ path: ['policy'], kinds: ['policy'] }],
  alert: [components, { path: ['severity'], kinds: ['severity'] }, { path: ['runbook'], kinds: ['runbook'] }, owner],
  role: [{ path: ['delegate'], kinds: ['role'] }, { path: ['contacts', '*', 'for', '*'], kinds: ['severity'] }],
  policy: [
    { path: ['steps', '*', 'roles', '*'], kinds: ['role'] },
    { path: ['steps', '*', 'severities', '*'], kinds: ['severity'] },
  ],
  runbook: [
    ...envelope,
    components,
    { path: ['severity'], kinds: ['severity'] },
    { path: ['escalation'], kinds: ['policy'] },
    { path: ['scenarios', '*'], kinds: ['scenario'] },
    { path: ['alerts', '*'], kinds: ['alert'], loose: true },
  ],
  scenario: [
    owner,
    components,
    { path: ['runbooks', '*'], kinds: ['runbook'] },
    { path: ['risks', '*'], kinds: ['risk'] },
    { path: ['severity'], kinds: ['severity'] },
  ],
  'business-activity': [components],
  'degraded-mode': [components],
  backup: [owner, components, { path: ['runbook'], kinds: ['runbook'] }],
  activity: [
    owner,
    { path: ['participants', '*'], kinds: ['role'], loose: true },
    components,
    { path: ['scenario'], kinds: ['scenario'] },
    { path: ['runbook'], kinds: ['runbook'] },
  ],
  indicator: [owner, components, { path: ['severity'], kinds: ['severity'] }, { path: ['runbook'], kinds: ['runbook'] }],
  action: [owner, related, { path: ['origin', 'ref'] }],
  decision: [...envelope, { path: ['deciders', '*'], kinds: ['role'], loose: true }, { path: ['requires', '*'], loose: true }],
  choice: [related],
  review: [
    ...envelope,
    components,
    { path: ['severity'], kinds: ['severity'] },
    { path: ['runbooks_used', '*'], kinds: ['runbook'] },
    { path: ['risks_materialised', '*'], kinds: ['risk'] },
    { path: ['actions', '*'], kinds: ['action'] },
  ],
  page: envelope,
};

/** One citation as it stands in a record. */
export interface Citation {
  readonly field: ReferenceField;
  /** The path to the citation in the record's value, list positions included. */
  readonly path: readonly (string | number)[];
  readonly target: string;
}

function* walk(value: unknown, field: ReferenceField, depth: number, path: (string | number)[]): Generator<Citation> {
  const key = field.path[depth];
  if (key === undefined) {
    if (typeof value === 'string') yield { field, path, target: value };
    return;
  }
  if (key === '*') {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, field, depth + 1, [...path, index]);
    return;
  }
  if (typeof value === 'object' && value !== null && key in value) yield* walk((value as Record<string, unknown>)[key], field, depth + 1, [...path, key]);
}

/** Every citation of a record, in the order of its fields. */
export function* citationsOf<K extends RecordKind>(record: WikiRecord<K>): Generator<Citation> {
  for (const field of referenceFields[record.kind]) yield* walk(record.value, field, 0, []);
}
