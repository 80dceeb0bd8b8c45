import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf as readAttached } from '../../plugins/pdf/read.ts';
import { makeSnapshot, type Snapshot, type SnapshotOptions } from '../../src/snapshot/make-snapshot.ts';
import { SNAPSHOT_NAMESPACE } from '../../src/snapshot/manifest.ts';
import { letters, readPdf } from './read-pdf.ts';
import { commit, git, wikiRepository, write } from './wiki-repository.ts';

const RISK = '  - { id: R-1, title: Quai fermé par la houle, current: { likelihood: 2, impact: 2 }, owner: capitaine, treatment: mitigate }\n';
const HARBOUR = {
  'site.yml': 'title: Port\nlanguage: fr\nrepository: https://forge.secrete.example/port\n',
  'port/system.md': '---\nkind: system\nid: port\ntitle: Port de plaisance\nclassification: public\nrto: 4 h\ncomponents:\n  - { id: grue, title: Grue, kind: device }\n---\n\nLe port ouvre à six heures.\n',
  'port/methode.md': '---\nkind: method\nid: methode\ntitle: Méthode\nclassification: public\nlikelihood: [{ value: 1, label: Rare }, { value: 2, label: Fréquent }]\nimpact: [{ value: 1, label: Faible }, { value: 2, label: Fort }]\nlevels: [{ id: low, label: Faible, from: 1 }, { id: high, label: Grave, from: 3 }]\n---\n',
  'port/registre.md': `---\nkind: risk-register\nid: houle\ntitle: Registre de la houle\nclassification: public\nmethod: methode\nrisks:\n${RISK}---\n`,
  'port/secrets.md': '---\nkind: risk-register\nid: intrusion\ntitle: Registre des intrusions\nclassification: confidential\nmethod: methode\nrisks:\n  - { id: R-SECRET, title: Porte dérobée du bassin nord, current: { likelihood: 2, impact: 2 } }\n---\n\nLe code du portail est rangé au phare.\n',
  'port/escalade.md': '---\nkind: escalation\ntitle: Astreinte\nclassification: public\nroles:\n  - { id: capitaine, title: Capitaine du port, contacts: [{ channel: phone, value: "+33 6 39 98 01 42", verified: 2026-02-01 }] }\n---\n',
  'port/note.md': '---\nkind: page\ntitle: Note interne du quai\nclassification: internal\n---\n\nLe mot de passe change en avril.\n',
};

async function made(root: string, options: Partial<SnapshotOptions> = {}): Promise<Snapshot> {
  const result = await makeSnapshot({ root, ...options });
  if ('problem' in result) throw new Error(JSON.stringify(result));
  return result;
}

/** Everything that a reader or a program finds in a file: pages, outline, metadata, attachments. */
async function everything(bytes: Uint8Array): Promise<string> {
  const { pages, document } = await readPdf(bytes);
  const reading = await readAttached(bytes, SNAPSHOT_NAMESPACE);
  const files = 'pdf' in reading ? reading.pdf.attachments : [];
  expect(files.length).toBeGreaterThan(3);
  const metadata = await document.getMetadata();
  return [...pages, JSON.stringify(await document.getOutline()), JSON.stringify(metadata.info), metadata.metadata?.getRaw() ?? '', ...files.map(({ name, bytes: content }) => `${name} ${Buffer.from(content ?? []).toString('utf8')}`)].join('\n');
}

describe('editions', { timeout: 120_000 }, () => {
  it('for the public hold nothing of what is withheld, and the rest', async () => {
    const root = join(wikiRepository(HARBOUR), 'content');
    const inside = await everything((await made(root)).bytes);
    const outside = await everything((await made(root, { audience: 'public' })).bytes);
    const withheld = ['R-SECRET', 'Porte dérobée', 'Registre des intrusions', 'code du portail', 'Note interne', 'mot de passe', '6 39 98', 'secrets.md', 'note.md', 'forge.secrete', 'Write the wiki'];
    expect(withheld.filter((text) => !letters(inside).includes(letters(text)))).toEqual([]);
    expect(withheld.filter((text) => letters(outside).includes(letters(text)))).toEqual([]);
    for (const text of ['Quai fermé par la houle', 'Le port ouvre à six heures', 'Capitaine du port', 'Publique']) expect(letters(outside)).toContain(letters(text));
  });

  it('of one register hold it alone, and the method that it takes', async () => {
    const { bytes, documents } = await made(join(wikiRepository(HARBOUR), 'content'), { part: { kind: 'register', name: 'port/houle' } });
    const text = letters(await everything(bytes));
    expect(documents).toBe(2);
    for (const kept of ['Quai fermé par la houle', 'Registre de la houle', 'sources/port/methode.md']) expect(text).toContain(letters(kept));
    for (const other of ['Porte dérobée', 'code du portail', 'Note interne']) expect(text).not.toContain(letters(other));
  });

  it('of one runbook, of a system’s registers or of its incidents hold that alone', async () => {
    const runbook = (id: string, title: string): string => `---\nkind: runbook\nid: ${id}\ntitle: ${title}\ntype: failover\n---\n\n## Agir (5 min)\n\n- [ ] Fermer la passe de ${id}\n`;
    const root = join(wikiRepository({ ...HARBOUR, 'port/houle.md': runbook('RB-HOULE', 'Houle dans la passe'), 'port/grue.md': runbook('RB-GRUE', 'Grue bloquée') }), 'content');
    const expected = [
      [{ kind: 'runbook', name: 'RB-HOULE' }, ['Houle dans la passe', 'Fermer la passe de RB-HOULE'], ['Grue bloquée', 'Quai fermé', 'Porte dérobée']],
      [{ kind: 'risks', name: 'port' }, ['Quai fermé par la houle', 'Porte dérobée'], ['Houle dans la passe', 'Note interne']],
      [{ kind: 'incidents', name: 'port' }, ['Capitaine du port'], ['Houle dans la passe', 'Quai fermé', 'Porte dérobée']],
    ] as const;
    for (const [part, kept, others] of expected) {
      const text = letters(await everything((await made(root, { part })).bytes));
      for (const words of kept) expect(text, part.kind).toContain(letters(words));
      for (const words of others) expect(text, part.kind).not.toContain(letters(words));
    }
  });

  it('list what changed since the last tag, or since the commit that is named', async () => {
    const folder = wikiRepository(HARBOUR);
    const root = join(folder, 'content');
    expect(letters((await readPdf((await made(root)).bytes)).pages.join(' '))).toContain(letters('Aucun instantané précédent'));
    git(folder, 'tag', 'v1.0');
    write(folder, { 'port/registre.md': HARBOUR['port/registre.md'].replace('likelihood: 2', 'likelihood: 1').replace(RISK, `${RISK}`) });
    commit(folder, 'Rate the swell again');
    write(folder, { 'port/note.md': HARBOUR['port/note.md'].replace('avril', 'mai') });
    commit(folder, 'Change the month');
    const sinceTag = letters((await readPdf((await made(root)).bytes)).pages.join(' '));
    expect(sinceTag).toContain(letters('2 fiches ont changé'));
    expect(sinceTag).toContain(letters('current.likelihood 2 → 1'));
    const sinceLast = letters((await readPdf((await made(root, { since: 'HEAD~1' })).bytes)).pages.join(' '));
    expect(sinceLast).toContain(letters('1 fiche a changé'));
    expect(sinceLast).not.toContain(letters('current.likelihood 2 → 1'));
    // The history of a risk is that of its commit, whatever came after.
    const before = letters((await readPdf((await made(root, { revision: 'v1.0' })).bytes)).pages.join(' '));
    expect(before).not.toContain(letters('Rate the swell again'));
    expect(sinceTag).toContain(letters('Rate the swell again'));
  });

  it('speak the language of the wiki, and each document its own', async () => {
    const root = join(wikiRepository({ ...HARBOUR, 'site.yml': 'title: Harbour\nlanguage: en\n' }), 'content');
    const { bytes } = await made(root);
    const { pages, document } = await readPdf(bytes);
    const text = pages.join(' ');
    for (const words of ['Contents', 'Risk sheets', 'Findings and waivers', 'Index of codes']) expect(text).toContain(words);
    for (const words of ['Sommaire', 'Fiches des risques', 'Constats et dérogations']) expect(text).not.toContain(words);
    expect(((await document.getMetadata()).info as { Language?: string }).Language).toBe('en');
  });
});
