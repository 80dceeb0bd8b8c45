import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownValue } from '../../src/views/records-json.ts';
import { letters } from './read-pdf.ts';
import { expectEveryRecord, wholeSnapshot } from './whole-snapshot.ts';

const CONTENT = join(import.meta.dirname, '../../content');

const snapshot = wholeSnapshot(() => CONTENT);

/** Every sentence that an author wrote in a record: words with a space between them. */
function* sentences(value: unknown): Generator<string> {
  if (typeof value === 'string' && /\p{L}\s+\p{L}/u.test(value)) yield value;
  else if (Array.isArray(value)) for (const item of value) yield* sentences(item);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* sentences(item);
}

/** Fields whose words the reader is told in their own language: rhythms, hours, delays. */
const TOLD_OTHERWISE = new Set(['schedule', 'hours', 'availability', 'respond_in', 'resolve_in', 'escalate_after', 'rto', 'rpo', 'mtpd', 'duration', 'rotate', 'every', 'within', 'after', 'at', 'retention', 'timeout', 'window', 'test_every', 'review_every', 'measured', 'measured_rto', 'measured_rpo', 'waivers', 'raci', 'criticality', 'level', 'section', 'time_zone']);

const written = (value: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(value).flatMap(([key, item]): [string, unknown][] => (TOLD_OTHERWISE.has(key) ? [] : [[key, Array.isArray(item) ? item.map((each) => (typeof each === 'object' && each !== null ? written(each as Record<string, unknown>) : (each as unknown))) : typeof item === 'object' && item !== null ? written(item as Record<string, unknown>) : item]])));

describe('the snapshot of the five systems', () => {
  it('tells every record by its id and its title', () => expectEveryRecord(snapshot()));

  it('leaves out no sentence of a record', () => {
    const { wiki, words } = snapshot();
    const all = [...wiki.records.values()].flatMap((record) => [...sentences(written(ownValue(record)))].map((text) => ({ key: record.key, text })));
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter(({ text }) => !words.includes(letters(text)))).toEqual([]);
  });

  it('prints every heading of every document', () => {
    const { wiki, words } = snapshot();
    const phases = wiki.documents.flatMap(({ file, kind, outline }) => outline.headings.map(({ text }) => ({ file, kind, text })));
    // A runbook's heading holds its time, which is said apart; a record's own heading is that of its place.
    const missing = phases.filter(({ kind, text }) => kind !== 'runbook' && !words.includes(letters(text))).filter(({ text }) => ![...wiki.records.values()].some(({ id }) => text.startsWith(id)));
    expect(missing).toEqual([]);
  });

  it('numbers its pages and names the commit on each', () => {
    const { made, read } = snapshot();
    expect(read.document.numPages).toBe(made.pages);
    const wrong = read.pages.flatMap((text, index) => (letters(text).includes(letters(`${index + 1} / ${made.pages}`)) && text.includes(made.commit.slice(0, 7)) ? [] : [index + 1]));
    expect(wrong).toEqual([]);
    expect(read.pages.filter((text) => letters(text).length < 120)).toEqual([]);
  });

  it('has a table of contents whose pages are right', async () => {
    const { read } = snapshot();
    interface Entry { readonly title: string; readonly dest: unknown; readonly items: readonly Entry[] }
    const outline = (await read.document.getOutline()) as readonly Entry[];
    const flat = (items: readonly Entry[], depth: number): { title: string; dest: unknown; depth: number }[] => items.flatMap((item) => [{ title: item.title, dest: item.dest, depth }, ...flat(item.items, depth + 1)]);
    const entries = flat(outline, 1).filter(({ depth }) => depth <= 2);
    expect(entries.length).toBeGreaterThan(60);
    const pageOf = async (dest: unknown): Promise<number> => {
      const found = (typeof dest === 'string' ? await read.document.getDestination(dest) : dest) as [Parameters<typeof read.document.getPageIndex>[0]] | null;
      return found ? (await read.document.getPageIndex(found[0])) + 1 : 0;
    };
    const contents = letters(read.pages.slice(1, 4).join(' '));
    const wrong: string[] = [];
    for (const { title, dest } of entries) {
      const page = await pageOf(dest);
      if (!letters(read.pages[page - 1] ?? '').includes(letters(title)) || !contents.includes(letters(`${title}${page}`))) wrong.push(`${title} ${page}`);
    }
    expect(wrong).toEqual([]);
  });

  it('has an index whose pages are right', () => {
    const { wiki, read } = snapshot();
    const at = read.pages.findLastIndex((text) => text.includes('Index des codes') && text.includes('Chaque fiche par son code'));
    const index = read.pages.slice(at).join(' ');
    const titled = [...wiki.records.values()].filter(({ kind, id }) => kind === 'risk' || (kind === 'runbook' && !id.startsWith('page:')));
    expect(titled.length).toBeGreaterThan(70);
    const words = letters(index);
    const wrong = titled.filter(({ id, title, kind }) => {
      const label = kind === 'risk' ? 'Risque' : 'Runbook';
      const [, page] = new RegExp(`${letters(id)}${letters(title)}${label}(\\d{1,3}?)(?=\\D|$)`).exec(words) ?? [];
      return page === undefined || !letters(read.pages[Number(page) - 1] ?? '').includes(letters(`${id}${title}`));
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('keeps the heading and the sheet of a risk on one page', () => {
    const { wiki, read } = snapshot();
    const risks = wiki.all('risk');
    expect(risks.length).toBeGreaterThan(40);
    const pages = read.pages.map(letters);
    // After its heading, and perhaps its summary, comes its sheet; a finding may name it again further down.
    const cut = risks.filter(({ id, title }) => !pages.some((page) => page.split(letters(`${id} ${title}`)).slice(1).some((rest) => /^.{0,400}?Cotationactuelle.{0,1500}?Prochainerevue/.test(rest))));
    expect(cut.map(({ key }) => key)).toEqual([]);
  });

  it('skips no level of heading', { timeout: 60_000 }, async () => {
    const { made, read } = snapshot();
    const levels: number[] = [];
    const visit = (node: { role?: string; children?: unknown[] }): void => {
      const level = /^H(\d)$/.exec(node.role ?? '')?.[1];
      if (level !== undefined) levels.push(Number(level));
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    for (let number = 1; number <= made.pages; number += 1) {
      const tree = await (await read.document.getPage(number)).getStructTree();
      if (tree) visit(tree);
    }
    expect(levels.length).toBeGreaterThan(800);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('attaches every source as the commit has it', async () => {
    const { wiki, read } = snapshot();
    const attached = (await read.document.getAttachments()) as unknown as Map<string, { content: Uint8Array }> | Record<string, { filename: string; content: Uint8Array }>;
    const names = attached instanceof Map ? [...attached.keys()] : Object.keys(attached);
    expect(names.filter((name) => name.startsWith('sources/')).sort()).toEqual(['sources/site.yml', ...wiki.documents.map(({ file }) => `sources/${file}`)].sort());
    expect(names).toContain('manifest.json');
    expect(names).toContain('records.json');
  });

  it('draws every sign', () => {
    expect([...snapshot().made.undrawn]).toEqual([]);
  });
});
