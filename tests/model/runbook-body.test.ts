import { markdownToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { phasesOf, readRunbook, type Block } from '../../src/model/runbook-body.ts';

const read = (source: string): ReturnType<typeof readRunbook> => readRunbook(markdownToMdast(source), source, 10);
const phase = (source: string): ReturnType<typeof phasesOf>[number] => phasesOf(read(source))[0]!;
const kinds = (blocks: readonly Block[]): string[] => blocks.map(({ kind }) => kind);

describe('a phase', () => {
  it('keeps its content in order: prose, steps, escalations', () => {
    const { blocks } = phase('## Attente (30 min)\n\nSurveiller.\n\n- [ ] Attendre\n- [ ] Relire\n\nPuis :\n\n> [!IMPORTANT]\n> Au-delà de 30 min, prévenir **lead-tech**.\n\nFin.\n');
    expect(kinds(blocks)).toEqual(['prose', 'step', 'step', 'prose', 'escalation', 'prose']);
    expect(blocks[0]).toEqual({ kind: 'prose', source: 'Surveiller.' });
    expect(blocks[4]).toMatchObject({ escalation: { after: 30, roles: ['lead-tech'], source: 'Au-delà de 30 min, prévenir **lead-tech**.' } });
  });

  it('reads its time, its condition and its line', () => {
    expect(phase('## Bascule (2 h – 4 h) — si tout est perdu\n')).toMatchObject({ title: 'Bascule', duration: { min: 120, max: 240 }, condition: 'si tout est perdu', line: 11 });
    expect(phase('## Après l’incident — hors RTO\n\n- [ ] Mesurer\n')).toMatchObject({ title: 'Après l’incident', outsideRto: true });
  });

  it('cuts « — automatique » off a heading without brackets, as a note', () => {
    expect(phase('## Pendant le cyclone — automatique\n\nAucune action.\n')).toMatchObject({ title: 'Pendant le cyclone', note: 'automatique', blocks: [{ kind: 'prose', source: 'Aucune action.' }] });
    expect(phase('## Attente (5 min) — automatique\n')).toMatchObject({ title: 'Attente', note: 'automatique' });
    expect(phase('## Étape 1 — Préparer\n\n- [ ] Préparer\n').title).toBe('Étape 1 — Préparer');
  });

  it('holds options as branches with their own content', () => {
    const { options, blocks, duration } = phase('## Restaurer\n\nChoisir.\n\n### Option A — si une migration\n\nRevenir.\n\n- [ ] Tester (5 min)\n\n### Option B (20 min)\n\n- [ ] Ouvrir\n');
    expect(kinds(blocks)).toEqual(['prose', 'option', 'option']);
    expect(options.map(({ title }) => title)).toEqual(['Option A — si une migration', 'Option B']);
    expect(kinds(options[0]!.blocks)).toEqual(['prose', 'step']);
    expect(duration?.max).toBe(20);
  });

  it('is not opened by a heading with text alone, whose text stays', () => {
    const body = read('Avant.\n\n## Contexte\n\nDu texte.\n\n## Agir\n\n- [ ] Agir\n');
    expect(body.intro).toEqual([{ kind: 'prose', source: 'Avant.' }]);
    expect(body.sections[0]).toEqual({ title: 'Contexte', pieces: [{ kind: 'prose', source: 'Du texte.' }] });
    expect(phasesOf(body).map(({ title }) => title)).toEqual(['Agir']);
  });
});

describe('a step', () => {
  const step = (source: string): ReturnType<typeof phase>['steps'][number] => phase(`## Phase\n\n${source}`).steps[0]!;

  it('keeps its label as Markdown, without its time', () => {
    expect(step('- [ ] Restaurer le dump `R2` (20 min)\n')).toMatchObject({ label: 'Restaurer le dump `R2`', text: 'Restaurer le dump R2', duration: { max: 20 } });
    expect(step('- [ ] Confirmer sur\n      <https://status.example/> ou ailleurs\n').label).toBe('Confirmer sur <https://status.example/> ou ailleurs');
  });

  it('hands over the page that its label ends with', () => {
    expect(step('- [ ] Ouvrir la page d’état : <https://status.example/>\n')).toMatchObject({ label: 'Ouvrir la page d’état', links: ['https://status.example/'] });
    expect(step('- [ ] Suivre les bulletins (<http://met.example/>)\n')).toMatchObject({ label: 'Suivre les bulletins', links: ['http://met.example/'] });
  });

  it('takes details indented by two spaces', () => {
    expect(step('- [ ] Activer\n\n  Par variable :\n\n  ```bash\n  if true; then\n    X=1\n  fi\n  ```\n\n  Puis **voir**.\n  - un\n').details).toEqual([
      { kind: 'prose', source: 'Par variable :' },
      { kind: 'command', text: 'if true; then\n  X=1\nfi' },
      { kind: 'prose', source: 'Puis **voir**.\n\n- un' },
    ]);
  });

  it('takes details indented by six spaces: commands, fences and notes', () => {
    expect(step('- [ ] Lire\n\n      railway logs --service api\n').commands).toEqual(['railway logs --service api']);
    expect(step('- [ ] Activer\n\n      Par variable :\n\n      ```bash\n      X=1\n      ```\n\n      Puis voir.\n').details).toEqual([
      { kind: 'prose', source: 'Par variable :' },
      { kind: 'command', text: 'X=1' },
      { kind: 'prose', source: 'Puis voir.' },
    ]);
    expect(step('- [ ] Noter\n\n      Elle fixe la perte de données.\n').details).toEqual([{ kind: 'prose', source: 'Elle fixe la perte de données.' }]);
  });

  it('leaves diagrams and views to the page', () => {
    expect(step('- [ ] Voir\n\n  ```mermaid\n  flowchart LR\n  ```\n').details).toEqual([{ kind: 'prose', source: '```mermaid\nflowchart LR\n```' }]);
  });
});
