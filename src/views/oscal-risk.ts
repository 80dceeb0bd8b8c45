import { narrativeText } from '../model/narrative.ts';
import type { Rated } from '../model/rated.ts';
import type { RecordOf, RiskRecord } from '../model/records.ts';
import { instant, line, originOf, props, some, type Poam } from './oscal-parts.ts';

type Action = RecordOf<'action'>;

const STATUS: Readonly<Record<RiskRecord['value']['state'], string>> = { open: 'open', treating: 'remediating', accepted: 'deviation-approved', materialised: 'investigating', closed: 'closed' };
const LIFECYCLE: Readonly<Record<Action['value']['state'], string>> = { proposed: 'recommendation', open: 'planned', 'in-progress': 'planned', done: 'completed', cancelled: 'planned' };

/** Actions against a risk: those that it cites, and those that say they come from it. */
export function actionsFor({ wiki }: Poam, risk: RiskRecord): Action[] {
  const cited = risk.value.actions.flatMap((id) => wiki.resolveAs('action', id, risk.system) ?? []);
  const coming = wiki.all('action', risk.system).filter(({ value, system }) => value.origin?.ref !== undefined && wiki.resolve(value.origin.ref, system)?.key === risk.key);
  return [...new Set([...cited, ...coming])].filter(({ value }) => value.state !== 'cancelled');
}

export const actionProps = ({ id, value }: Action): object[] => props({ id, state: value.state, owner: value.owner, due: value.due, 'closed-on': value.closed_on, cost: value.cost, effort: value.effort, priority: value.priority });

const response = (poam: Poam, risk: RiskRecord, action: Action): object => ({
  uuid: poam.uuid(risk.id, 'response', action.key),
  lifecycle: LIFECYCLE[action.value.state],
  title: line(action.title),
  description: action.value.summary ?? action.title,
  ...some('props', actionProps(action)),
  ...(action.value.due === undefined ? {} : { tasks: [{ uuid: poam.uuid(risk.id, 'task', action.key), type: 'milestone', title: line(action.title), timing: { 'on-date': { date: instant(action.value.due) } } }] }),
});

/** A rating on the scales of its method, which is named as the system of the facets. */
const characterization = (poam: Poam, risk: RiskRecord, name: string, { likelihood, impact, score, level }: Rated): object => {
  const system = `urn:uuid:${poam.uuid('method', risk.method?.key ?? '')}`;
  const facets: [string, string | number | undefined][] = [['likelihood', likelihood.label], ['impact', impact.label], ['score', score], ['level', level.label]];
  return {
    props: props({ rating: name, method: risk.method?.id }),
    origin: originOf(poam),
    facets: facets.flatMap(([facet, value]) => (value === undefined ? [] : [{ name: facet, system, value: line(String(value)) }])),
  };
};

/** The log of a risk that was accepted. */
function acceptanceLog(poam: Poam, risk: RiskRecord): object {
  const { acceptance } = risk.value;
  if (!acceptance) return {};
  return { 'risk-log': { entries: [{ uuid: poam.uuid(risk.id, 'acceptance'), title: 'Acceptance', description: acceptance.why, start: instant(acceptance.on), ...(acceptance.expires === undefined ? {} : { end: instant(acceptance.expires) }), props: props({ by: acceptance.by }), 'status-change': 'deviation-approved' }] } };
}

/** A risk of a register as OSCAL describes one: ratings, controls, what is done about it and until when. */
export function oscalRisk(poam: Poam, risk: RiskRecord): object {
  const { value } = risk;
  const actions = actionsFor(poam, risk);
  const due = actions.flatMap((action) => (action.value.due === undefined || action.value.state === 'done' ? [] : [action.value.due])).sort()[0];
  const ratings = (['inherent', 'current', 'target'] as const).flatMap((name) => (risk[name] ? [characterization(poam, risk, name, risk[name])] : []));
  return {
    uuid: poam.uuid('risk', risk.id),
    title: line(risk.title),
    description: narrativeText(risk)?.trim() ?? value.summary ?? risk.title,
    statement: [risk.title, ...value.causes, ...value.consequences].join('\n\n'),
    props: props({ id: risk.id, register: risk.register?.id, category: value.category, treatment: value.treatment, owner: value.owner, state: value.state }),
    status: STATUS[value.state],
    origins: [originOf(poam)],
    ...some('characterizations', ratings),
    ...some('mitigating-factors', value.controls.map(({ kind, title, state }, index) => ({ uuid: poam.uuid(risk.id, 'control', String(index), title), description: title, props: props({ kind, state }) }))),
    ...(due === undefined ? {} : { deadline: instant(due) }),
    ...some('remediations', actions.map((action) => response(poam, risk, action))),
    ...acceptanceLog(poam, risk),
  };
}
