import { describe, expect, it } from 'vitest';
import { fieldText } from '../../src/cli/reporters/diff-words.ts';
import { kinds } from '../../src/schemas/kinds.ts';
import type { WikiDiff } from '../../src/views/diff/wiki-diff.ts';
import { diffOf, makesWorse } from '../../src/views/diff/wiki-diff.ts';
import { changed, diffOfFiles, said, SHOP, shopDiff } from './diff-wiki.ts';

/** `changed shop/R-1: current.likelihood: 3 → 4`, one line a field. */
const fields = ({ records }: WikiDiff): string[] => records.flatMap(({ change, key, was, fields: list }) => [`${change} ${key}${was ? ` (was ${was.key}, by ${was.followed})` : ''}`, ...list.map((field) => `  ${fieldText(field, 'en')}`)]);
const documents = (diff: WikiDiff): string[] => diff.documents.flatMap(({ change, file, was, fields: list }) => [`${change} ${file}${was === undefined ? '' : ` (was ${was})`}`, ...list.map((field) => `  ${fieldText(field, 'en')}`)]);

describe('fields', () => {
  it('are all listed, whatever the kind: values, items, order, texts', () => {
    const diff = shopDiff({
      'shop/system.md': [['title: Shop\n', 'title: Shops\n'], ['rotate: yearly', 'rotate: quarterly'], ['title: API, kind: application', 'title: API, kind: service, depends_on: [db]'], ['Sells things.', 'Sells more things.\n\nTo all.']],
      'shop/risks.md': [['It happened twice.', 'It happened three times.'], ['kind: corrective', 'kind: detective']],
      'shop/escalation.md': [['after: 10 min', 'after: 11 min']],
    });
    expect(fields(diff)).toEqual([
      'changed shop/prod',
      '  steps[2].after: 10 min → 11 min',
      'changed shop/R-1',
      '  controls[Join by blocks].kind: corrective → detective',
      '  narrative: +1 −1 lines',
      'changed shop/shop',
      '  title: Shop → Shops',
      '  secrets[DATABASE_URL].rotate: yearly → quarterly',
      '  body: +3 −1 lines',
      'changed shop/api',
      '  kind: application → service',
      '  depends_on: + db',
    ]);
    expect(documents(diff)).toEqual(['changed shop/escalation.md', 'changed shop/risks.md', 'changed shop/system.md']);
  });

  it('of the document around a list, and the order of the list', () => {
    const swapped = shopDiff({ 'shop/incidents.md': [['id: matrix', 'id: matrix\nowner: lead'], ['id: P0, title: Down', 'id: P9, title: X'], ['id: P1, title: Slow', 'id: P0, title: Down'], ['id: P9, title: X', 'id: P1, title: Slow']] });
    expect(documents(swapped)).toEqual(['changed shop/incidents.md', '  owner: — → lead', '  severities: new order: P1, P0']);
  });

  it('that are only set out otherwise are no change of a record', () => {
    const diff = shopDiff({ 'shop/actions.md': [['actions:\n', 'actions: # to do\n']] });
    expect([fields(diff), documents(diff), diff.consequences, diff.same]).toEqual([[], ['changed shop/actions.md'], [], false]);
  });

  it('do not change with the ends of lines', () => {
    const windows = Object.fromEntries(Object.entries(SHOP).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]));
    expect(diffOfFiles(SHOP, windows)).toMatchObject({ same: true, records: [], documents: [] });
  });

  it('show no credential, whether it comes or goes', () => {
    const token = 'ghp_0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R';
    const leaked = changed(SHOP, { 'shop/actions.md': [['title: Buy memory', `title: Buy memory, summary: "with ${token}"`]], 'shop/escalation.md': [['value: dba@example.org', 'value: "https://dba:hunter22pass@mail.example.org"']] });
    for (const diff of [diffOfFiles(SHOP, leaked), diffOfFiles(leaked, SHOP)]) {
      const text = JSON.stringify(diff);
      expect(text).toContain('with ••••');
      expect(text).toContain('https://dba:••••');
      expect(text).not.toMatch(/ghp_0a1B|hunter22/);
    }
  });

  it('of site.yml', () => {
    expect(shopDiff({ 'site.yml': [['language: en', 'language: fr']] }).settings).toEqual([{ path: 'language', before: 'en', after: 'fr' }]);
  });

  it('are shown from where long texts differ', () => {
    const text = 'word '.repeat(40);
    expect(fieldText({ path: 'note', before: `${text}one`, after: `${text}two` }, 'en')).toBe('note: …word word word word one → …word word word word two');
  });

  it('of every kind of document reach the diff', () => {
    // A title is the one field that all kinds have.
    const documentsOf = Object.keys(kinds).map((kind): [string, string] => {
      const more: Record<string, string> = {
        method: 'likelihood: [{ value: 1, label: A }, { value: 2, label: B }]\nimpact: [{ value: 1, label: A }, { value: 2, label: B }]\nlevels: [{ id: low, label: L, from: 1 }, { id: high, label: H, from: 2 }]\n',
        'risk-register': 'method: m\n',
        risk: 'register: r\ncurrent: not-rated\n',
        'incident-matrix': 'severities: [{ id: S, title: S }]\n',
        runbook: 'type: restore\n',
        decision: 'date: 2026-01-01\n',
      };
      return [kind, `---\nkind: ${kind}\nid: ${kind === 'system' ? 'all' : `x-${kind}`}\ntitle: Before\n${more[kind] ?? ''}---\n`];
    });
    const before = { 'site.yml': 'title: T\n', ...Object.fromEntries(documentsOf.map(([kind, text]) => [`all/${kind}.md`, text])) };
    const after = Object.fromEntries(Object.entries(before).map(([file, text]) => [file, text.replace('title: Before', 'title: After')]));
    const diff = diffOfFiles(before, after);
    expect(diff.from.unread).toEqual([]);
    const told = [...diff.records.map(({ place, fields: list }) => [place.file, list]), ...diff.documents.map(({ file, fields: list }) => [file, list])].filter(([, list]) => JSON.stringify(list) === '[{"path":"title","before":"Before","after":"After"}]').map(([file]) => file as string);
    expect(told.sort()).toEqual(documentsOf.map(([kind]) => `all/${kind}.md`).sort());
  });
});

describe('renames', () => {
  it('are followed by alias, and no reference to them is a change', () => {
    const diff = shopDiff({
      'shop/escalation.md': [['id: dba, title: DBA', 'id: database, title: Somebody else, aliases: [dba]'], ['roles: [dba]', 'roles: [database]']],
      'shop/risks.md': [['owner: dba', 'owner: database']],
      'shop/actions.md': [['owner: dba', 'owner: database']],
    });
    expect(fields(diff)).toEqual(['changed shop/database (was shop/dba, by alias)', '  title: DBA → Somebody else', '  aliases: + dba']);
    expect(diff.consequences).toEqual([]);
  });

  it('are followed by a title alike, within the kind', () => {
    const diff = shopDiff({ 'shop/risks.md': [['id: R-2\n    title: The supplier goes out of business', 'id: R-9\n    title: The supplier goes out of its business']] });
    expect(fields(diff)).toEqual(['changed shop/R-9 (was shop/R-2, by title)', '  title: The supplier goes out of business → The supplier goes out of its business']);
    const another = shopDiff({ 'shop/risks.md': [['id: R-2\n    title: The supplier goes out of business', 'id: R-9\n    title: An earthquake']] });
    expect(said(another)).toEqual(['worse R-2 risk/gone: leaves the register without being closed (was 4, Low)', 'neutral R-9 risk/appeared: appears: 4, Low']);
  });

  it('are followed by id into another file, and by Git for a page without an id', () => {
    const { 'shop/actions.md': actions = '', 'shop/pages/guide.md': guide = '' } = SHOP;
    const moved = shopDiff({ 'shop/actions.md': null, 'shop/plan/actions.md': actions });
    expect([documents(moved), moved.consequences, moved.findings.appeared]).toEqual([['renamed shop/plan/actions.md (was shop/actions.md)'], [], []]);
    expect(moved.records.every(({ change, movedFrom }) => change === 'changed' && movedFrom === 'shop/actions.md')).toBe(true);
    const page = shopDiff({ 'shop/pages/guide.md': null, 'shop/pages/manual.md': guide.replace('Two', 'Three').replace('of text that say something', 'x').replace('and a third', 'y').replace('and a fourth', 'z') }, { renames: new Map([['shop/pages/manual.md', 'shop/pages/guide.md']]) });
    expect(fields(page)).toEqual(['changed shop/page:manual (was shop/page:guide, by file)', '  body: +4 −4 lines']);
  });

  it('are followed by likeness where Git does not follow the file yet', () => {
    const { 'shop/pages/guide.md': guide = '' } = SHOP;
    const diff = shopDiff({ 'shop/pages/guide.md': null, 'shop/pages/manual.md': guide.replace('Two lines', 'Three lines') });
    expect(documents(diff)).toEqual(['renamed shop/pages/manual.md (was shop/pages/guide.md)']);
  });

  it('are followed when a whole system changes its name', () => {
    const store = Object.fromEntries(Object.entries(SHOP).map(([file, text]) => [file.replace('shop/', 'store/'), text.replace('id: shop', 'id: store')]));
    const diff = diffOfFiles(SHOP, changed(store, { 'store/risks.md': [['current: { likelihood: 3, impact: 4 }', 'current: { likelihood: 4, impact: 4 }']] }));
    expect(said(diff)).toEqual(['worse R-1 risk/moved: 12 → 16, High → Critical, leaves tolerance']);
    expect(diff.records.map(({ change }) => change)).not.toContain('appeared');
    expect(diff.findings.appeared).toEqual([]);
    expect(diff.matrices).toHaveLength(1);
  });

  it('keep a record that moves to another system', () => {
    const files = { ...SHOP, 'depot/system.md': '---\nkind: system\nid: depot\ntitle: Depot\n---\n', 'depot/escalation.md': '---\nkind: escalation\ntitle: Depot\nroles: []\n---\n' };
    const diff = diffOfFiles(files, changed(files, { 'shop/escalation.md': [['  - { id: lead, title: Lead, availability: 24/7, contacts: [{ channel: phone, value: "+33 6 39 98 01 43" }] }\n', '']], 'depot/escalation.md': [['roles: []', 'roles:\n  - { id: lead, title: Lead, availability: 24/7, contacts: [{ channel: phone, value: "+33 6 39 98 01 43" }] }']] }));
    expect(fields(diff).filter((line) => line.includes('lead'))).toEqual(['changed depot/lead (was shop/lead, by id)']);
    // The policy still calls it by its old name, and reaches nobody.
    expect(said(diff)).toEqual(['worse P0 severity/unanswered: calls a role that is not one: lead', 'worse prod policy/role-left: does not call lead any more']);
  });
});

describe('findings', () => {
  const rules = (list: readonly { finding: { rule: string; record?: string | undefined } }[]): string[] => list.map(({ finding }) => `${finding.rule} ${finding.record ?? ''}`);

  it('appear and disappear, wherever their lines are', () => {
    const lines = shopDiff({ 'shop/risks.md': [['method: scale\n', 'method: scale\n# a comment\n\n']] });
    expect(lines.findings).toMatchObject({ appeared: [], disappeared: [], changed: [] });
    expect(lines.findings.standing).toBeGreaterThan(0);
    const after = changed(SHOP, { 'shop/risks.md': [['    owner: lead\n', '']] });
    expect(rules(diffOfFiles(SHOP, after).findings.appeared)).toEqual(['risk/no-owner shop/R-2']);
    expect(rules(diffOfFiles(after, SHOP).findings.disappeared)).toEqual(['risk/no-owner shop/R-2']);
  });

  it('stay the same when the record they speak of is renamed', () => {
    const ownerless = changed(SHOP, { 'shop/risks.md': [['    owner: lead\n', '']] });
    const { appeared, disappeared, changed: others } = diffOfFiles(ownerless, changed(ownerless, { 'shop/risks.md': [['id: R-2', 'id: R-9']] })).findings;
    expect([appeared, disappeared, others]).toEqual([[], [], []]);
  });

  it('stay the same finding when their figures change', () => {
    const over = changed(SHOP, { 'shop/runbooks/rb-1.md': [['(40 min)', '(2 h)']] });
    const diff = diffOfFiles(over, changed(over, { 'shop/runbooks/rb-1.md': [['(2 h)', '(3 h)']] }));
    expect([diff.findings.appeared, diff.findings.disappeared]).toEqual([[], []]);
    expect(diff.findings.changed.map(({ before, after }) => [before.what, after.what])).toEqual([['RB-1 takes 2 h 10 on its longest path and the RTO is 1 h', 'RB-1 takes 3 h 10 on its longest path and the RTO is 1 h']]);
    expect(makesWorse(diff)).toBe(true);
  });

  it('are set aside by waivers, which are listed with those that ended', () => {
    const ownerless = changed(SHOP, { 'shop/risks.md': [['    owner: lead\n', '']] });
    const waiver = (until: string): [string, string] => ['method: scale\n', `method: scale\nwaivers: [{ rule: risk/no-owner, record: R-2, reason: In recruitment, by: lead, until: ${until} }]\n`];
    const waived = diffOfFiles(ownerless, changed(ownerless, { 'shop/risks.md': [waiver('2026-12-31')] }));
    expect(waived.findings.disappeared).toMatchObject([{ finding: { rule: 'risk/no-owner' }, waiver: true }]);
    expect(waived.waivers).toMatchObject([{ change: 'added', file: 'shop/risks.md', waiver: { record: 'R-2', until: '2026-12-31' } }]);
    const [long, short] = ['2026-12-31', '2026-03-10'].map((until) => changed(ownerless, { 'shop/risks.md': [waiver(until)] })) as [typeof SHOP, typeof SHOP];
    expect(diffOfFiles(long, short).waivers).toMatchObject([{ change: 'changed', before: { until: '2026-12-31' } }]);
    expect(rules(diffOfFiles(long, short).findings.appeared)).toEqual(['risk/no-owner shop/R-2']);
    expect(diffOfFiles(short, changed(short, { 'shop/pages/guide.md': [['Two', 'Three']] })).waivers).toMatchObject([{ change: 'expired' }]);
    expect(diffOfFiles(short, short, { since: '2026-03-11' }).waivers).toEqual([]);
    expect(diffOfFiles(long, ownerless).waivers).toMatchObject([{ change: 'removed' }]);
  });
});

describe('the matrix', () => {
  it('counts before and after, where a cell changed', () => {
    const [matrix, ...others] = shopDiff({ 'shop/risks.md': [['current: { likelihood: 3, impact: 4 }', 'current: { likelihood: 4, impact: 4 }']] }).matrices;
    expect(others).toEqual([]);
    expect(matrix?.before?.rows.map(({ impact, counts }) => `${impact}: ${counts.join('')}`)).toEqual(['5: 01000', '4: 00100', '3: 00000', '2: 01000', '1: 00000']);
    expect(matrix?.after?.rows[1]).toEqual({ impact: '4', counts: [0, 0, 0, 1, 0] });
    expect(matrix?.after?.levels).toEqual([{ label: 'Critical', count: 1 }, { label: 'High', count: 1 }, { label: 'Moderate', count: 0 }, { label: 'Low', count: 1 }]);
    expect(shopDiff({ 'shop/risks.md': [['    owner: lead\n', '']] }).matrices).toEqual([]);
  });
});

describe('what could not be read', () => {
  const broken = changed(SHOP, { 'shop/risks.md': [['risks:', 'risks: [']] });

  it('in the base is left out and said', () => {
    const diff = diffOfFiles(broken, changed(SHOP, { 'shop/system.md': [['rto: 4 h', 'rto: 8 h']] }));
    expect(diff.from.unread.map(({ place }) => place.file)).toContain('shop/risks.md');
    expect(said(diff)).toEqual(['worse shop objective/moved: RTO: 4 h → 8 h']);
    expect(diff.records.filter(({ kind }) => kind === 'risk').map(({ change, id }) => `${change} ${id}`)).toEqual(['unread R-1', 'unread R-2']);
    expect(diff.findings.appeared.filter(({ finding }) => finding.place.file === 'shop/risks.md')).toEqual([]);
  });

  it('in the head is a finding, and no loss', () => {
    const diff = diffOfFiles(SHOP, broken);
    expect(said(diff).filter((line) => line.includes('R-1'))).toEqual([]);
    expect(diff.findings.appeared.map(({ finding }) => finding.rule)).toContain('content/syntax');
    expect(makesWorse(diff)).toBe(true);
  });

  it('takes no gain and no loss from documents that could not be read', () => {
    const others = Object.entries({ 'shop/escalation.md': 'roles:', 'shop/backups.md': 'backups:', 'shop/actions.md': 'actions:' });
    for (const [file, key] of others) {
      const unread = changed(SHOP, { [file]: [[key, `${key} [`]] });
      expect(said(diffOfFiles(unread, SHOP))).toEqual([]);
      expect(said(diffOfFiles(SHOP, unread))).toEqual([]);
    }
  });

  it('of one item leaves out that item alone', () => {
    const item = changed(SHOP, { 'shop/risks.md': [['current: { likelihood: 2, impact: 2 }', 'current: { likelihood: 2 }']] });
    const diff = diffOfFiles(item, changed(SHOP, { 'shop/risks.md': [['current: { likelihood: 3, impact: 4 }', 'current: { likelihood: 4, impact: 4 }']] }));
    expect(said(diff)).toEqual(['worse R-1 risk/moved: 12 → 16, High → Critical, leaves tolerance']);
    expect(fields(diff)).toContain('unread shop/R-2');
  });
});

it('is nothing where nothing changed', () => {
  const diff = shopDiff({});
  expect(diff).toMatchObject({ same: true, consequences: [], records: [], documents: [], settings: [], waivers: [], matrices: [] });
  expect(makesWorse(diff)).toBe(false);
});

it('narrows to a system', () => {
  const both = { ...SHOP, 'depot/system.md': '---\nkind: system\nid: depot\ntitle: Depot\nrto: 1 h\n---\n' };
  const diff = diffOfFiles(both, changed(both, { 'depot/system.md': [['rto: 1 h', 'rto: 2 h']], 'shop/system.md': [['rto: 4 h', 'rto: 8 h']] }));
  expect(said(diffOf(diff, ['depot']))).toEqual(['worse depot objective/moved: RTO: 1 h → 2 h']);
  expect(diffOf(diff, ['depot']).documents.map(({ file }) => file)).toEqual(['depot/system.md']);
});
