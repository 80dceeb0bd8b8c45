import type { FoundRecord } from '../found.ts';

/** References to what the import does not hold stay in words: a broken one would be an error. */
export function mendReferences(records: readonly FoundRecord[], taken: readonly string[]): void {
  const ids = new Set([...records.map(({ id }) => id), ...taken]);
  const risks = new Map(records.filter(({ kind }) => kind === 'risk').map((record) => [record.id.toLowerCase(), record]));
  const scenarios = new Map(records.filter(({ kind }) => kind === 'scenario').map((record) => [record.id, record]));
  for (const record of records) {
    mendOrigin(record, ids, risks);
    mendScenarios(record, ids, scenarios);
    mendContacts(record, ids);
  }
}

/** Adds an id to a list of a record. */
function cite({ fields }: FoundRecord, list: 'actions' | 'runbooks', id: string): void {
  fields[list] = [...((fields[list] as string[] | undefined) ?? []), id];
}

/** An action names the risk that it comes from, and the risk its action. */
function mendOrigin(action: FoundRecord, ids: ReadonlySet<string>, risks: ReadonlyMap<string, FoundRecord>): void {
  const { fields } = action;
  const origin = fields['origin'] as { kind: string; ref: string } | undefined;
  if (!origin) return;
  const risk = risks.get(origin.ref.toLowerCase());
  if (risk) cite(risk, 'actions', action.id);
  if (risk || ids.has(origin.ref)) {
    fields['origin'] = { ...origin, ref: risk?.id ?? origin.ref };
    return;
  }
  delete fields['origin'];
  action.kept = [...action.kept, { label: '', text: origin.ref }];
}

/** A runbook names its scenarios, and each scenario its runbooks. */
function mendScenarios(runbook: FoundRecord, ids: ReadonlySet<string>, scenarios: ReadonlyMap<string, FoundRecord>): void {
  const { fields } = runbook;
  const cited = fields['scenarios'] as string[] | undefined;
  if (!cited) return;
  const held = cited.filter((id) => ids.has(id));
  if (held.length === 0) delete fields['scenarios'];
  else fields['scenarios'] = held;
  for (const id of held) {
    const scenario = scenarios.get(id);
    if (scenario) cite(scenario, 'runbooks', runbook.id);
  }
}

/** A contact is for severities that the import holds. */
function mendContacts(role: FoundRecord, ids: ReadonlySet<string>): void {
  const contacts = role.fields['contacts'] as { for?: string[] }[] | undefined;
  if (!contacts?.some((contact) => contact.for?.some((id) => !ids.has(id)))) return;
  role.kept = [...role.kept, { label: 'contact', text: contacts.flatMap((contact) => contact.for ?? []).join(', ') }];
  role.fields['contacts'] = contacts.map(({ for: severities, ...contact }) => ({ ...contact, ...(severities?.every((id) => ids.has(id)) ? { for: severities } : {}) }));
}
