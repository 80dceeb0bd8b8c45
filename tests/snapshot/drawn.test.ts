import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/snapshot/compose.ts';
import type { Block, Blocks, SnapshotDocument, Timeline, Trend } from '../../src/snapshot/document/block.ts';
import { makeSnapshot, type SnapshotOptions } from '../../src/snapshot/make-snapshot.ts';
import { letters, readPdf } from './read-pdf.ts';
import { commit, wikiRepository, write } from './wiki-repository.ts';

const METHOD = `---
kind: method
id: grille
title: Grille
likelihood: [{ value: 1, label: Rare }, { value: 2, label: Possible }, { value: 3, label: Probable }]
impact: [{ value: 1, label: Faible }, { value: 2, label: Moyen }, { value: 3, label: Fort }]
score: product
levels: [{ id: bas, label: Bas, from: 1 }, { id: haut, label: Haut, from: 5 }]
---
`;
const register = (likelihood: number): string => `---
kind: risk-register
id: registre
title: Registre
method: grille
risks:
  - { id: R-1, title: Le disque se remplit, current: { likelihood: ${likelihood}, impact: 3 }, target: { likelihood: 1, impact: 3 } }
  - { id: R-2, title: Rien ne bouge, current: { likelihood: 1, impact: 1 } }
---
`;
const REVIEW = `---
kind: review
id: PIR-1
title: Panne du disque
started: 2026-03-02 09:12
detected: 2026-03-02 09:20
mitigated: 2026-03-02 11:40
timeline:
  - { at: 2026-03-02 09:12, what: Premières erreurs }
  - { at: 2026-03-02 09:31, what: Disque plein }
---
`;
const NAMES = ['heatmap', 'levels', 'risks', 'plan', 'actions', 'coverage', 'single-points', 'escalation'] as const;
const fence = (lines: string): string => `\`\`\`vigie\n${lines}\n\`\`\`\n`;

const FILES = {
  'site.yml': 'title: Essai\nlanguage: fr\n',
  'quai/system.md': '---\nkind: system\nid: quai\ntitle: Quai\nrto: 1 h\ncomponents:\n  - { id: disque, title: Le disque, kind: storage, spof: yes }\n---\n',
  'quai/methode.md': METHOD,
  'quai/risques.md': register(3),
  'quai/revue.md': REVIEW,
  'quai/actions.md': '---\nkind: action-plan\ntitle: Plan\nactions:\n  - { id: A-1, title: Agrandir le disque, origin: { kind: risk, ref: R-1 } }\n---\n',
  'quai/incidents.md': '---\nkind: incident-matrix\ntitle: Gravités\nseverities: [{ id: P1, title: Grave, definition: Tout est arrêté, respond_in: 15 min, policy: astreinte }]\n---\n',
  'quai/roles.md': '---\nkind: escalation\ntitle: Rôles\nroles: [{ id: garde, title: Personne de garde, availability: 24/7 }]\npolicies: [{ id: astreinte, title: Astreinte, steps: [{ after: 0, roles: [garde] }] }]\n---\n',
  'quai/vues.md': `---\nkind: page\nid: vues\ntitle: Vues\n---\n\n${NAMES.map((name) => `## ${name}\n\n${fence(`view: ${name}`)}`).join('\n')}\n## inconnue\n\n${fence('view: meteo')}\n## illisible\n\n${fence('view: [a')}\n## ailleurs\n\n${fence('view: levels\nsystem: cale')}`,
  'cale/system.md': '---\nkind: system\nid: cale\ntitle: Cale\n---\n',
  'cale/methode.md': METHOD.replace('Bas', 'Rien à craindre'),
  'cale/risques.md': register(1),
};

/** Words with plain spaces: which narrow one stands where is another test's business. */
const plain = (value: unknown): string => JSON.stringify(value).replace(/[\u00A0\u202F]/g, ' ');

const flat = (blocks: Blocks): Block[] => blocks.flatMap((block) => [block, ...('b' in block ? flat(block.b) : block.k === 'beside' ? flat([...block.left, ...block.right]) : [])]);
const all = (document: SnapshotDocument): Block[] => document.chapters.flatMap(({ b }) => flat(b));

describe('what is drawn along time', () => {
  let document: SnapshotDocument;
  let options: SnapshotOptions;

  beforeAll(async () => {
    const folder = wikiRepository(FILES);
    write(folder, { 'quai/risques.md': register(2) });
    commit(folder, 'Rate it again');
    options = { root: join(folder, 'content') };
    const composed = await compose(options, () => undefined);
    if ('problem' in composed) throw new Error(JSON.stringify(composed));
    document = composed.document;
  }, 60_000);

  /** The blocks under a heading of the page of views. */
  const under = (name: string): Block[] => {
    const blocks = document.chapters.flatMap(({ b }) => flat(b).filter(({ k }) => k !== 'landscape'));
    const start = blocks.findIndex((block) => block.k === 'h' && block.c.includes(name));
    const end = blocks.findIndex((block, index) => index > start && block.k === 'h');
    return blocks.slice(start + 1, end < 0 ? undefined : end);
  };

  it('is a rating that moved, said in words, above the table that holds it', () => {
    const trends = all(document).filter((block): block is Trend => block.k === 'trend');
    // Nothing moved in R-2; in the other system R-1 is where it aims to be.
    expect(trends.length).toBe(1);
    expect(trends[0]?.marks.map(({ value }) => value)).toEqual(['9', '6']);
    expect(trends[0]?.target?.value).toBe('3');
    expect(plain(trends[0]?.alt)).toMatch(/^"Évolution du score\. 9 \(Haut\) le 12 mars 2026, 6 \(Haut\) depuis le 12 mars 2026\. Cible : 3 \(Bas\)\."$/);
    const blocks = all(document);
    const at = blocks.indexOf(trends[0] as Block);
    expect(blocks.slice(at).find(({ k }) => k === 'table')).toMatchObject({ rows: [{}, {}] });
  });

  it('is an incident, with each fact by its number in the table', () => {
    const [line, ...others] = all(document).filter((block): block is Timeline => block.k === 'timeline');
    expect(others).toEqual([]);
    expect(line?.moments.map(({ label, time }) => `${label} ${time}`)).toEqual(['début 0', 'détection +\u00A08\u00A0min', 'rétablissement +\u00A02\u00A0h\u00A028']);
    expect(line?.entries.map(({ label }) => label)).toEqual(['1', '2']);
    // Back after 2 h 28 where 1 h was promised.
    expect(line?.promises.length).toBe(1);
    expect(line?.alt).toContain('détection');
  });

  it('stays a table in a file that fewer may read', async () => {
    const folder = wikiRepository(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, text.replace('---\nkind: ', '---\nclassification: public\nkind: ')])));
    const composed = await compose({ root: join(folder, 'content'), audience: 'public' }, () => undefined);
    if ('problem' in composed) throw new Error(JSON.stringify(composed));
    expect(all(composed.document).filter(({ k }) => k === 'trend')).toEqual([]);
  });

  it.each([
    ['heatmap', ['heat', 'table']],
    ['levels', ['table']],
    ['risks', ['table']],
    ['plan', ['table']],
    ['actions', ['table']],
    ['coverage', ['p', 'table']],
    ['single-points', ['table']],
    ['escalation', ['p', 'table']],
  ])('answers a text that asks for the view %s', (name, kinds) => {
    expect(under(name).map(({ k }) => k)).toEqual(kinds);
  });

  it('says of a view that nobody knows what the site says, and shows the code of what is no request', () => {
    expect(plain(under('inconnue'))).toContain('La vue « meteo » n’existe pas.');
    expect(under('illisible')).toMatchObject([{ k: 'code', v: 'view: [a' }]);
    expect(JSON.stringify(under('ailleurs'))).toContain('Rien à craindre');
  });

  it('keeps to the systems of the file', async () => {
    const composed = await compose({ ...options, systems: ['quai'] }, () => undefined);
    if ('problem' in composed) throw new Error(JSON.stringify(composed));
    const words = plain(composed.document);
    expect(words.includes('La vue « levels » de cale n’est pas dans ce fichier.')).toBe(true);
    expect(words.includes('Rien à craindre')).toBe(false);
  });

  it('leads to records where they are told, not to where a text shows them', () => {
    const anchored = document.chapters.filter(({ b }) => flat(b).some((block) => block.k === 'table' && block.rows.some(({ id }) => id === 'r:quai/A-1')));
    expect(anchored.map(({ id }) => id)).toEqual(['c:quai/actions']);
  });

  it('is on the pages', async () => {
    const made = await makeSnapshot(options);
    if ('problem' in made) throw new Error(JSON.stringify(made));
    const { pages } = await readPdf(made.bytes);
    const words = letters(pages.join(' '));
    for (const text of ['aujourd’hui', 'rétablir : promis ici', 'rétablissement + 2 h 28']) expect(words).toContain(letters(text));
  }, 60_000);
});
