import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { accountOf } from '../../src/importers/account.ts';
import { planImport } from '../../src/importers/plan-import.ts';
import type { Plan } from '../../src/importers/plan.ts';
import { readSource } from '../../src/importers/read-source.ts';
import type { Source } from '../../src/importers/source.ts';
import type { Kind } from '../../src/schemas/kinds.ts';
import { buildWiki, type Wiki } from '../../src/model/wiki.ts';
import { readDocument } from '../../src/readers/document.ts';
import { readSite } from '../../src/readers/site-file.ts';
import { documentMarkdown, markdownFiles } from '../../src/views/export-markdown.ts';
import { recordsJson } from '../../src/views/records-json.ts';
import { realWiki } from '../views/content.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
/** The documents that the wiki was written from, where they are at hand. They are not part of the repository. */
const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith('.txt')) : [];
if (seeds.length === 0) console.info('tests/importers/round-trip: the seeds are skipped, they are not at hand');

/** A wiki from the text of its files, as it would be read from the disk. */
function wikiFrom(files: ReadonlyMap<string, string>, hasFile: (file: string) => boolean = () => false): Wiki {
  const { site, problems } = readSite(files.get('site.yml') ?? 'title: Essai\n');
  const documents = [...files].filter(([file]) => file !== 'site.yml').sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, text]) => readDocument(text, file, site));
  const wiki = buildWiki({ site, asOf: '2026-03-12', documents: documents.flatMap(({ document }) => document ?? []), problems: [...problems, ...documents.flatMap((each) => each.problems)], unreadable: new Set(documents.flatMap(({ lost }) => lost)), files: new Set(files.keys()), textOf: (file) => files.get(file) });
  return { ...wiki, hasFile: (file) => wiki.hasFile(file) || hasFile(file) };
}

/** Everything that a wiki says, wherever its lines stand. */
const saidBy = (wiki: Wiki): unknown => JSON.parse(JSON.stringify(recordsJson(wiki), (key, value: unknown) => (key === 'line' ? undefined : value)));

/** What is found in it, wherever it stands. Sentences that name a line of another file say the file. */
const foundIn = (wiki: Wiki): string[] => runChecks(wiki).findings.map(({ rule, fact, record, place }) => `${rule} ${record ?? place.file} ${fact.replace(/(\.\w+):\d+(?::\d+)?/g, '$1')}`).sort();

async function sourceOf(bytes: Uint8Array, name: string, path?: string): Promise<Source> {
  const source = await readSource(bytes, name);
  if ('refused' in source) throw new Error(source.refused);
  return path === undefined ? source : { ...source, path };
}

/** Exports a wiki and imports each of its systems again. */
async function again(wiki: Wiki): Promise<{ readonly exported: ReadonlyMap<string, string>; readonly files: ReadonlyMap<string, string>; readonly plans: readonly { readonly sources: readonly Source[]; readonly plan: Plan }[] }> {
  const exported = markdownFiles(wiki);
  const files = new Map([['site.yml', exported.get('site.yml') ?? '']]);
  const plans: { sources: Source[]; plan: Plan }[] = [];
  for (const { id } of wiki.folders) {
    const own = [...exported].filter(([file]) => file.startsWith(`${id}/`));
    const sources = await Promise.all(own.map(([file, text]) => sourceOf(new TextEncoder().encode(text), file.split('/').at(-1) ?? '', file.slice(id.length + 1))));
    const plan = planImport(sources, { system: id, lang: wiki.site.language });
    plans.push({ sources, plan });
    for (const { path, text } of plan.documents) files.set(`${id}/${path}`, text);
  }
  return { exported, files, plans };
}

async function isFixed(wiki: Wiki): Promise<void> {
  const { exported, files, plans } = await again(wiki);
  expect(Object.fromEntries(files)).toEqual(Object.fromEntries(exported));
  const back = wikiFrom(files, wiki.hasFile);
  expect(saidBy(back)).toEqual(saidBy(wiki));
  expect(foundIn(back)).toEqual(foundIn(wiki));
  expect(Object.fromEntries(markdownFiles(back))).toEqual(Object.fromEntries(exported));
  for (const { sources, plan } of plans) for (const account of accountOf(sources, plan)) expect(account).toMatchObject({ wrong: [], lost: [], notPlaced: [] });
}

const imported = async (file: string, name: string): Promise<Wiki> => {
  const plan = planImport([await sourceOf(readFileSync(file), name)], { system: 'essai', lang: 'fr' });
  return wikiFrom(new Map(plan.documents.map(({ path, text }) => [`essai/${path}`, text])));
};

describe('import, check, export, import', () => {
  it.each(readdirSync(CORPUS).sort())('says the same again: %s', async (name) => {
    const { source } = JSON.parse(readFileSync(join(CORPUS, name, 'expected.json'), 'utf8')) as { source: string };
    await isFixed(await imported(join(CORPUS, name, source), source));
  });

  it.skipIf(seeds.length === 0).each(seeds)('says the same again: %s', async (name) => isFixed(await imported(join(SEEDS, name), name)));

  it('says the same again: the five systems, every kind and every word', async () => {
    await isFixed(realWiki);
    expect(new Set(realWiki.documents.map(({ kind }) => kind)).size).toBe(14);
  });
});

describe('a document of Vigie', () => {
  const hard: Record<string, string> = {
    'shop/system.md': '---\nkind: system\nid: shop\ntitle: "Yes: no"\nversion: 1.0\nsummary: |\n  Two\n  lines, with a trailing space \naliases: ["5", "true", "2026-01-01", "~", "# not a comment", "- item", "a: b", "\\u00a0"]\n---\n\n    indented code first\n\nText with trailing blanks  \nand `---` inside.\n\n---\n\nkind: page\n',
    'shop/a b/page (1).md': '---\r\nkind: page\r\ntitle: Windows\r\norder: -1.5\r\n---\r\nOne\r\nTwo\r\n',
    'shop/runbook.md': '---\nkind: runbook\nid: RB-1\ntitle: Restore\ntype: restore\ntested: { on: 2026-01-15, result: pass }\nwaivers: [{ rule: risk/no-owner, reason: "a: b", by: lead, until: 2027-01-01 }]\n---\n## Go (5 min)\n\n- [ ] Type `x`\n\n      y --force\n\n> [!IMPORTANT]\n> After 10 min, call **lead**.\n',
  };

  it('goes over as it is, whatever stands in it', async () => {
    const wiki = wikiFrom(new Map(Object.entries(hard)));
    expect(wiki.problems).toEqual([]);
    expect(wiki.documents).toHaveLength(3);
    await isFixed(wiki);
    expect(documentMarkdown(wiki.documents.find(({ kind }) => kind === 'system') as never)).toContain('aliases: [ "5", "true"');
  });

  it.each<[string, Kind | undefined, string]>([
    ['whose front matter is another tool’s', undefined, '---\nlayout: post\n---\n\n| Risk | Likelihood | Impact |\n| --- | --- | --- |\n| Fire | 3 | 4 |\n'],
    ['that its schema refuses', undefined, '---\nkind: page\ntitle: X\nunheard: 1\n---\n\n# Fire\n\nWords of it.\n'],
  ])('is not one %s', async (_, __, text) => {
    const plan = planImport([await sourceOf(new TextEncoder().encode(text), 'x.md')], { system: 'essai', lang: 'en' });
    expect(plan.documents.some(({ own }) => own)).toBe(false);
    expect(plan.documents[0]?.kind).toBe('system');
  });

  it('brings its ids with it: what is imported beside it takes others', async () => {
    const register = '---\nkind: action-plan\ntitle: Plan\nactions: [{ id: A-01, title: First }]\n---\n';
    const table = '# Actions\n\n| Action | Due | Owner |\n| --- | --- | --- |\n| Do | 2026-05-01 | Ops |\n';
    const plan = planImport([await sourceOf(new TextEncoder().encode(register), 'plan.md'), await sourceOf(new TextEncoder().encode(table), 'new.md')], { system: 'essai', lang: 'en' });
    expect(plan.documents.flatMap(({ records }) => records.map(({ id }) => id))).toEqual(['A-01', 'A-02']);
  });

  it('does not leave its folder', async () => {
    const text = new TextEncoder().encode('---\nkind: page\ntitle: X\n---\n');
    for (const path of ['../x.md', '.git/x.md', 'a//x.md', '/x.md', 'x.txt']) {
      const plan = planImport([await sourceOf(text, 'x.md', path)], { system: 'essai', lang: 'en' });
      expect(plan.documents.filter(({ own }) => own), path).toEqual([]);
    }
  });
});
