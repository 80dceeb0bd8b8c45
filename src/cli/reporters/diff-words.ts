import { kindName } from '../../model/kind-name.ts';
import type { RecordKind } from '../../model/records.ts';
import { count, type Lang } from '../../model/text.ts';
import type { Effect } from '../../views/diff/consequence.ts';
import type { FieldChange } from '../../views/diff/field-changes.ts';
import type { RecordChange } from '../../views/diff/record-changes.ts';
import type { DiffSide, WikiDiff } from '../../views/diff/wiki-diff.ts';

/** The reports' own words. */
export const DIFF_WORDS = {
  en: {
    workTree: 'work tree',
    nothing: 'nothing changed',
    noConsequence: 'No consequence for the operation.',
    effect: { worse: 'worse', better: 'better', neutral: 'to know' } satisfies Record<Effect, string>,
    change: { appeared: 'new', gone: 'gone', changed: 'changed', renamed: 'renamed', unread: 'unread', added: 'added', removed: 'removed', expired: 'expired' },
    consequences: 'What it does to the operation',
    records: 'Records, field by field',
    documents: 'Documents and files',
    settings: 'Settings (site.yml)',
    findings: 'Findings',
    waivers: 'Waivers',
    matrix: 'Risk matrix',
    unread: 'Could not be read, and is left out',
    appear: 'appears',
    disappear: 'disappears',
    other: 'is said otherwise',
    severity: { error: 'error', warning: 'warning' },
    becomes: 'changes severity',
    unknown: 'nobody knows whether it is new: its file could not be read before',
    byWaiver: 'set aside by a waiver',
    waiverOver: 'its waiver is over',
    before: 'Before',
    after: 'After',
    impact: 'impact',
    likelihood: 'likelihood',
    was: 'was',
    movedFrom: 'moved from',
    order: 'new order:',
    lines: 'lines',
    asOf: (day: string) => `as of ${day}`,
    until: (day: string) => `until ${day}`,
    more: (number: number) => `${number} more: vigie diff --format json gives them all.`,
    moreWorse: (number: number) => `${count.en(number, 'more consequence')}`,
    none: 'none',
  },
  fr: {
    workTree: 'copie de travail',
    nothing: 'rien n’a changé',
    noConsequence: 'Aucune conséquence pour l’exploitation.',
    effect: { worse: 'pire', better: 'mieux', neutral: 'à savoir' } satisfies Record<Effect, string>,
    change: { appeared: 'ajout', gone: 'retrait', changed: 'modification', renamed: 'renommage', unread: 'illisible', added: 'ajout', removed: 'retrait', expired: 'expiration' },
    consequences: 'Ce que cela fait à l’exploitation',
    records: 'Fiches, champ par champ',
    documents: 'Documents et fichiers',
    settings: 'Réglages (site.yml)',
    findings: 'Constats',
    waivers: 'Dérogations',
    matrix: 'Matrice des risques',
    unread: 'N’a pas pu être lu, et n’est pas comparé',
    appear: 'apparaît',
    disappear: 'disparaît',
    other: 'est dit autrement',
    severity: { error: 'erreur', warning: 'avertissement' },
    becomes: 'change de gravité',
    unknown: 'on ne sait s’il est nouveau : son fichier était illisible avant',
    byWaiver: 'écarté par une dérogation',
    waiverOver: 'sa dérogation a pris fin',
    before: 'Avant',
    after: 'Après',
    impact: 'impact',
    likelihood: 'probabilité',
    was: 'était',
    movedFrom: 'vient de',
    order: 'nouvel ordre :',
    lines: 'lignes',
    asOf: (day: string) => `au ${day}`,
    until: (day: string) => `jusqu’au ${day}`,
    more: (number: number) => `Encore ${number} : vigie diff --format json les donne tous.`,
    moreWorse: (number: number) => `${number} ${number < 2 ? 'autre conséquence' : 'autres conséquences'}`,
    none: 'aucun',
  },
} as const;

export const colon = (lang: Lang): string => (lang === 'fr' ? ' : ' : ': ');

/** A kind without its article. */
export const kindWord = (kind: RecordKind, lang: Lang): string => kindName[kind][lang].replace(/^\S+ /, '');

/** `main (9fe4b07a, 2026-03-10)`. */
export function sideName({ name, commit, date }: DiffSide, lang: Lang): string {
  if (commit === undefined) return DIFF_WORDS[lang].workTree;
  const short = commit.slice(0, 8);
  const on = date === undefined ? '' : date.slice(0, 10);
  return name === undefined || commit.startsWith(name) ? `${short} (${on})` : `${name} (${short}, ${on})`;
}

export const countsOf = ({ consequences }: WikiDiff): Record<Effect, number> => {
  const of = (wanted: Effect): number => consequences.filter(({ effect }) => effect === wanted).length;
  return { worse: of('worse'), better: of('better'), neutral: of('neutral') };
};

/** What changed, in one line: `3 worse, 1 better; 12 records and 4 documents changed; 2 findings appear, 1 disappears`. */
export function diffSummary(diff: WikiDiff, lang: Lang): string {
  if (diff.same) return DIFF_WORDS[lang].nothing;
  const { worse, better, neutral } = countsOf(diff);
  const { appeared, disappeared } = diff.findings;
  const [records, documents] = [diff.records.length, diff.documents.length + diff.others.length + (diff.settings.length > 0 ? 1 : 0)];
  const parts =
    lang === 'fr'
      ? [
          [worse > 0 && count.fr(worse, 'dégradation'), better > 0 && count.fr(better, 'amélioration'), neutral > 0 && `${neutral} à savoir`],
          [`${count.fr(records, 'fiche')} et ${count.fr(documents, 'fichier')} changent`],
          [appeared.length > 0 && `${count.fr(appeared.length, 'constat')} ${appeared.length < 2 ? 'apparaît' : 'apparaissent'}`, disappeared.length > 0 && `${count.fr(disappeared.length, 'constat')} ${disappeared.length < 2 ? 'disparaît' : 'disparaissent'}`],
        ]
      : [
          [worse > 0 && `${worse} worse`, better > 0 && `${better} better`, neutral > 0 && `${neutral} to know`],
          [`${count.en(records, 'record')} and ${count.en(documents, 'file')} changed`],
          [appeared.length > 0 && `${count.en(appeared.length, 'finding')} ${appeared.length === 1 ? 'appears' : 'appear'}`, disappeared.length > 0 && `${count.en(disappeared.length, 'finding')} ${disappeared.length === 1 ? 'disappears' : 'disappear'}`],
        ];
  return parts.map((group) => group.filter((part) => part !== false).join(', ')).filter((group) => group !== '').join(lang === 'fr' ? ' ; ' : '; ');
}

const LONGEST = 100;

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
};

/** A value in one line. */
export function valueText(value: unknown): string {
  if (value === undefined) return '—';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined && !(Array.isArray(item) && item.length === 0));
    return shorten(`{ ${fields.map(([key, item]) => `${key}: ${valueText(item)}`).join(', ')} }`);
  }
  return shorten(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Words that stand before a difference, so that it can be placed. */
const CONTEXT = 20;

/** Two long texts from where they begin to differ. */
function fromDifference(before: unknown, after: unknown): [unknown, unknown] {
  if (typeof before !== 'string' || typeof after !== 'string' || Math.max(before.length, after.length) <= LONGEST) return [before, after];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const from = Math.max(0, start - CONTEXT);
  const cut = (text: string): string => (from === 0 ? text : `…${text.slice(from)}`);
  return [cut(before), cut(after)];
}

/** Records of one kind that came or went together, beyond this many, are named in one line. */
const TOGETHER = 3;

export interface RecordGroup {
  readonly first: RecordChange;
  readonly records: readonly RecordChange[];
}

/** Records as they are listed: one by one, or the many of a kind that came or went in a system together. */
export function recordGroups(records: readonly RecordChange[]): RecordGroup[] {
  const groups = Map.groupBy(records, ({ change, kind, system, key }) => (change === 'changed' ? key : `${change} ${kind} ${system}`));
  return [...groups.values()].flatMap((group): RecordGroup[] => {
    const [first] = group;
    if (!first) return [];
    return group.length > TOGETHER ? [{ first, records: group }] : group.map((record) => ({ first: record, records: [record] }));
  });
}

/** One field that changed, in one line. */
export function fieldText(change: FieldChange, lang: Lang): string {
  const head = `${change.path}${colon(lang)}`;
  if ('lines' in change) return `${head}+${change.lines.added} −${change.lines.removed} ${DIFF_WORDS[lang].lines}`;
  if ('reordered' in change) return `${head}${DIFF_WORDS[lang].order} ${shorten(valueText(change.reordered))}`;
  if ('removed' in change) return `${head}${[...change.removed.map((item) => `− ${valueText(item)}`), ...change.added.map((item) => `+ ${valueText(item)}`)].join(', ')}`;
  const [before, after] = fromDifference(change.before, change.after);
  return `${head}${valueText(before)} → ${valueText(after)}`;
}
