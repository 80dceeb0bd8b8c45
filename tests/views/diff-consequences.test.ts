import { describe, expect, it } from 'vitest';
import { changed, diffOfFiles, said, SHOP, shopDiff } from './diff-wiki.ts';

const R1 = 'current: { likelihood: 3, impact: 4 }';

describe('risks', () => {
  it('move: score, level, tolerance', () => {
    expect(said(shopDiff({ 'shop/risks.md': [[R1, 'current: { likelihood: 4, impact: 4 }']] }))).toEqual(['worse R-1 risk/moved: 12 → 16, High → Critical, leaves tolerance']);
    expect(said(shopDiff({ 'shop/risks.md': [[R1, 'current: { likelihood: 4, impact: 4 }']] }), 'fr')).toEqual(['worse R-1 risk/moved: 12 → 16, High → Critical, sort de la tolérance']);
    expect(said(shopDiff({ 'shop/risks.md': [[R1, 'current: { likelihood: 1, impact: 4 }']] }))).toEqual(['better R-1 risk/moved: 12 → 4, High → Low']);
    expect(said(shopDiff({ 'shop/risks.md': [[R1, 'current: { likelihood: 4, impact: 3 }']] }))).toEqual(['neutral R-1 risk/moved: 3 × 4 → 4 × 3 = 12, High']);
    const out = changed(SHOP, { 'shop/risks.md': [[R1, 'current: { likelihood: 4, impact: 4 }']] });
    expect(said(diffOfFiles(out, changed(out, { 'shop/risks.md': [['likelihood: 4', 'likelihood: 5']] })))).toEqual(['worse R-1 risk/moved: 16 → 20, Critical, still out of tolerance']);
    expect(said(shopDiff({ 'shop/risks.md': [[R1, 'current: not-rated']] }))).toEqual(['worse R-1 risk/moved: is no longer rated (was 12, High)']);
  });

  it('move without an edit, when their method does', () => {
    expect(said(shopDiff({ 'shop/method.md': [['label: Critical, from: 16', 'label: Critical, from: 12']] }))).toEqual(['worse R-1 risk/moved: 12, High → Critical, leaves tolerance, the method changed']);
    expect(said(shopDiff({ 'shop/method.md': [['appetite: high', 'appetite: moderate'], ['action_from: 12', 'action_from: 15']] }))).toEqual([
      'worse R-1 risk/moved: 12, High, leaves tolerance, the method changed',
      'worse S1 scenario/moved: 10, High, leaves tolerance, the method changed',
      'worse scale method/moved: asks for an action from: 12 → 15',
      'better scale method/moved: tolerates less: High → Moderate',
    ]);
  });

  it('appear and go', () => {
    const line = (likelihood: number): [string, string] => ['  - id: R-2\n', `  - { id: R-3, title: A flood, current: { likelihood: ${likelihood}, impact: 5 } }\n  - id: R-2\n`];
    expect(said(shopDiff({ 'shop/risks.md': [line(5)] }))).toEqual(['worse R-3 risk/appeared: appears: 25, Critical, out of tolerance']);
    expect(said(shopDiff({ 'shop/risks.md': [line(1)] }))).toEqual(['neutral R-3 risk/appeared: appears: 5, Moderate']);
    const with3 = changed(SHOP, { 'shop/risks.md': [line(1)] });
    expect(said(diffOfFiles(with3, SHOP))).toEqual(['worse R-3 risk/gone: leaves the register without being closed (was 5, Moderate)']);
    expect(said(diffOfFiles(with3, changed(with3, { 'shop/risks.md': [['impact: 5 } }', 'impact: 5 }, state: closed }']] })))).toEqual(['better R-3 risk/state: is closed (was 5, Moderate)']);
    expect(said(diffOfFiles(with3, changed(with3, { 'shop/risks.md': [['impact: 5 } }', 'impact: 5 }, state: materialised }']] })))).toEqual(['worse R-3 risk/state: has materialised']);
  });

  it('lose an owner, a control, an action, a runbook, and gain them', () => {
    const cases: [string, string, string, string][] = [
      ['    owner: dba\n', '', 'worse R-1 risk/owner: has no owner any more (was dba)', 'better R-1 risk/owner: has an owner: dba'],
      ['      - { kind: corrective, title: Join by blocks }\n', '', 'worse R-1 risk/control: loses a control: “Join by blocks”', 'better R-1 risk/control: gains a control: “Join by blocks”'],
      ['title: Join by blocks }', 'title: Join by blocks, state: missing }', 'worse R-1 risk/control: loses a control: “Join by blocks”', 'better R-1 risk/control: gains a control: “Join by blocks”'],
      ['actions: [A-1, A-2]', 'actions: [A-1]', 'worse R-1 risk/action: loses an action: A-2', 'better R-1 risk/action: gains an action: A-2'],
      ['    runbooks: [RB-1]\n', '', 'worse R-1 risk/runbook: loses a runbook: RB-1', ''],
    ];
    for (const [from, to, worse, better] of cases) {
      const after = changed(SHOP, { 'shop/risks.md': [[from, to]] });
      expect(said(diffOfFiles(SHOP, after))).toEqual([worse]);
      expect(said(diffOfFiles(after, SHOP))).toEqual(better === '' ? [] : [better]);
    }
    // An action or a runbook may say itself whom it serves.
    const from = changed(SHOP, { 'shop/actions.md': [['title: Old work, state: done', 'title: New work, origin: { kind: risk, ref: R-2 }']] });
    expect(said(diffOfFiles(SHOP, from))).toEqual(['worse A-3 action/state: is to be done again', 'better R-2 risk/action: gains an action: A-3']);
    expect(said(shopDiff({ 'shop/runbooks/rb-1.md': [['id: RB-1', 'id: RB-1\nscenarios: [S1]']], 'shop/continuity.md': [[', runbooks: [RB-1]', '']] }))).toEqual([]);
    expect(said(shopDiff({ 'shop/risks.md': [['    actions: [A-1, A-2]\n', '']] }))).toEqual(['worse R-1 risk/action: loses an action: A-1 and A-2, and has none left']);
    expect(said(shopDiff({ 'shop/risks.md': [['owner: dba', 'owner: lead']] }))).toEqual(['neutral R-1 risk/owner: changes owner: dba → lead']);
  });

  it('do not lose a control that is said in other words', () => {
    expect(said(shopDiff({ 'shop/risks.md': [['title: Alert at 80 % of memory', 'title: Alert at 75 % of memory']] }))).toEqual([]);
  });

  it('that came in a new register are counted, not listed', () => {
    const register = `---\nkind: risk-register\nid: more\ntitle: More\nmethod: scale\nrisks:\n${[1, 2, 3, 4].map((number) => `  - { id: M-${number}, title: Number ${number} of many, current: { likelihood: 5, impact: ${number + 1} } }`).join('\n')}\n---\n`;
    expect(said(shopDiff({ 'shop/more.md': register }))).toEqual(['neutral more register/appeared: is a new register: 4 risks (2 out of tolerance)']);
    expect(said(diffOfFiles(changed(SHOP, { 'shop/more.md': register }), SHOP))).toEqual(['worse more register/gone: is no register any more: 4 risks (2 out of tolerance)']);
  });
});

describe('severities', () => {
  it('answer later', () => {
    expect(said(shopDiff({ 'shop/incidents.md': [['respond_in: 15 min', 'respond_in: 30 min']] }))).toEqual(['worse P0 severity/later: is answered later: 15 min → 30 min']);
    expect(said(shopDiff({ 'shop/incidents.md': [['resolve_in: 4 h', 'resolve_in: 2 h']] }))).toEqual(['better P0 severity/later: is resolved sooner: 4 h → 2 h']);
    expect(said(shopDiff({ 'shop/incidents.md': [['resolve_in: 4 h, ', '']] }))).toEqual(['worse P0 severity/later: is resolved later: 4 h → no promised delay']);
    expect(said(shopDiff({ 'shop/incidents.md': [['respond_in: 15 min', 'respond_in: PT15M']] }))).toEqual([]);
  });

  it('have nobody at night any more', () => {
    const night = shopDiff({ 'shop/escalation.md': [['id: dba, title: DBA, availability: 24/7', 'id: dba, title: DBA, availability: "Mo-Fr 09:00-18:00"'], ['id: lead, title: Lead, availability: 24/7', 'id: lead, title: Lead, availability: "Mo-Fr 08:00-18:00"']] });
    expect(said(night)[0]).toBe('worse P0 severity/unanswered: is answered by nobody any more on Monday to Thursday 18:00–08:00, Friday 18:00–Monday 08:00 (118 h a week in all)');
    expect(said(night, 'fr')[0]).toMatch(/^worse P0 severity\/unanswered: n’a plus personne pour répondre du lundi au jeudi de 18 h à 8 h, /);
    expect(said(night).filter((line) => line.includes('role/availability'))).toHaveLength(2);
    expect(said(shopDiff({ 'shop/incidents.md': [['hours: 24/7', 'hours: "Mo-Fr 09:00-18:00"']] }))).toEqual(['worse P0 severity/hours: is promised Mo-Fr 09:00-18:00 (was 24/7)']);
  });

  it('lose whoever answers in time, or their policy', () => {
    expect(said(shopDiff({ 'shop/escalation.md': [['after: 0 min, roles: [dba], severities: [P0, P1]', 'after: 1 h, roles: [dba], severities: [P0, P1]'], ['after: 10 min', 'after: 20 min']] }))).toEqual([
      'worse P0 severity/unanswered: is answered in time by nobody any more, at any hour',
      'worse P0 severity/later: calls the first person later: 0 → 20 min',
      'worse P1 severity/later: calls the first person later: 0 → 1 h',
      'worse prod policy/role-later: calls dba for P0 and P1 later: 0 → 1 h',
      'worse prod policy/role-later: calls lead for P0 later: 10 min → 20 min',
    ]);
    expect(said(shopDiff({ 'shop/incidents.md': [['hours: 24/7, policy: prod', 'hours: 24/7']] }))).toEqual(['worse P0 severity/unanswered: is answered by no policy any more']);
  });

  it('appear and go', () => {
    expect(said(shopDiff({ 'shop/incidents.md': [['  - { id: P1', '  - { id: P9, title: Minor, respond_in: 1 d }\n  - { id: P1']] }))).toEqual(['neutral P9 severity/appeared: is a new severity, answered within 1 day']);
    expect(said(shopDiff({ 'shop/incidents.md': [['  - { id: P1, title: Slow, respond_in: 4 h, hours: business hours, policy: prod }\n', '']] }))).toEqual(['worse P1 severity/gone: is no severity any more']);
  });
});

describe('people', () => {
  it('leave a policy, whole or for a severity, and join it', () => {
    const after = changed(SHOP, { 'shop/escalation.md': [['      - { after: 10 min, roles: [lead], severities: [P0] }\n', '']] });
    expect(said(diffOfFiles(SHOP, after))).toEqual(['worse prod policy/role-left: does not call lead any more']);
    expect(said(diffOfFiles(after, SHOP))).toEqual(['better prod policy/role-left: calls lead too']);
    expect(said(shopDiff({ 'shop/escalation.md': [['severities: [P0, P1]', 'severities: [P1]']] }))).toContain('worse prod policy/role-left: does not call dba for P0 any more');
    expect(said(shopDiff({ 'shop/escalation.md': [['[dba], severities: [P0, P1]', '[dba]']] }))).toEqual([]);
  });

  it('lose a contact, a holder, hours, or their role', () => {
    expect(said(shopDiff({ 'shop/escalation.md': [[', { channel: email, value: dba@example.org }', '']] }))).toEqual(['worse dba role/contact: loses a contact: email dba@example.org']);
    expect(said(shopDiff({ 'shop/escalation.md': [['01 42', '01 99']] }))).toEqual(['neutral dba role/contact: is reached at phone +33 6 39 98 01 99 instead of phone +33 6 39 98 01 42']);
    expect(said(shopDiff({ 'shop/escalation.md': [['holders: 2', 'holders: 1']] }))).toEqual(['worse dba role/holders: is held by 1 instead of 2']);
    expect(said(shopDiff({ 'shop/escalation.md': [['  - { id: lead, title: Lead, availability: 24/7, contacts: [{ channel: phone, value: "+33 6 39 98 01 43" }] }\n', '']] }))).toEqual(['worse P0 severity/unanswered: calls a role that is not one: lead', 'worse lead role/gone: is no role any more (called by prod)']);
  });

  it('lose a whole policy', () => {
    const { 'shop/escalation.md': escalation = '' } = SHOP;
    const without = `${escalation.slice(0, escalation.indexOf('policies:'))}---\n`;
    const lines = said(shopDiff({ 'shop/escalation.md': without }));
    expect(lines).toContain('worse prod policy/gone: is no policy any more (answered P0 and P1)');
    expect(lines[0]).toBe('worse P0 severity/unanswered: is answered by no policy any more');
  });
});

describe('recovery', () => {
  it('passes its RTO by a longer phase or a shorter promise', () => {
    expect(said(shopDiff({ 'shop/runbooks/rb-1.md': [['Restore (40 min)', 'Restore (1 h 20)']] }))).toEqual(['worse RB-1 runbook/over-rto: takes 1 h 30 on its longest path, more than its RTO of 1 h (was 50 min)']);
    expect(said(shopDiff({ 'shop/runbooks/rb-1.md': [['rto: 1 h', 'rto: 30 min']] }))).toEqual(['worse RB-1 runbook/over-rto: takes 50 min on its longest path, more than its RTO of 30 min (the RTO was 1 h)']);
    expect(said(diffOfFiles(changed(SHOP, { 'shop/runbooks/rb-1.md': [['(40 min)', '(2 h)']] }), SHOP))).toEqual(['better RB-1 runbook/over-rto: fits its RTO of 1 h again: 50 min (was 2 h 10)']);
    expect(said(shopDiff({ 'shop/runbooks/rb-1.md': [['(40 min)', '(45 min)']] }))).toEqual(['neutral RB-1 runbook/time: takes longer: 50 min → 55 min']);
  });

  it('loses a runbook, its test, or its state', () => {
    expect(said(shopDiff({ 'shop/runbooks/rb-1.md': null })).slice(0, 1)).toEqual(['worse RB-1 runbook/gone: is no runbook any more']);
    expect(said(shopDiff({ 'shop/runbooks/rb-1.md': [['2026-01-15, result: pass', '2026-03-01, result: fail']] }))).toEqual(['worse RB-1 runbook/test: failed its test of 2026-03-01']);
    expect(said(shopDiff({ 'shop/runbooks/rb-1.md': [['rto: 1 h', 'rto: 1 h\ndocumentation: obsolete']] }))).toEqual(['worse RB-1 runbook/documentation: documentation: documented → obsolete']);
    expect(said(shopDiff({ 'shop/runbooks/rb-1.md': [['rto: 1 h', 'rto: 1 h\nstatus: retired']] }))).toEqual(['worse RB-1 runbook/documentation: is retired']);
  });

  it('holds its RPO no more', () => {
    expect(said(shopDiff({ 'shop/backups.md': [['schedule: every 30 min', 'schedule: daily']] }))).toEqual(['worse db component/rpo: does not hold its RPO of 1 h any more: it may lose 24 h (BK-1)', 'worse BK-1 backup/rarer: runs less often: 30 min → 24 h between two']);
    expect(said(shopDiff({ 'shop/system.md': [['rpo: 1 h', 'rpo: 5 min']] }))).toEqual(['worse db component/rpo: does not hold its RPO of 5 min any more: it may lose 30 min (BK-1)', 'better db objective/moved: RPO: 1 h → 5 min']);
    expect(said(shopDiff({ 'shop/backups.md': null }))).toEqual(['worse db component/rpo: does not hold its RPO of 1 h any more: nothing copies it', 'worse BK-1 backup/gone: is no backup any more']);
    expect(said(diffOfFiles(changed(SHOP, { 'shop/backups.md': [['every 30 min', 'daily']] }), SHOP))).toContain('better db component/rpo: holds its RPO of 1 h now');
  });

  it('promises less, copies less, stands on less', () => {
    expect(said(shopDiff({ 'shop/system.md': [['rto: 4 h', 'rto: 8 h']] }))).toEqual(['worse shop objective/moved: RTO: 4 h → 8 h']);
    expect(said(shopDiff({ 'shop/continuity.md': [['rto: 1 h, ', '']] }))).toEqual(['worse S1 objective/moved: promises no RTO any more (was 1 h)']);
    expect(said(shopDiff({ 'shop/continuity.md': [[', runbooks: [RB-1]', '']] }))).toEqual(['worse S1 scenario/runbook: loses a runbook: RB-1, and has none left']);
    expect(said(shopDiff({ 'shop/backups.md': [['retention: 30 d, encrypted: true, copies: [{ location: elsewhere, offsite: true }]', 'retention: 7 d, encrypted: false']] }))).toEqual([
      'worse BK-1 backup/retention: is kept for less: 30 days → 7 days',
      'worse BK-1 backup/protection: has no copy off site any more',
      'worse BK-1 backup/protection: is not encrypted any more',
    ]);
    expect(said(shopDiff({ 'shop/system.md': [['redundancy: active-passive, failover: automatic, spof: partial, instances: 2', 'redundancy: none, failover: manual, spof: yes, instances: 1']] }))).toEqual([
      'worse db component/redundancy: redundancy: active-passive → none',
      'worse db component/redundancy: failover: automatic → manual',
      'worse db component/redundancy: instances: 2 → 1',
      'worse db component/spof: single point of failure: partial → yes',
    ]);
  });

  it('waits for an action', () => {
    expect(said(shopDiff({ 'shop/actions.md': [['due: 2026-04-01', 'due: 2026-05-01']] }))).toEqual(['worse A-1 action/postponed: is postponed by 30 days: 2026-04-01 → 2026-05-01']);
    expect(said(shopDiff({ 'shop/actions.md': [['due: 2026-04-01', 'state: done']] }))).toEqual(['better A-1 action/state: is done']);
    expect(said(shopDiff({ 'shop/actions.md': [['due: 2026-04-01', 'state: cancelled']] }))).toEqual(['worse A-1 action/state: is cancelled']);
  });
});

describe('systems', () => {
  const other = Object.fromEntries(Object.entries(SHOP).filter(([file]) => file.includes('/')).map(([file, text]) => [file.replace('shop/', 'depot/'), text.replace('id: shop', 'id: depot').replace('title: Shop', 'title: Depot')]));

  it('come and go whole, with what they hold', () => {
    expect(said(diffOfFiles(SHOP, { ...SHOP, ...other }))).toEqual(['neutral depot system/appeared: is a new system: 2 risks, 1 scenario, 2 severities, 1 escalation policy, 1 runbook, 1 backup']);
    expect(said(diffOfFiles({ ...SHOP, ...other }, SHOP))).toEqual(['worse depot system/gone: is no system any more: 2 risks, 1 scenario, 2 severities, 1 escalation policy, 1 runbook, 1 backup']);
  });
});

it('says the worst first, then what is better, then what is to be known', () => {
  const lines = said(shopDiff({
    'shop/risks.md': [[R1, 'current: { likelihood: 4, impact: 5 }'], ['    owner: lead\n', '']],
    'shop/runbooks/rb-1.md': [['(40 min)', '(2 h)']],
    'shop/incidents.md': [['resolve_in: 4 h', 'resolve_in: 3 h']],
    'shop/escalation.md': [['01 42', '01 99']],
  })).map((line) => line.split(':')[0]);
  expect(lines).toEqual(['worse R-1 risk/moved', 'worse RB-1 runbook/over-rto', 'worse R-2 risk/owner', 'better P0 severity/later', 'neutral dba role/contact']);
});
