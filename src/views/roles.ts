import type { Finding } from '../checks/finding.ts';
import { calleeOf, type Callee } from '../model/contacts.ts';
import { minutes } from '../model/duration.ts';
import type { AnyRecord, RecordOf, WikiDocument } from '../model/records.ts';
import { policiesCalling, roleNamed } from '../model/roles.ts';
import type { Wiki } from '../model/wiki.ts';

export interface RolesView {
  /** Roles that answer incidents or can be reached come first. */
  readonly roles: readonly { readonly callee: Callee; readonly policies: readonly RecordOf<'policy'>[]; readonly owns: readonly AnyRecord[] }[];
  readonly policies: readonly {
    readonly policy: RecordOf<'policy'>;
    readonly steps: readonly { readonly after: number; readonly roles: readonly { readonly name: string; readonly role?: RecordOf<'role'> | undefined }[]; readonly severities: readonly string[]; readonly channels: readonly string[]; readonly note?: string | undefined }[];
  }[];
  /** One line an activity; names are the roles' titles where they are roles. */
  readonly raci: readonly { readonly activity: string; readonly responsible: readonly string[]; readonly accountable: readonly string[]; readonly consulted: readonly string[]; readonly informed: readonly string[] }[];
  readonly documents: readonly WikiDocument<'escalation'>[];
  readonly findings: readonly Finding[];
}

/** Who does what in a system, and how they are reached. */
export function rolesView(wiki: Wiki, findings: readonly Finding[], system: string): RolesView {
  const documents = wiki.documentsOf('escalation', system);
  const title = (name: string): string => roleNamed(wiki, name, system)?.title ?? name;
  const roles = wiki.all('role', system).map((role) => ({
    callee: calleeOf(wiki, role),
    policies: policiesCalling(wiki, role),
    owns: wiki.backlinks(role.key).filter(({ field }) => field === 'owner').map(({ from }) => from),
  }));
  const answers = ({ callee, policies }: RolesView['roles'][number]): boolean => policies.length > 0 || callee.role.value.contacts.length > 0;
  return {
    roles: [...roles.filter(answers), ...roles.filter((role) => !answers(role))],
    policies: wiki.all('policy', system).map((policy) => ({
      policy,
      steps: policy.value.steps.map(({ after, roles: names, severities, channels, note }) => ({ after: minutes(after) ?? 0, roles: names.map((name) => ({ name, role: wiki.resolveAs('role', name, system) })), severities, channels, note })),
    })),
    raci: documents.flatMap(({ value }) =>
      value.raci.map(({ activity, responsible, accountable, consulted, informed }) => ({
        activity,
        responsible: responsible.map(title),
        accountable: (accountable === undefined ? [] : [accountable].flat()).map(title),
        consulted: consulted.map(title),
        informed: informed.map(title),
      })),
    ),
    documents,
    findings: findings.filter(({ place }) => documents.some(({ file }) => file === place.file)),
  };
}
