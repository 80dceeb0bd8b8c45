import { kindName } from '../../model/kind-name.ts';
import { nearest } from '../../model/nearest.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecordOf } from '../../model/records.ts';
import { roleNamed } from '../../model/roles.ts';
import type { Escalation } from '../../model/runbook-body.ts';
import type { Text } from '../../model/text.ts';
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
  title: { en: 'Unknown escalation role', fr: 'Rôle d’escalade inconnu' },
  severity: 'error',
  why: {
    en: 'Whoever escalates looks for this name in the contacts, in the middle of an incident, and does not find it.',
    fr: 'En plein incident, qui escalade cherche ce nom dans les contacts et ne le trouve pas.',
  },
  fix: {
    en: 'Write the id of a role of the system, or add the role with its contacts.',
    fr: 'Écrire l’identifiant d’un rôle du système, ou ajouter le rôle avec ses contacts.',
  },

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

function problem(wiki: Wiki, from: RecordOf<'policy'> | RecordOf<'runbook'>, name: string): Omit<Problem, 'place'> {
  const named = from.kind === 'policy' ? roleNamed(wiki, name, from.system)?.id : undefined;
  const near = named ?? nearest(name, namesIn(wiki, from.system));
  const other = wiki.resolve(name, from.system);
  const fact: Text =
    other && other.kind !== 'role'
      ? { en: `which is ${kindName[other.kind].en}`, fr: `qui est ${kindName[other.kind].fr}` }
      : { en: `which no role is called${near === undefined ? '' : `; the nearest is ${near}`}`, fr: `nom qu’aucun rôle ne porte${near === undefined ? '' : ` ; le plus proche est ${near}`}` };
  return {
    what: { en: `${from.id} calls ${name}, ${fact.en}`, fr: `${from.id} appelle ${name}, ${fact.fr}` },
    record: from.key,
    fix: near === undefined ? undefined : { en: `Write ${near}, or add the role ${name} with its contacts.`, fr: `Écrire ${near}, ou ajouter le rôle ${name} avec ses contacts.` },
  };
}
