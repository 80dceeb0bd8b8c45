import { nearest } from '../../model/nearest.ts';
import type { Place } from '../../model/place.ts';
import type { RecordOf } from '../../model/records.ts';
import { roleNamed } from '../../model/roles.ts';
import type { Escalation } from '../../model/runbook-body.ts';
import type { Wiki } from '../../model/wiki.ts';
import type { Rule } from '../rule.ts';

const CALLS = /(prévenir|prévenez|appeler|appelez|alerter|alertez|avertir|contacter|contactez|escalader|notify|call|page|alert|contact|escalate|tell)\s/i;

/** Bold words that a call-out asks to call: after a verb of calling, in the same sentence. Other bold words only insist. */
const calledIn = ({ text, roles }: Escalation): string[] =>
  roles.filter((name) => text.split(/[.!?:;]\s/).some((sentence) => CALLS.test(sentence.split(name)[0] ?? '') && sentence.includes(name)));

function placeOfBold(wiki: Wiki, file: string, from: number, name: string): Place {
  const lines = wiki.textOf(file)?.split('\n').slice(from - 1) ?? [];
  const index = lines.findIndex((line) => line.includes(name));
  return index < 0 ? { file, line: from, column: 1 } : { file, line: from + index, column: (lines[index]?.indexOf(name) ?? 0) + 1 };
}

const namesIn = (wiki: Wiki, system: string): string[] => wiki.all('role', system).flatMap(({ id, title, value }) => [id, title, ...value.aliases]);

export const escalationUnknownRole: Rule = {
  id: 'escalation/unknown-role',
  severity: 'error',
  why: 'Whoever escalates looks for this name in the contacts, in the middle of an incident, and does not find it.',
  fix: 'Write the id of a role of the system, or add the role with its contacts.',

  *find(wiki) {
    for (const policy of wiki.all('policy')) {
      for (const [step, { roles }] of policy.value.steps.entries()) {
        for (const [index, id] of roles.entries()) {
          const found = wiki.resolve(id, policy.system);
          if (found?.kind === 'role' || wiki.unreadable.has(id.includes('/') ? id : `${policy.system}/${id}`)) continue;
          yield { ...problem(wiki, policy, id), place: policy.placeOf('steps', step, 'roles', index) };
        }
      }
    }
    for (const runbook of wiki.all('runbook')) {
      for (const escalation of runbook.phases.flatMap(({ escalations }) => escalations)) {
        for (const name of calledIn(escalation)) {
          if (roleNamed(wiki, name, runbook.system) || wiki.unreadable.has(`${runbook.system}/${name}`)) continue;
          yield { ...problem(wiki, runbook, name), place: placeOfBold(wiki, runbook.document.file, escalation.line, name) };
        }
      }
    }
  },
};

function problem(wiki: Wiki, from: RecordOf<'policy'> | RecordOf<'runbook'>, name: string): { what: string; record: string; fix?: string } {
  const named = from.kind === 'policy' ? roleNamed(wiki, name, from.system)?.id : undefined;
  const near = named ?? nearest(name, namesIn(wiki, from.system));
  const other = wiki.resolve(name, from.system);
  const fact = other && other.kind !== 'role' ? `which is a ${other.kind}` : `which no role is called${near === undefined ? '' : `; the nearest is ${near}`}`;
  return { what: `${from.id} calls ${name}, ${fact}`, record: from.key, ...(near !== undefined && { fix: `Write ${near}, or add the role ${name} with its contacts.` }) };
}
