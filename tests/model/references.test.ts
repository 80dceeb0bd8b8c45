import { describe, expect, it } from 'vitest';
import { citationsOf, referenceFields } from '../../src/model/references.ts';
import { wikiOf } from './wiki-of.ts';

const wiki = wikiOf({
  'shop/roles.md': [`
kind: escalation
title: Roles
roles:
  - { id: ops, title: Ops, delegate: cto, contacts: [{ channel: phone, for: [P0, P1] }] }
policies:
  - { id: night, steps: [{ after: 0, roles: [ops, dba], severities: [P0] }, { after: 1 h, roles: [cto] }] }`],
  'shop/risk.md': [`
kind: risk
id: R-1
register: main
title: Risk
current: not-rated
owner: Somebody of the night shift
components: [api]
acceptance: { by: cto, on: 2026-01-01, why: Small }`],
});
const cited = (key: string): string[] => [...citationsOf(wiki.records.get(key)!)].map(({ path, target }) => `${path.join('.')} ${target}`);

describe('citations', () => {
  it('are found at any depth, with the way to each', () => {
    expect(cited('shop/ops')).toEqual(['delegate cto', 'contacts.0.for.0 P0', 'contacts.0.for.1 P1']);
    expect(cited('shop/night')).toEqual(['steps.0.roles.0 ops', 'steps.0.roles.1 dba', 'steps.1.roles.0 cto', 'steps.0.severities.0 P0']);
  });

  it('say where free text is allowed', () => {
    const citations = [...citationsOf(wiki.records.get('shop/R-1')!)];
    expect(citations.filter(({ field }) => field.loose === true).map(({ target }) => target)).toEqual(['Somebody of the night shift', 'cto']);
    expect(citations.filter(({ field }) => field.loose !== true).map(({ target }) => target)).toEqual(['api', 'main']);
  });

  it('lead back to their line', () => {
    const record = wiki.records.get('shop/night')!;
    const [, second] = [...citationsOf(record)];
    expect(record.placeOf(...(second?.path ?? []))).toEqual({ file: 'shop/roles.md', line: 7, column: 51 });
  });

  it('name kinds that exist', () => {
    const kinds = Object.keys(referenceFields);
    for (const field of Object.values(referenceFields).flat()) for (const kind of field.kinds ?? []) expect(kinds).toContain(kind);
  });
});
