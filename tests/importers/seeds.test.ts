import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { accountOf } from '../../src/importers/account.ts';
import { key, plain } from '../../src/importers/plain.ts';
import { planImport } from '../../src/importers/plan-import.ts';
import type { Plan } from '../../src/importers/plan.ts';
import { readSource } from '../../src/importers/read-source.ts';
import type { Source } from '../../src/importers/source.ts';
import { subjects, vocabulary } from '../../src/importers/vocabulary.ts';
import { ACTION_STATES, CATEGORIES, DOCUMENTATION, RISK_STATES, TREATMENTS } from '../../src/importers/words/cells.ts';
import { readDocument } from '../../src/readers/document.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';
import { siteSchema } from '../../src/schemas/site.ts';
import { figures, foundIn } from './found-in.ts';

/** The documents that the wiki was written from, where they are at hand. They are not part of the repository. */
const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
const CONTENT = join(import.meta.dirname, '../../content');
const here = existsSync(SEEDS);
if (!here) console.info('tests/importers/seeds: skipped, the source documents of the wiki are not at hand');

/** Each source, the system that was written from it by hand, and the records that the importer must find in it. */
const SOURCES: readonly (readonly [file: string, system: string, least: Readonly<Record<string, number>>])[] = [
  ['amazon-reviews-maintenance.txt', 'amazon-reviews', { risk: 24, severity: 4, role: 5, indicator: 10, action: 6, activity: 4, runbook: 13 }],
  ['ascension-impacts-risks.txt', 'ascension', { risk: 12, backup: 3 }],
  ['bienbon-adr-036-disaster-recovery.txt', 'bienbon', { risk: 5, scenario: 10, role: 3, activity: 7, runbook: 9 }],
  ['immersion-facilitee-operations.txt', 'immersion-facilitee', { severity: 4, role: 2, backup: 4, activity: 4, indicator: 4, action: 3, runbook: 8 }],
  ['sp-e-pcr-pra.txt', 'sp-e', { risk: 4, role: 2, activity: 2, runbook: 1 }],
];

const LISTED = { risk: 'risk', severity: 'severity', role: 'role', scenario: 'scenario', backup: 'backup', activity: 'activity', indicator: 'indicator', action: 'action', runbook: 'runbook' } as const;

/** Words by their beginnings: « sauvegardes quotidiennes » is « sauvegarde quotidienne ». */
const wordsOf = (text: string): ReadonlySet<string> => new Set(key(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 || /\d/.test(word)).map((word) => word.slice(0, 6).replace(/[se]+$/, '')));

/** How much of the shorter title stands in the longer: what a person rewrote keeps its main words. */
function alike(a: string, b: string): number {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  const common = [...one].filter((word) => two.has(word)).length;
  return common / Math.max(1, Math.min(one.size, two.size));
}

interface Named {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}

/** Pairs what was found with what was written by hand: by the id that the source gave, else by the titles that are most alike. */
function rightOnes(found: readonly Named[], truth: readonly Named[], source: string): number {
  // « # 1 » of a risk table is R1 on both sides.
  const given = (id: string): boolean => new RegExp(`^\\|\\s*${/^R(\d+)$/.exec(id)?.[1] ?? '\\d{9}'}\\s*\\|`, 'm').test(source) || new RegExp(`(?<![\\p{L}\\p{N}])${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(source);
  const pairs = found.flatMap((one) => truth.filter(({ kind }) => kind === one.kind).map((other) => ({ one, other, score: one.id.toLowerCase() === other.id.toLowerCase() && given(one.id) ? 2 : alike(one.title, other.title) })));
  const taken = new Set<Named>();
  let right = 0;
  for (const { one, other, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score < 0.5 || taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    right += 1;
  }
  return right;
}

/** Words of three letters and more, as they are compared. */
const split = (text: string): string[] => key(plain(text.replace(/\\"/g, '"'))).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);

/** Words that a field replaces: the names of columns, states, treatments, categories, channels and points of a scale. */
const typed = new Set([...Object.values(vocabulary).flatMap((fields) => Object.values(fields).flat()), ...Object.values(subjects).flat(), ...[RISK_STATES, TREATMENTS, CATEGORIES, ACTION_STATES, DOCUMENTATION].flatMap((words) => [...words.keys()]), 'tel, manifestation, causes possibles, total, elevee, moyenne, faible, eleve, moyen, critique, tres, quasi, nulle'].flatMap((text) => split(text)));

/** Units, periods and days: `4 heures` is `4 h`, « trimestriel » is quarterly. */
const TIMES = /^(?:\d+(?:ms|s|h|min|j)|jours?|heures?|minutes?|semaines?|mois|ouvres?e?s?|quotidien\w*|hebdomadaire|mensuel\w*|trimestriel\w*|semestriel\w*|annuel\w*|continue?|dimanche|tou(?:s|tes)|les|best|effort|prochain)$/;

describe.skipIf(!here)('the documents that the wiki was written from', () => {
  const rows: Parameters<typeof figures>[0][number][] = [];
  const wiki = readWiki(CONTENT, { today: '2026-03-12' });

  const imported = async (file: string, system: string): Promise<{ source: Source; plan: Plan }> => {
    const source = await readSource(readFileSync(join(SEEDS, file)), file);
    if ('refused' in source) throw new Error(source.refused);
    return { source, plan: planImport([source], { system, lang: 'fr' }) };
  };

  it.each(SOURCES)('%s: every line is accounted for, and what is written is read', async (file, system) => {
    const { source, plan } = await imported(file, system);
    const [account] = accountOf([source], plan);
    expect(account).toMatchObject({ wrong: [], lost: [] });
    expect(account?.lines).toBe(source.lines.filter((line) => line.trim() !== '').length);
    expect((account?.record ?? 0) + (account?.narrative ?? 0) + (account?.notPlaced.length ?? 0)).toBe(account?.lines);
    expect(account?.notPlaced.filter(({ why }) => !['separator', 'contents', 'empty-item'].includes(why)), 'only layout is left out').toEqual([]);
    const site = siteSchema.parse({ title: 'Essai' });
    expect(plan.documents.flatMap(({ path, text }) => readDocument(text, `${system}/${path}`, site).problems.map(({ what }) => `${path}: ${what.en}`))).toEqual([]);
  });

  it.each(SOURCES)('%s: a word of a record is lost only where a typed field says it', async (file, system) => {
    const { source, plan } = await imported(file, system);
    const held = new Map(plan.documents.map(({ path, text }) => [path, new Set(split(text))]));
    const lost = plan.lines.flatMap((use) => (use.is === 'record' ? split(source.lines[use.line - 1] ?? '').filter((word) => held.get(use.document)?.has(word) !== true && !typed.has(word) && !TIMES.test(word)).map((word) => `${use.line}: ${word}`) : []));
    expect(lost).toEqual([]);
  });

  it.each(SOURCES)('%s: finds the records of %s', async (file, system, least) => {
    const { source, plan } = await imported(file, system);
    const found = foundIn(plan);
    const rights: Record<string, number> = {};
    const truth: Named[] = Object.keys(LISTED).flatMap((kind) => wiki.all(kind as keyof typeof LISTED, system).map((record) => ({ kind, id: record.id, title: record.value.title })));
    for (const kind of Object.keys(LISTED)) {
      const mine = found.filter((record) => record.kind === kind);
      const theirs = truth.filter((record) => record.kind === kind);
      const right = rightOnes(mine, theirs, source.lines.join('\n'));
      if (mine.length + theirs.length > 0) rows.push({ kind, expected: theirs.length, found: mine.length, right });
      rights[kind] = right;
    }
    for (const [kind, number] of Object.entries(least)) expect(rights[kind], kind).toBeGreaterThanOrEqual(number);
  });

  it('gives the same documents every time', async () => {
    const [file, system] = SOURCES[0] ?? ['', ''];
    const [first, second] = [await imported(file, system), await imported(file, system)];
    expect(first.plan).toEqual(second.plan);
  });

  afterAll(() => console.info(`\nrecords of the five sources, against the wiki that was written from them by hand\n${figures(rows)}`));
});
