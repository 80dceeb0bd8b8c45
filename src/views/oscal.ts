import type { RecordOf } from '../model/records.ts';
import type { Wiki, WikiFolder } from '../model/wiki.ts';
import { actionProps, actionsFor, oscalRisk } from './oscal-risk.ts';
import { instant, line, originOf, poamOf, props, some, type Poam } from './oscal-parts.ts';

/** The version of NIST's schema that the plan is written for. */
const OSCAL = '1.2.1';

const TYPES: Readonly<Record<RecordOf<'component'>['value']['kind'], string>> = { application: 'software', service: 'service', worker: 'software', datastore: 'software', queue: 'software', cache: 'software', storage: 'service', network: 'network', platform: 'service', supplier: 'service', job: 'software', device: 'hardware' };

const component = (poam: Poam, { id, title, value }: RecordOf<'component'>): object => ({ uuid: poam.uuid('component', id), type: TYPES[value.kind], title: line(title), description: value.summary ?? title, props: props({ id, kind: value.kind, owner: value.owner, redundancy: value.redundancy, spof: value.spof }), status: { state: 'operational' } });

/** What is still to be done: every risk that is not closed, and the actions that answer none. */
function items(poam: Poam): object[] {
  const { wiki, system } = poam;
  const risks = wiki.all('risk', system.id);
  const answering = new Set(risks.flatMap((risk) => actionsFor(poam, risk).map(({ key }) => key)));
  const open = risks.filter(({ value }) => value.state !== 'closed').map((risk) => ({ uuid: poam.uuid('item', risk.id), title: line(risk.title), description: risk.value.summary ?? risk.title, props: props({ id: risk.id, kind: 'risk' }), origins: [originOf(poam)], 'related-risks': [{ 'risk-uuid': poam.uuid('risk', risk.id) }] }));
  const others = wiki.all('action', system.id).filter(({ key, value }) => !answering.has(key) && value.state !== 'cancelled');
  return [...open, ...others.map((action) => ({ uuid: poam.uuid('item', action.id), title: line(action.title), description: action.value.summary ?? action.title, props: [...props({ kind: action.value.kind }), ...actionProps(action)], origins: [originOf(poam)] }))];
}

/**
 * The risks and the actions of a system as an OSCAL plan of action and milestones (NIST); undefined where there is nothing to do, because
 * OSCAL has no empty plan. UUIDs are made from names: the same record keeps its own.
 * @param changed instant of the last change of the wiki, where it is known
 */
export function oscalPoam(wiki: Wiki, system: WikiFolder, changed?: string): object | undefined {
  const poam = poamOf(wiki, system);
  const todo = items(poam);
  if (todo.length === 0) return undefined;
  const { site } = wiki;
  const own = { uuid: poam.uuid('system'), type: 'this-system', title: line(system.title), description: system.record?.value.summary ?? system.title, status: { state: 'operational' } };
  return {
    'plan-of-action-and-milestones': {
      uuid: poam.uuid('plan'),
      metadata: {
        title: line(system.title),
        'last-modified': changed === undefined ? instant(wiki.asOf) : new Date(changed).toISOString(),
        version: system.record?.value.version ?? wiki.asOf,
        'oscal-version': OSCAL,
        props: props({ 'as-of': wiki.asOf, audience: site.audience }),
        parties: [{ uuid: poam.party, type: 'organization', name: line(site.organisation ?? site.title) }],
      },
      'system-id': { 'identifier-type': 'https://ietf.org/rfc/rfc4122', id: poam.uuid('system') },
      'local-definitions': { components: [own, ...wiki.all('component', system.id).map((each) => component(poam, each))] },
      ...some('risks', wiki.all('risk', system.id).map((risk) => oscalRisk(poam, risk))),
      'poam-items': todo,
    },
  };
}

/** Systems that have a plan. */
export const systemsWithPlan = (wiki: Wiki): WikiFolder[] => wiki.systems.filter((system) => items(poamOf(wiki, system)).length > 0);
