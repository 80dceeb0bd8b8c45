import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCache, writeCache } from '../../../plugins/mermaid/cache.ts';
import { render } from '../../../plugins/mermaid/engine.ts';
import { diagramFigure, renderDiagram, setDiagram, type DiagramError } from '../../../plugins/mermaid/index.ts';
import { diagrams } from './diagrams.ts';

const folder = mkdtempSync(join(tmpdir(), 'diagrams-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function drawn(source: string) {
  const result = await render(source);
  if ('error' in result) throw new Error(result.error.message.en);
  return result.diagram;
}
const options = { caption: 'Schéma', notice: ({ line, message }: DiagramError) => `line ${line}: ${message.en}` };

describe('a diagram', () => {
  for (const [type, source] of Object.entries(diagrams)) {
    it(`of type ${type} holds nothing that a strict policy refuses`, async () => {
      const svg = setDiagram(await drawn(source), 'Schéma');
      expect(svg).not.toMatch(/<(style|foreignObject|script|a|image|filter|animate)\b| style=| on\w+=|https?:(?!\/\/www\.w3\.org\/)|undefined/i);
      expect(svg).not.toContain('NaN');
      expect(svg).toMatch(/^<svg role="img" aria-labelledby="[\w-]+"/);
      expect(svg).toMatch(/<title id="[\w-]+">[^<]+<\/title><desc id="[\w-]+">[^<]+<\/desc>/);
      // Every reference inside has its target.
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);
    }, 30_000);

    it(`of type ${type} is the same bytes when it is drawn again after another`, async () => {
      const first = await drawn(source);
      await drawn(diagrams.flowchart.replace('Base', 'Cache'));
      expect(await drawn(source)).toEqual(first);
    }, 30_000);
  }

  it('keeps angle brackets, marks an author’s colours, and takes its name from accTitle', async () => {
    const diagram = await drawn(diagrams.flowchart);
    const svg = setDiagram(diagram, 'Schéma');
    expect(svg.replace(/<[^>]*>/g, '')).toContain('délai &gt; 5000 ms');
    expect(svg).toMatch(/class="[^"]*diagram-own[^"]*"[^>]*fill="#ff9966"|fill="#ff9966"[^>]*class="[^"]*diagram-own/);
    expect(diagram).toMatchObject({ title: 'Chaîne', description: 'Du dashboard au cache' });
  });

  it('names a drawing without accTitle by its caption, and two copies of one never share an id', async () => {
    const diagram = await drawn(diagrams.pie);
    expect(setDiagram(diagram, 'Causes & coûts')).toContain('>Causes &amp; coûts</title>');
    const ids = (svg: string): string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
    const both = [...ids(setDiagram(diagram, 'x')), ...ids(setDiagram(diagram, 'x', 1))];
    expect(new Set(both).size).toBe(both.length);
  });

  it('cannot be told by its author to run a link or to set HTML', async () => {
    const diagram = await drawn('%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "themeCSS": "rect{fill:url(https://example.org/x)}"}}%%\nflowchart LR\n  A["<img src=x onerror=alert(1)>ok"] --> B\n  click A "javascript:alert(1)"\n  click B "https://example.org"');
    expect(diagram.svg).not.toMatch(/<(img|foreignObject|script|a)\b|javascript:|example\.org| onerror/i);
  });
});

describe('a source that is no diagram', () => {
  it.each([
    ['flowchart LR\n  A --> B\n  B --> C[Paid (late)]', 3],
    ['%%{init: {}}%%\n\nflowchart LR\n  %% a comment\n  A --> B\n  B --> [', 6],
    ['---\ntitle: T\n---\nsequenceDiagram\n  A->>B: x\n  nonsense here now', 6],
    ['not a diagram', 1],
  ])('says on which line (%#)', async (source, line) => {
    expect(await render(source)).toMatchObject({ error: { line } });
  });

  it('is shown as code under a notice', async () => {
    const html = diagramFigure('flowchart LR\n  A[<b>(', await render('flowchart LR\n  A[<b>('), options);
    expect(html).toMatch(/^<figure class="diagram diagram-error"><figcaption>line 2: /);
    expect(html).toContain('A[&lt;b&gt;(</code></pre>');
  });
});

describe('the cache', () => {
  it('is not asked twice for a drawing, and an entry that is not whole is drawn again', async () => {
    const cache = join(folder, 'entries');
    const first = await renderDiagram(diagrams.pie, { cache });
    const [entry] = readdirSync(cache, { recursive: true }).map(String).filter((name) => name.endsWith('.json'));
    const file = join(cache, entry ?? '');
    const key = (entry ?? '').slice(3, -5);
    expect(await readCache(cache, key)).toEqual(first);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    expect(await readCache(cache, key)).toBeUndefined();
  });

  it('draws nothing for what it holds', async () => {
    const cache = join(folder, 'held');
    await renderDiagram('pie\n "a" : 1', { cache });
    const [entry = ''] = readdirSync(cache, { recursive: true }).map(String).filter((name) => name.endsWith('.json'));
    const kept = { diagram: { svg: '<svg></svg>', description: 'kept', width: 1, height: 1 } };
    const other = join(folder, 'filled');
    await Promise.all([1, 2, 3].map(() => writeCache(other, entry.slice(3, -5), kept)));
    expect(await renderDiagram('pie\n "a" : 1', { cache: other })).toEqual(kept);
  });
});
