import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { oscalPoam, systemsWithPlan } from '../../src/views/oscal.ts';
import { wikiOf } from '../model/wiki-of.ts';
import { realWiki } from './content.ts';

/** NIST's schema, where it is at hand. It is not part of the repository. */
const SCHEMA = join(import.meta.dirname, '../../../shared/data/oscal/oscal_poam_schema.json');
const here = existsSync(SCHEMA);
if (!here) console.info('tests/views/oscal: the validation is skipped, the schema of NIST is not at hand');

interface Plan {
  readonly 'plan-of-action-and-milestones': {
    readonly uuid: string;
    readonly metadata: Readonly<Record<string, string>>;
    readonly risks?: readonly { readonly uuid: string; readonly title: string; readonly status: string; readonly deadline?: string; readonly remediations?: readonly { readonly title: string; readonly lifecycle: string; readonly tasks?: readonly { readonly timing: unknown }[] }[]; readonly characterizations?: readonly { readonly facets: readonly { readonly name: string; readonly value: string }[] }[]; readonly 'risk-log'?: unknown }[];
    readonly 'poam-items': readonly { readonly title: string; readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[] }[];
  };
}

const system = ['kind: system\nid: shop\ntitle: |\n  Shop\n  of two lines\ncomponents: [{ id: db, title: Base, kind: datastore }]'] as const;
const method = ['kind: method\nid: m\ntitle: M\nlikelihood: [{ value: 1, label: Low }, { value: 2, label: High }]\nimpact: [{ value: 1, label: Low }, { value: 2, label: High }]\nlevels: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: 3 }]'] as const;
const shop = (risks: string, actions = '', site: Record<string, unknown> = {}): ReturnType<typeof wikiOf> =>
  wikiOf({ 'shop/system.md': system, 'shop/method.md': method, 'shop/risks.md': [`kind: risk-register\ntitle: Risks\nmethod: m\nrisks: [${risks}]`], 'shop/actions.md': [`kind: action-plan\ntitle: Actions\nactions: [${actions}]`] }, site);
const planOf = (wiki: ReturnType<typeof wikiOf>, changed?: string): Plan['plan-of-action-and-milestones'] => {
  const [first] = wiki.systems;
  if (!first) throw new Error('no system');
  return (oscalPoam(wiki, first, changed) as Plan)['plan-of-action-and-milestones'];
};

const RISK = '{ id: R1, title: "Lost  base", current: { likelihood: 2, impact: 2 }, target: { likelihood: 1, impact: 2 }, controls: [{ kind: preventive, title: Copy }, { kind: preventive, title: Copy }], actions: [A1], acceptance: { by: lead, on: 2026-01-01, why: cheap } }';
const ACTIONS = '{ id: A1, title: Copy it, due: 2026-05-01 }, { id: A2, title: Test it, origin: { kind: risk, ref: R1 }, state: done, due: 2026-01-01 }, { id: A3, title: Write, kind: gap }, { id: A4, title: Forget, state: cancelled }';

describe('an OSCAL plan', () => {
  it('holds each risk with its ratings, its controls and what is done about it', () => {
    const plan = planOf(shop(RISK, ACTIONS), '2026-03-10T09:00:00+01:00');
    expect(plan.risks).toHaveLength(1);
    expect(plan.risks?.[0]).toMatchObject({
      title: 'Lost base',
      status: 'open',
      deadline: '2026-05-01T00:00:00Z',
      remediations: [{ title: 'Copy it', lifecycle: 'planned', tasks: [{ type: 'milestone', timing: { 'on-date': { date: '2026-05-01T00:00:00Z' } } }] }, { title: 'Test it', lifecycle: 'completed' }],
      'risk-log': { entries: [{ start: '2026-01-01T00:00:00Z', description: 'cheap' }] },
    });
    expect(plan.risks?.[0]?.characterizations?.map(({ facets }) => facets.map(({ name, value }) => `${name} ${value}`))).toEqual([['likelihood High', 'impact High', 'score 4', 'level High'], ['likelihood Low', 'impact High', 'score 2', 'level Low']]);
    expect(plan['poam-items'].map(({ title }) => title)).toEqual(['Lost base', 'Write']);
    expect(plan['poam-items'][0]?.['related-risks']?.[0]?.['risk-uuid']).toBe(plan.risks?.[0]?.uuid);
    expect(plan.metadata).toMatchObject({ 'last-modified': '2026-03-10T08:00:00.000Z', 'oscal-version': '1.2.1', title: 'Shop of two lines' });
  });

  it('gives a record the same UUID whatever changes around it, and never one to two things', () => {
    const before = planOf(shop(RISK, ACTIONS));
    const after = planOf(shop(`{ id: R0, title: Other, current: not-rated }, ${RISK.replace('Lost  base', 'Base lost')}`, ACTIONS));
    expect(after.risks?.find(({ title }) => title === 'Base lost')?.uuid).toBe(before.risks?.[0]?.uuid);
    expect(after.uuid).toBe(before.uuid);
    for (const { id } of realWiki.systems) {
      const folder = realWiki.systems.find((each) => each.id === id);
      const uuids = [...JSON.stringify(folder && oscalPoam(realWiki, folder)).matchAll(/"uuid":"([^"]+)"/g)].map(([, uuid]) => uuid);
      expect(new Set(uuids).size, id).toBe(uuids.length);
    }
    expect(JSON.stringify(planOf(shop(RISK, ACTIONS, { url: 'https://a.example/' })))).not.toContain(before.uuid);
  });

  it('is none where there is nothing to do', () => {
    const wiki = shop('{ id: R1, title: Done, current: not-rated, state: closed }');
    expect(systemsWithPlan(wiki)).toEqual([]);
    expect(wiki.systems[0] && oscalPoam(wiki, wiki.systems[0])).toBeUndefined();
  });

  it('holds every risk and every action of the five systems', () => {
    for (const folder of systemsWithPlan(realWiki)) {
      const plan = (oscalPoam(realWiki, folder) as Plan)['plan-of-action-and-milestones'];
      expect(plan.risks?.length ?? 0, folder.id).toBe(realWiki.all('risk', folder.id).length);
      const text = JSON.stringify(plan);
      for (const { id, value } of realWiki.all('action', folder.id)) if (value.state !== 'cancelled') expect(text).toContain(`"value":"${id}"`);
    }
    expect(systemsWithPlan(realWiki).map(({ id }) => id)).toEqual(['amazon-reviews', 'bienbon', 'ascension', 'sp-e', 'immersion-facilitee']);
  });

  it.skipIf(!here)('is what the schema of NIST says', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
    const hard = shop('{ id: R1, title: "  A\\n B ", summary: "x\\n\\ny", category: " ", current: not-rated, owner: "  two\\n lines " }', '{ id: 1, title: " A\\n B ", cost: 12 }', { organisation: ' Ops \n team ' });
    for (const wiki of [realWiki, shop(RISK, ACTIONS), hard]) {
      for (const folder of systemsWithPlan(wiki)) expect(validate(oscalPoam(wiki, folder)), `${folder.id} ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
    }
    const [folder] = realWiki.systems;
    const wrong = folder && (structuredClone(oscalPoam(realWiki, folder)) as { 'plan-of-action-and-milestones': Record<string, unknown> });
    if (wrong) delete wrong['plan-of-action-and-milestones']['poam-items'];
    expect(validate(wrong)).toBe(false);
  });
});
