import { describe, expect, it } from 'vitest';
import { presenceAt } from '../../src/site/client/open-hours.ts';
import { callCard, callHours } from '../../src/views/call-now.ts';
import { incidentsView } from '../../src/views/incidents.ts';
import { rolesView } from '../../src/views/roles.ts';
import { wikiOf } from '../model/wiki-of.ts';
import { realWiki as wiki } from './content.ts';

const minute = (iso: string): number => Date.parse(iso) / 60_000;

describe('who to call', () => {
  it('follows the policy, each role once, with its usable contacts first', () => {
    const [p0] = callCard(wiki, 'amazon-reviews').severities;
    expect(p0).toMatchObject({ severity: { id: 'P0' }, shape: 4, from: 'policy' });
    expect(p0?.callees.map(({ role, after, contacts }) => [role.id, after, contacts[0]?.channel, contacts[0]?.usable])).toEqual([
      ['devops', 0, 'phone', true],
      ['dba', 0, 'phone', true],
    ]);
  });

  it('knows that a P2 is not answered at night', () => {
    expect(callCard(wiki, 'amazon-reviews').severities.map(({ severity, uncovered }) => [severity.id, uncovered])).toEqual([['P0', false], ['P1', false], ['P2', true], ['P3', false]]);
  });

  it('never offers a masked number as one to call', () => {
    const { anyone, nobody } = callCard(wiki, 'sp-e');
    expect(nobody).toBe(false);
    expect(anyone.flatMap(({ contacts }) => contacts).map(({ channel, masked, usable }) => ({ channel, masked, usable }))).toEqual([
      { channel: 'phone', masked: true, usable: false },
      { channel: 'email', masked: false, usable: true },
    ]);
  });

  it('says that nobody is documented', () => {
    expect(callCard(wiki, 'immersion-facilitee')).toMatchObject({ nobody: true });
    expect(callCard(wiki, 'ascension')).toMatchObject({ nobody: true, severities: [] });
  });
});

describe('hours of roles', () => {
  const hours = callHours(wiki, 'amazon-reviews');

  it('cover 400 days in the zone of the system', () => {
    expect(hours.zone).toBe('Europe/Paris');
    expect((hours.to - hours.from) / 1440).toBeCloseTo(400, 0);
    expect(hours.hours).toHaveLength(1);
  });

  it('open at nine on the wall, summer and winter, and not on Sunday', () => {
    expect(presenceAt(hours, 'amazon-reviews/data-engineer', minute('2026-03-12T08:30:00Z'))).toEqual({ open: true, until: minute('2026-03-12T17:00:00Z') });
    expect(presenceAt(hours, 'amazon-reviews/data-engineer', minute('2026-07-15T07:30:00Z'))).toEqual({ open: true, until: minute('2026-07-15T16:00:00Z') });
    expect(presenceAt(hours, 'amazon-reviews/data-engineer', minute('2026-03-15T10:00:00Z'))).toEqual({ open: false, next: minute('2026-03-16T08:00:00Z') });
  });

  it('are always open for those on call, unknown for those who do not say, unknown beyond the horizon', () => {
    expect(presenceAt(hours, 'amazon-reviews/devops', minute('2026-03-15T02:00:00Z'))).toEqual({ open: true });
    expect(presenceAt(hours, 'amazon-reviews/manager', minute('2026-03-15T02:00:00Z'))).toBeUndefined();
    expect(presenceAt(hours, 'amazon-reviews/data-engineer', hours.to + 1)).toBeUndefined();
  });

  it('have a night and a day to look at', () => {
    const { day, night } = hours.samples;
    expect(presenceAt(hours, 'amazon-reviews/data-engineer', night)?.open).toBe(false);
    expect(presenceAt(hours, 'amazon-reviews/data-engineer', day!)?.open).toBe(true);
  });
});

describe('a card', () => {
  const made = (own: string) =>
    wikiOf(
      {
        'shop/system.md': ['kind: system\nid: shop\ntitle: Shop'],
        'shop/calls.md': [`kind: escalation\ntitle: Calls\n${own}\nroles:\n  - { id: till, title: Till, availability: "Mo-Fr 09:00-18:00; PH off", delegate: owner, contacts: [{ channel: phone, value: "01" }] }\n  - { id: owner, title: Owner, availability: 24/7, contacts: [{ channel: phone, value: "02", verified: 2024-01-01 }] }`],
      },
      { time_zone: 'Europe/Paris' },
    );

  it('names who stands in once, and those who can be called anyway without it', () => {
    expect(callCard(made(''), 'shop').anyone.map(({ role, standsFor }) => [role.id, standsFor?.id])).toEqual([['till', undefined], ['owner', undefined]]);
    const policy = wikiOf({
      'shop/system.md': ['kind: system\nid: shop\ntitle: Shop'],
      'shop/incidents.md': ['kind: incident-matrix\ntitle: M\nseverities: [{ id: P1, title: High, policy: calls }]'],
      'shop/calls.md': ['kind: escalation\ntitle: Calls\nroles: [{ id: till, title: Till, delegate: owner }, { id: owner, title: Owner }, { id: boss, title: Boss, delegate: owner }]\npolicies: [{ id: calls, steps: [{ after: 0, roles: [till, boss] }] }]'],
    });
    expect(callCard(policy, 'shop').severities[0]?.callees.map(({ role, standsFor }) => [role.id, standsFor?.id])).toEqual([['till', undefined], ['owner', 'till'], ['boss', undefined]]);
  });

  it('says which holidays it does not know, and the zone of hours that are not the system’s', () => {
    expect(callCard(made(''), 'shop').holidays).toEqual([{ kind: 'undeclared' }]);
    expect(callCard(made('holidays: MU'), 'shop').holidays).toEqual([{ kind: 'unknown', country: 'MU' }]);
    expect(callCard(made('holidays: [MU, 2026-11-02]'), 'shop').holidays).toEqual([{ kind: 'until', day: '2026-11-02' }]);
    const away = callCard(made('holidays: FR\ntime_zone: Indian/Mauritius'), 'shop');
    expect(away.holidays).toEqual([]);
    expect(away.anyone.map(({ timeZone }) => timeZone)).toEqual(['Indian/Mauritius', undefined]);
  });

  it('knows hours up to a day that it names, and how old a proof is', () => {
    const { until, anyone } = callCard(made(''), 'shop');
    expect(until).toBe('2027-04-16');
    expect(anyone.flatMap(({ contacts }) => contacts.map(({ stale }) => stale))).toEqual([false, true]);
  });
});

describe('incidents', () => {
  it('stand on an axis of their own delays', () => {
    const { timeline } = incidentsView(wiki, [], 'amazon-reviews');
    expect(timeline?.stops).toEqual([0, '15 min', '1 h', '2 h', '4 h', '24 h', '1 w']);
    expect(timeline?.lanes[1]).toMatchObject({ respond: 2, work: { from: 2, to: 3, until: 'escalation' }, escalate: 3 });
  });

  it('have no axis where no response is promised', () => {
    expect(incidentsView(wiki, [], 'bienbon').timeline).toBeUndefined();
    expect(incidentsView(wiki, [], 'ascension')).toMatchObject({ severities: [], escalation: [], alerts: [] });
  });

  it('tell each role when and whether by phone', () => {
    const { escalation } = incidentsView(wiki, [], 'amazon-reviews');
    expect(escalation.find(({ role }) => role.id === 'devops')?.told).toEqual([
      { after: 0, byPhone: true },
      { after: 0, byPhone: true },
      { after: undefined, byPhone: false },
      { after: undefined, byPhone: false },
    ]);
  });

  it('draw a scale that ends at « Moyen » as such', () => {
    expect(incidentsView(wiki, [], 'bienbon').severities.map(({ shape }) => shape)).toEqual([4, 3, 2]);
  });
});

describe('roles', () => {
  it('put those who answer first and name RACI roles', () => {
    const { roles, raci } = rolesView(wiki, [], 'bienbon');
    expect(roles[0]?.callee.role.id).toBe('on-call');
    expect(raci[0]).toMatchObject({ responsible: ['Dev d’astreinte'], accountable: ['Lead tech'] });
  });
});
