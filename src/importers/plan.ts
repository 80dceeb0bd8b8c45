import type { Lines } from './block.ts';
import type { Kind } from '../schemas/kinds.ts';
import { kinds } from '../schemas/kinds.ts';
import { findRecords, type Findings } from './find-records.ts';
import { titleIn, type FoundRecord } from './found.ts';
import { emptyMethod, guessMethod, styleOf, type Method } from './method.ts';
import { narrativeLines } from './narrative.ts';
import { ownDocument, type OwnDocument } from './own-document.ts';
import { key, slug, withoutPictures } from './plain.ts';
import { squeeze } from './procedures.ts';
import type { Placed } from './sections.ts';
import type { Source } from './source.ts';
import type { RecordKind } from './vocabulary.ts';
import { renderDocument } from '../model/render-document.ts';

export type Lang = 'en' | 'fr';

/** A record of the plan: where it was read and where it will stand. */
export interface PlannedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  /** Index of the source, and its lines. */
  readonly source: number;
  readonly from: readonly Lines[];
  /** Line of the written file. */
  readonly line: number;
  readonly confidence: number;
  readonly notes: readonly string[];
}

export interface PlannedDocument {
  /** Inside the system's folder. */
  readonly path: string;
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
  readonly records: readonly PlannedRecord[];
  readonly notes: readonly string[];
  /** It was a document of Vigie already, and goes over as it is. */
  readonly own?: true | undefined;
}

/** What became of one line of a source. */
export interface LineUse {
  readonly source: number;
  readonly line: number;
  readonly is: 'record' | 'narrative' | 'not placed';
  /** The document that holds it; why it is not placed. */
  readonly what: string;
}

export interface Plan {
  readonly system: string;
  readonly documents: readonly PlannedDocument[];
  readonly lines: readonly LineUse[];
}

export interface PlanOptions {
  /** Folder of the system, which is its id. */
  readonly system: string;
  readonly lang: Lang;
  /** The folder has a system document: none is made. */
  readonly hasSystem?: boolean | undefined;
  /** Ids that other documents of the system hold. */
  readonly taken?: readonly string[] | undefined;
  /** Ids that an earlier import gave, by `kind title`: they are permanent. */
  readonly known?: Readonly<Record<string, string>> | undefined;
}

const TITLES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  fr: { risks: 'Registre des risques', method: 'Méthode de cotation', incidents: 'Gravité des incidents', escalation: 'Rôles et contacts', continuity: 'Scénarios et continuité', backups: 'Sauvegardes', schedule: 'Calendrier', indicators: 'Indicateurs', actions: 'Plan d’action', source: 'Source', document: 'Document d’origine' },
  en: { risks: 'Risk register', method: 'Scoring', incidents: 'Severity of incidents', escalation: 'Roles and contacts', continuity: 'Scenarios and continuity', backups: 'Backups', schedule: 'Calendar', indicators: 'Indicators', actions: 'Action plan', source: 'Source', document: 'Original document' },
};

/** Where the records of a kind stand, and in which list. */
const LISTS: Readonly<Record<Exclude<RecordKind, 'risk' | 'runbook'>, { readonly file: string; readonly kind: Kind; readonly list: string }>> = {
  severity: { file: 'incidents', kind: 'incident-matrix', list: 'severities' },
  role: { file: 'escalation', kind: 'escalation', list: 'roles' },
  scenario: { file: 'continuity', kind: 'continuity-plan', list: 'scenarios' },
  backup: { file: 'backups', kind: 'backup-policy', list: 'backups' },
  activity: { file: 'schedule', kind: 'schedule', list: 'activities' },
  indicator: { file: 'indicators', kind: 'indicators', list: 'indicators' },
  action: { file: 'actions', kind: 'action-plan', list: 'actions' },
};

const PREFIX: Readonly<Record<RecordKind, string>> = { risk: 'R', severity: 'G', role: 'role', scenario: 'S', backup: 'BK', activity: 'M', indicator: 'I', action: 'A', runbook: 'RB' };
const ACTIVITY_PREFIX: Readonly<Record<string, string>> = { job: 'J', drill: 'G', rotation: 'K', review: 'V', maintenance: 'M' };

export const knownKey = (kind: RecordKind, title: string): string => `${kind} ${key(title)}`;

/** Gives every record an id that is its own in the system, and keeps those that the source and earlier imports gave. */
function giveIds(records: readonly FoundRecord[], { taken = [], known = {} }: PlanOptions): void {
  const ids = new Set(taken.map((id) => id.toLowerCase()));
  const claim = (record: FoundRecord, id: string): void => {
    record.id = id;
    ids.add(id.toLowerCase());
  };
  const later: FoundRecord[] = [];
  const next = new Map<string, number>();
  for (const record of records) {
    const before = known[knownKey(record.kind, titleIn(record))];
    const wanted = record.id !== '' ? record.id : before;
    if (wanted !== undefined && !ids.has(wanted.toLowerCase())) claim(record, wanted);
    else later.push(record);
  }
  for (const record of later) {
    const prefix = record.kind === 'activity' ? (ACTIVITY_PREFIX[String(record.fields['kind'])] ?? 'M') : PREFIX[record.kind];
    if (record.id !== '') {
      let number = 2;
      while (ids.has(`${record.id}-${number}`.toLowerCase())) number += 1;
      record.notes = [...record.notes, `${record.id} is already the id of another record`];
      claim(record, `${record.id}-${number}`);
      continue;
    }
    const two = (number: number): string => (record.kind === 'risk' || record.kind === 'scenario' ? `${prefix}${number}` : `${prefix}-${String(number).padStart(2, '0')}`);
    let number = next.get(prefix) ?? 1;
    while (ids.has(two(number).toLowerCase())) number += 1;
    next.set(prefix, number + 1);
    claim(record, two(number));
  }
}

/** References to what the import does not hold stay in words: a broken one would be an error. */
function mendReferences(records: readonly FoundRecord[], taken: readonly string[]): void {
  const ids = new Set([...records.map(({ id }) => id), ...taken]);
  const risks = new Map(records.filter(({ kind }) => kind === 'risk').map(({ id }) => [id.toLowerCase(), id]));
  const byId = new Map(records.filter(({ kind }) => kind === 'risk').map((record) => [record.id, record]));
  for (const record of records) {
    const { fields } = record;
    const origin = fields['origin'] as { kind: string; ref: string } | undefined;
    if (origin) {
      const ref = risks.get(origin.ref.toLowerCase()) ?? (ids.has(origin.ref) ? origin.ref : undefined);
      if (ref === undefined) {
        delete fields['origin'];
        record.kept = [...record.kept, { label: '', text: origin.ref }];
      } else {
        fields['origin'] = { ...origin, ref };
        const risk = byId.get(ref);
        if (risk) risk.fields['actions'] = [...((risk.fields['actions'] as string[] | undefined) ?? []), record.id];
      }
    }
    const scenarios = fields['scenarios'] as string[] | undefined;
    if (scenarios) {
      const held = scenarios.filter((id) => ids.has(id));
      if (held.length === 0) delete fields['scenarios'];
      else fields['scenarios'] = held;
      for (const id of held) {
        const scenario = records.find((other) => other.id === id && other.kind === 'scenario');
        if (scenario) scenario.fields['runbooks'] = [...((scenario.fields['runbooks'] as string[] | undefined) ?? []), record.id];
      }
    }
    const contacts = fields['contacts'] as { for?: string[] }[] | undefined;
    if (contacts?.some((contact) => contact.for?.some((id) => !ids.has(id)))) {
      record.kept = [...record.kept, { label: 'contact', text: contacts.flatMap((contact) => contact.for ?? []).join(', ') }];
      fields['contacts'] = contacts.map(({ for: severities, ...contact }) => ({ ...contact, ...(severities?.every((id) => ids.has(id)) ? { for: severities } : {}) }));
    }
  }
}

/** A field that the schema refuses goes to the words of the record: nothing is written that `vigie check` could not read. */
function fitSchema(kind: Kind, list: string | undefined, data: Record<string, unknown>, records: readonly FoundRecord[]): void {
  for (let round = 0; round < 4; round += 1) {
    const result = kinds[kind].safeParse(data);
    if (result.success) return;
    for (const issue of result.error.issues) {
      const [first, index, field] = issue.path as (string | number)[];
      const record = first === list && typeof index === 'number' ? records[index] : list === undefined ? records[0] : undefined;
      const name = list === undefined ? first : field;
      if (!record || typeof name !== 'string' || name === 'id' || name === 'title') continue;
      const value = record.fields[name];
      record.kept = [...record.kept, { label: name, text: typeof value === 'string' ? value : JSON.stringify(value) }];
      const target = list === undefined ? data : ((data[list] as Record<string, unknown>[])[index as number] ?? {});
      if (name === 'current') target['current'] = 'not-rated';
      else delete target[name];
    }
  }
}

const sayCell = (cell: { label?: string | undefined; value?: number | undefined; rest?: string | undefined } | undefined): string => [cell?.label, cell?.value, cell?.rest].filter((part) => part !== undefined).join(' ');

/** A record's fields as its schema orders them, with its rating where it has one. */
function shown(record: FoundRecord, methods: readonly Method[]): Record<string, unknown> {
  const { title, ...rest } = record.fields;
  const own = methods.find(({ style }) => style === styleOf(record));
  const data: Record<string, unknown> = { id: record.id, ...(record.kind === 'activity' ? { kind: rest['kind'] } : {}), title: title ?? record.id };
  if (record.kind === 'risk' || record.kind === 'scenario') {
    const { category, summary, ...others } = rest;
    const current = own?.rate(record.rating);
    if (!current && (record.rating?.likelihood ?? record.rating?.impact)) record.kept = [...record.kept, { label: 'rating', text: `${sayCell(record.rating?.likelihood)} × ${sayCell(record.rating?.impact)}` }];
    const target = own?.rate(record.target);
    const inherent = own?.rate(record.inherent);
    return { ...data, ...(summary === undefined ? {} : { summary }), ...(category === undefined ? {} : { category }), ...(inherent ? { inherent } : {}), current: current ?? 'not-rated', ...(target ? { target } : {}), ...others };
  }
  return { ...data, ...rest };
}

interface Section {
  readonly source: number;
  readonly placed: Placed;
}

const bare = (title: string): string => withoutPictures(title).replace(/^\d+(?:\.\d+)*[.)]?\s*/, '').replace(/\s*:\s*$/, '').trim();

/** Severities stand from the gravest to the mildest. */
function gravestFirst(records: readonly FoundRecord[]): readonly FoundRecord[] {
  const number = (record: FoundRecord | undefined): number => Number(/\d+$/.exec(record?.id ?? '')?.[0] ?? NaN);
  const [first, last] = [records[0], records.at(-1)];
  return number(first) > number(last) ? [...records].reverse() : records;
}

/** Nothing is looked for in a document of Vigie: it says itself what it holds. */
const NOTHING: Findings = { records: [], legend: [], most: {}, used: [], unplaced: [], narrative: [], methodBlocks: [], blocks: [] };

/** Kinds that the importer finds by itself, and shows one by one. */
const isFound = (kind: string): kind is RecordKind => kind in PREFIX;

/** A document of Vigie in the plan. */
function plannedOwn({ kind, title, text, path, records, matterEnd }: OwnDocument, source: number, system: string): PlannedDocument {
  const lines = linesOf(text.split('\n'));
  const notes = kind === 'system' && records[0]?.id !== system ? [`the system calls itself ${records[0]?.id ?? ''}: import it into a folder of that name, or change its id`] : [];
  return { path, kind, title, text, notes, own: true, records: records.flatMap((record) => (isFound(record.kind) ? [{ kind: record.kind, id: record.id, title: record.title, source, from: [{ line: lines.get(record.id) ?? 1, end: lines.get(record.id) ?? matterEnd }], line: lines.get(record.id) ?? 1, confidence: 1, notes: [] }] : [])) };
}

/** Plans the documents that sources become. Nothing is written and nothing is invented: what no field holds stands in the body, and what no document holds is listed. */
export function planImport(sources: readonly Source[], given: PlanOptions): Plan {
  const { lang } = given;
  const words = TITLES[lang];
  const own = sources.map((source) => ownDocument(source));
  const first = sources.find((_, index) => !own[index]);
  const options: PlanOptions = { ...given, hasSystem: given.hasSystem === true || own.some((document) => document?.kind === 'system'), taken: [...(given.taken ?? []), ...own.flatMap((document) => document?.records.map(({ id }) => id) ?? [])] };
  const findings = sources.map((source, index) => (own[index] ? NOTHING : findRecords(source, index)));
  const records = joined(findings.flatMap(({ records: found }) => found));
  giveIds(records, options);
  mendReferences(records, options.taken ?? []);
  const titleOf = (source: Source): string => {
    const first = source.blocks.find((block) => block.kind === 'heading' && block.depth === 1) ?? source.blocks.find((block) => block.kind === 'paragraph');
    return (first && 'text' in first ? bare(first.text.split('\n')[0] ?? '').slice(0, 120) : '') || source.name;
  };

  const rated = records.filter(({ kind }) => kind === 'risk' || kind === 'scenario');
  const legend = findings.flatMap(({ legend: points }) => points);
  const styles = (['numbers', 'words'] as const).filter((style) => rated.some((record) => styleOf(record) === style));
  const methods = styles.flatMap((style, index): Method[] => {
    const made = guessMethod({ records: rated, legend, most: Object.assign({}, ...findings.map(({ most }) => most)) as Findings['most'], actionFrom: findings.map(({ actionFrom }) => actionFrom).find((from) => from !== undefined), lang, id: freeId(index === 0 ? 'method' : `method-${style}`, records, options), title: index === 0 ? words['method'] ?? '' : `${words['method'] ?? ''} (${style === 'words' ? (lang === 'fr' ? 'en mots' : 'in words') : lang === 'fr' ? 'en chiffres' : 'in numbers'})` }, style);
    return made ? [made] : [];
  });
  if (methods.length === 0 && rated.some(({ kind }) => kind === 'risk')) methods.push(emptyMethod(freeId('method', records, options), words['method'] ?? '', lang));

  const documents: PlannedDocument[] = [];
  const uses = new Map<string, LineUse>();
  const mark = (source: number, lines: Lines, is: LineUse['is'], what: string, over = false): void => {
    for (let line = lines.line; line <= lines.end; line += 1) {
      const at = `${source}:${line}`;
      if ((sources[source]?.lines[line - 1] ?? '').trim() !== '' && (over || !uses.has(at))) uses.set(at, { source, line, is, what });
    }
  };
  const documentOf = new Map<FoundRecord, string>();
  const sectionText = new Map<string, Section[]>();
  const groupPaths = new Map<string, string>();
  /** Headings that a document's records do not name as theirs, and that it says all the same. */
  const headings = new Map<string, string[]>();
  const paths = new Set<string>();
  const free = (path: string): string => {
    let at = path;
    for (let number = 2; paths.has(at); number += 1) at = path.replace(/\.md$/, `-${number}.md`);
    paths.add(at);
    return at;
  };

  interface Draft { path: string; kind: Kind; list?: string; data: Record<string, unknown>; records: readonly FoundRecord[]; body: string[]; notes: readonly string[] }
  const drafts: Draft[] = [];
  const draft = (path: string, kind: Kind, list: string | undefined, data: Record<string, unknown>, about: readonly FoundRecord[], notes: readonly string[] = []): Draft => {
    const made: Draft = { path: free(path), kind, ...(list === undefined ? {} : { list }), data, records: about, body: [], notes };
    drafts.push(made);
    for (const record of about) {
      documentOf.set(record, made.path);
      if (kind !== 'runbook') groupPaths.set(record.group, made.path);
    }
    return made;
  };

  const owned = own.flatMap((document, index): PlannedDocument[] => {
    if (!document) return [];
    const planned = plannedOwn({ ...document, path: free(document.path) }, index, options.system);
    mark(index, { line: 1, end: document.matterEnd }, 'record', planned.path);
    mark(index, { line: document.matterEnd + 1, end: sources[index]?.lines.length ?? 0 }, 'narrative', planned.path);
    return [planned];
  });
  if (options.hasSystem !== true && first) draft('system.md', 'system', undefined, { kind: 'system', id: options.system, title: titleOf(first) }, []);
  methods.forEach((method, index) => draft(index === 0 ? 'method.md' : `method-${method.style}.md`, 'method', undefined, { kind: 'method', id: method.id, ...method.fields }, [], method.notes));

  const risks = records.filter(({ kind }) => kind === 'risk');
  const groups = [...new Set(risks.map(({ group }) => group))].map((group) => risks.filter((record) => record.group === group));
  for (const members of groups) {
    const method = methods.find(({ style }) => members.some((record) => styleOf(record) === style)) ?? methods[0];
    if (!method) continue;
    const heading = bare(members[0]?.path.at(-1) ?? '');
    const title = heading === '' ? (words['risks'] ?? '') : heading;
    draft(groups.length === 1 ? 'risks.md' : `risks/${slug(title) || 'risks'}.md`, 'risk-register', 'risks', { kind: 'risk-register', title, method: method.id, risks: members.map((record) => shown(record, methods)) }, members);
  }
  for (const [kind, { file, kind: documentKind, list }] of Object.entries(LISTS) as [keyof typeof LISTS, (typeof LISTS)[keyof typeof LISTS]][]) {
    const found = records.filter((record) => record.kind === kind);
    const members = kind === 'severity' ? gravestFirst(found) : found;
    if (members.length === 0) continue;
    const own = new Set(members.map(({ group }) => group));
    // Records that a text cites here and there have no heading of their own.
    const heading = own.size === 1 && !(members[0]?.group ?? '').endsWith(':gaps') ? bare(members[0]?.path.at(-1) ?? '') : '';
    const style = kind === 'scenario' ? members.map((record) => styleOf(record)).find((each) => each !== undefined) : undefined;
    const method = style === undefined ? undefined : methods.find((each) => each.style === style);
    draft(`${file}.md`, documentKind, list, { kind: documentKind, title: heading === '' ? (words[file] ?? '') : heading, ...(method ? { method: method.id } : {}), [list]: members.map((record) => shown(record, methods)) }, members);
  }
  for (const record of records.filter(({ kind }) => kind === 'runbook')) {
    const { title, ...rest } = record.fields;
    draft(`runbooks/${slug(String(title)) || slug(record.id)}.md`, 'runbook', undefined, { kind: 'runbook', id: record.id, title, ...rest, ...(record.body === undefined && rest['documentation'] === undefined ? { documentation: 'undocumented' } : {}) }, [record]);
  }

  // Headings and words around a table stand with the document that the table became; all other narrative makes pages.
  for (const [number, found] of findings.entries()) {
    for (const { line, end, records: about, group } of found.used) {
      const live = about.map((record) => documentOf.get(record)).find((path) => path !== undefined) ?? groupPaths.get(group);
      if (live !== undefined) mark(number, { line, end }, 'record', live);
    }
    for (const { line, end, why } of found.unplaced) mark(number, { line, end }, 'not placed', why, true);
    const methodPath = drafts.find(({ kind }) => kind === 'method')?.path;
    // A scale or a grid stands with the method, under its heading where the heading has no other words.
    const moved = new Set<number>();
    for (const each of found.methodBlocks) {
      if (methodPath === undefined) continue;
      const near = each.above.at(-1)?.index;
      const heading = near === undefined || moved.has(near) ? undefined : found.narrative.find(({ index }) => index === near);
      if (heading && !found.narrative.some(({ above, block }) => block.kind !== 'heading' && above.some(({ index }) => index === near))) {
        moved.add(heading.index);
        push(sectionText, methodPath, { source: number, placed: heading });
      }
      push(sectionText, methodPath, { source: number, placed: each });
    }
    const rest = [...found.narrative.filter(({ index }) => !moved.has(index)), ...(methodPath === undefined ? found.methodBlocks : [])].sort((a, b) => a.index - b.index);
    pages(number, sources[number] ?? { name: '', lines: [], blocks: [], remarks: [] }, found, rest);
  }

  /** A heading whose section became records of a document is said where the document says its sources. */
  function titled(path: string, number: number, { above, block }: Placed): void {
    if (block.kind !== 'heading') return;
    mark(number, block, 'record', path);
    const known = drafts.find((made) => made.path === path)?.records.some((record) => record.source === number && record.path.includes(block.text));
    if (known !== true) push(headings, path, [sources[number]?.name ?? '', ...above.map(({ heading }) => heading.text), block.text].join(' › '));
  }

  function pages(number: number, source: Source, found: Findings, narrative: readonly Placed[]): void {
    const single = source.blocks.filter((block) => block.kind === 'heading' && block.depth === 1).length === 1;
    const top = single && source.blocks.some((block) => block.kind === 'heading' && block.depth === 2) ? 2 : 1;
    const docTitle = titleOf(source);
    const bodies = new Map<number, Placed[]>();
    const words_ = narrative.filter(({ block }) => block.kind !== 'heading');
    for (const each of narrative) {
      const own = each.block.kind === 'heading' ? [...each.above, { index: each.index, heading: each.block }] : each.above;
      const chapter = own.find(({ heading }) => heading.depth >= top)?.index ?? -1;
      if (each.block.kind !== 'heading') {
        // Words right around a table of records, under the same heading.
        const nearest = each.above.at(-1)?.index;
        const beside = nearest === undefined ? undefined : found.blocks.find(({ above, block }) => above.at(-1)?.index === nearest && block.kind === 'table' && uses.get(`${number}:${block.line}`)?.is === 'record');
        const path = beside === undefined ? undefined : uses.get(`${number}:${beside.block.line}`)?.what;
        if (path !== undefined && !path.startsWith('runbooks/')) {
          push(sectionText, path, { source: number, placed: each });
          continue;
        }
      } else if (!words_.some(({ above, block }) => above.some(({ index }) => index === each.index) && !besideTable(block.line))) {
        // A heading whose section became records is their title, said in their document.
        const inside = found.used.find(({ line, end }) => line > each.block.line && end <= sectionEnd(found, each));
        const path = inside === undefined ? undefined : uses.get(`${number}:${inside.line}`)?.what;
        if (path !== undefined) {
          titled(path, number, each);
          continue;
        }
      }
      bodies.set(chapter, [...(bodies.get(chapter) ?? []), each]);
    }
    function besideTable(line: number): boolean {
      return [...sectionText.values()].some((sections) => sections.some((section) => section.source === number && section.placed.block.line === line));
    }
    for (const [chapter, blocks] of [...bodies].sort((a, b) => a[0] - b[0])) {
      // Headings without words of their own: their sections stand elsewhere, and say where they come from.
      if (blocks.every(({ block }) => block.kind === 'heading')) {
        for (const each of blocks) {
          const inside = found.used.find(({ line, end }) => line > each.block.line && end <= sectionEnd(found, each));
          const path = inside === undefined ? undefined : uses.get(`${number}:${inside.line}`)?.what;
          // The document's title is the title of the system.
          if (bare(each.block.kind === 'heading' ? each.block.text : '') === docTitle && paths.has('system.md')) mark(number, each.block, 'record', 'system.md');
          else if (path === undefined) mark(number, each.block, 'not placed', 'a heading with nothing under it');
          else titled(path, number, each);
        }
        continue;
      }
      const head = source.blocks[chapter];
      const title = head?.kind === 'heading' ? bare(head.text) : docTitle;
      const made = draft(`pages/${slug(title) || slug(source.name) || 'page'}.md`, 'page', undefined, { kind: 'page', title: title === '' ? (words['document'] ?? '') : title, order: chapter + 1 }, []);
      const depth = head?.kind === 'heading' ? head.depth : 0;
      for (const { block, index } of blocks) {
        // The chapter's heading is the page's title.
        if (index !== chapter) made.body.push('', ...narrativeLines(block, source.lines, depth), '');
        mark(number, block, 'narrative', made.path);
      }
    }
  }

  for (const made of drafts) {
    const { path, data } = made;
    for (const { source, placed: each } of sectionText.get(path) ?? []) {
      made.body.push('', ...narrativeLines(each.block, sources[source]?.lines ?? [], each.above.at(-1)?.heading.depth ?? 0), '');
      mark(source, each.block, 'narrative', path);
    }
    fitSchema(made.kind, made.list, data, made.records);
    if (made.kind === 'runbook') made.body.unshift(...(made.records[0]?.body ?? '').split('\n'), '');
    for (const record of made.records) {
      const kept = record.kept.map(({ label, text }) => `- ${label === '' ? '' : `**${label.replace(/\n/g, ' ')}** : `}${text.replace(/<br\s*\/?>|\n/gi, ' ; ')}`);
      const own = record.narrative.flatMap(({ source, block }) => ['', ...narrativeLines(block, sources[source]?.lines ?? [], 3), '']);
      if (kept.length + own.length === 0) continue;
      made.body.push('', ...(made.kind === 'runbook' ? [] : [`## ${record.id} ${titleIn(record).replace(/\n/g, ' ')}`, '']), ...kept, '', ...own);
    }
    const origins = [...new Set([...made.records.map((record) => [sources[record.source]?.name ?? '', ...record.path].join(' › ')), ...(headings.get(path) ?? [])])];
    if (origins.length > 0) made.body.push('', ...origins.map((origin) => `*${words['source'] ?? ''} : ${origin.replace(/[*_]/g, '')}*  `), '');
    const body = squeeze(made.body).join('\n').trim();
    const text = renderDocument(data, body);
    const lines = linesOf(text.split('\n'));
    documents.push({
      path, kind: made.kind, title: String(data['title']), text, notes: made.notes,
      records: made.records.map((record) => ({ kind: record.kind, id: record.id, title: (titleIn(record) || record.id), source: record.source, from: record.lines, line: lines.get(record.id) ?? 1, confidence: record.confidence, notes: record.notes })),
    });
  }
  documents.unshift(...owned);
  const lines = sources.flatMap((source, number) =>
    source.lines.flatMap((text, index): LineUse[] => (text.trim() === '' ? [] : [uses.get(`${number}:${index + 1}`) ?? { source: number, line: index + 1, is: 'not placed', what: 'nothing recognised it' }])),
  );
  return { system: options.system, documents, lines };
}

const push = <T>(map: Map<string, T[]>, at: string, value: T): void => void map.set(at, [...(map.get(at) ?? []), value]);

function sectionEnd(found: Findings, { index, block }: Placed): number {
  const depth = block.kind === 'heading' ? block.depth : 7;
  const next = found.blocks.slice(index + 1).find(({ block: other }) => other.kind === 'heading' && other.depth <= depth);
  return next ? next.block.line - 1 : Infinity;
}

/** Where each record begins in a written file, by its id. */
function linesOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const id = /^\s*(?:- )?(?:\{ )?id: "?([^",\s]+)"?(?:,|\s*$)/.exec(line)?.[1];
    if (id !== undefined && !found.has(id)) found.set(id, index + 1);
  }
  return found;
}

/** Records of two sources with one id are one record. */
function joined(records: readonly FoundRecord[]): FoundRecord[] {
  const found: FoundRecord[] = [];
  const first = new Map<string, FoundRecord>();
  for (const record of records) {
    const name = `${record.kind} ${record.id.toLowerCase()}`;
    const other = record.id === '' || record.kind === 'activity' ? undefined : first.get(name);
    if (!other) first.set(name, record);
    const same = other?.source === record.source ? undefined : other;
    // Two documents that name different things alike hold two records.
    if (!same || (record.fields['title'] !== undefined && same.fields['title'] !== undefined && key(titleIn(record)) !== key(titleIn(same)))) {
      found.push(record);
      continue;
    }
    same.fields = { ...record.fields, ...same.fields };
    same.kept = [...same.kept, ...record.kept];
    same.narrative = [...same.narrative, ...record.narrative];
  }
  return found;
}

function freeId(wanted: string, records: readonly FoundRecord[], { taken = [] }: PlanOptions): string {
  const ids = new Set([...taken, ...records.map(({ id }) => id)]);
  let id = wanted;
  for (let number = 2; ids.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}
