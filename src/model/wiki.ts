import { kinds, type Kind } from '../schemas/kinds.ts';
import type { Site } from '../schemas/site.ts';
import type { AlertRule } from './alert-rule.ts';
import { minutes } from './duration.ts';
import type { Holidays } from './holidays.ts';
import { kindName } from './kind-name.ts';
import type { ReadingProblem } from './problem.ts';
import { levelsOf, rate, type Rated } from './rated.ts';
import type { AnyRecord, MethodRecord, RecordKind, RecordOf, RecordValues, WikiDocument, WikiRecord } from './records.ts';
import { citationsOf, type Citation } from './references.ts';
import { slugOf } from './slug.ts';
import type { Text } from './text.ts';
import { timeOf } from './time-budget.ts';

/** A folder of content/: a system where it has a `kind: system` document, else a section of the wiki. */
export interface WikiFolder {
  readonly id: string;
  readonly title: string;
  readonly record?: WikiRecord<'system'> | undefined;
  readonly documents: readonly WikiDocument[];
}

/** Somebody cites a record. */
export interface Backlink {
  readonly from: AnyRecord;
  readonly field: string;
}

/** Everything that content/ says, read once. CLI, site and snapshot all see this. */
export interface Wiki {
  readonly site: Site;
  /** Today, for everything that depends on it: YYYY-MM-DD. */
  readonly asOf: string;
  readonly documents: readonly WikiDocument[];
  readonly folders: readonly WikiFolder[];
  /** Folders that are systems, in the site's order. */
  readonly systems: readonly (WikiFolder & { readonly record: WikiRecord<'system'> })[];
  /** By `system/id`. */
  readonly records: ReadonlyMap<string, AnyRecord>;
  /** Alerts as monitoring knows them, where check was given its rules. */
  readonly alertRules: readonly AlertRule[];
  /** What went wrong while reading. */
  readonly problems: readonly ReadingProblem[];
  /** Keys of records that exist in files that could not be read whole: citing them is not an error of its own. */
  readonly unreadable: ReadonlySet<string>;
  /** The whole text of a file of content/ that could be decoded, for code frames and for rules on words. */
  readonly textOf: (file: string) => string | undefined;
  /** Whether content/ has this file, whatever its kind (images, attachments). */
  readonly hasFile: (file: string) => boolean;
  readonly all: <K extends RecordKind>(kind: K, system?: string) => readonly RecordOf<K>[];
  readonly documentsOf: <K extends Kind>(kind: K, system?: string) => readonly WikiDocument<K>[];
  /** A record by its id from inside a system, or by `system/id`. */
  readonly resolve: (reference: string, system: string) => AnyRecord | undefined;
  /** The same, of one kind. */
  readonly resolveAs: <K extends RecordKind>(kind: K, reference: string | undefined, system: string) => RecordOf<K> | undefined;
  readonly backlinks: (key: string) => readonly Backlink[];
  /** The zone and holidays that a system's hours are read with. */
  readonly clockOf: (system: string) => { timeZone: string; holidays: Holidays | undefined };
}

/** What the readers hand over. */
export interface WikiInput {
  readonly site: Site;
  readonly asOf: string;
  readonly documents: readonly WikiDocument[];
  readonly problems: readonly ReadingProblem[];
  readonly unreadable: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
  readonly alertRules?: readonly AlertRule[] | undefined;
  readonly textOf: (file: string) => string | undefined;
}

/** Lists of records inside documents: the field that holds them and the kind of record it makes. */
const lists: Partial<Record<Kind, readonly (readonly [field: string, kind: RecordKind])[]>> = {
  system: [['components', 'component'], ['environments', 'environment'], ['suppliers', 'supplier']],
  'risk-register': [['risks', 'risk']],
  'incident-matrix': [['severities', 'severity'], ['alerts', 'alert']],
  escalation: [['roles', 'role'], ['policies', 'policy']],
  'continuity-plan': [['scenarios', 'scenario'], ['activities', 'business-activity'], ['degraded_modes', 'degraded-mode']],
  'backup-policy': [['backups', 'backup']],
  schedule: [['activities', 'activity']],
  indicators: [['indicators', 'indicator']],
  'action-plan': [['actions', 'action']],
  decision: [['decisions', 'choice']],
};

/** Fields of a document whose items are records of their own. */
export const recordLists = (kind: Kind): readonly string[] => (lists[kind] ?? []).map(([field]) => field);

/** Documents that are records themselves. */
const whole: Partial<Record<Kind, RecordKind>> = { system: 'system', method: 'method', 'risk-register': 'register', risk: 'risk', runbook: 'runbook', decision: 'decision', review: 'review', page: 'page' };

/** What a document of each kind holds: the record that it is, and the fields whose items are records. */
export const recordKinds = Object.fromEntries((Object.keys(kinds) as Kind[]).map((kind) => [kind, { own: whole[kind], lists: lists[kind] ?? [] }])) as unknown as Readonly<Record<Kind, { readonly own?: RecordKind; readonly lists: readonly (readonly [field: string, kind: RecordKind])[] }>>;

/** A section has no document to name it: `nos-outils` → `Nos outils`. */
const sectionTitle = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replace(/[-_]+/g, ' ');

function narrativeOf(document: WikiDocument, id: string): string | undefined {
  return document.outline.headings.find(({ text }) => text === id || (text.startsWith(id) && /^[\s:—–.)-]/.test(text.slice(id.length))))?.slug;
}

/** Every record a document holds: itself where it is one, then the items of its lists. */
export function recordsOf(document: WikiDocument): WikiRecord[] {
  const own = whole[document.kind];
  const base = { system: document.system, document };
  const found: WikiRecord[] = [];
  const value = document.value as unknown as Record<string, unknown>;
  if (own) {
    // A page without an id is named by its file; the colon keeps it out of the ids that people choose.
    const id = typeof value['id'] === 'string' ? value['id'] : own === 'page' ? `page:${document.slug}` : document.slug;
    found.push({ ...base, kind: own, id, key: `${document.system}/${id}`, title: document.title, value: document.value as RecordValues[RecordKind], placeOf: document.placeOf });
  }
  for (const [field, kind] of lists[document.kind] ?? []) {
    for (const [index, item] of ((value[field] as { id: string; title?: string }[] | undefined) ?? []).entries()) {
      found.push({
        ...base,
        kind,
        id: item.id,
        key: `${document.system}/${item.id}`,
        title: item.title ?? item.id,
        value: item,
        placeOf: (...path) => document.placeOf(field, index, ...path),
        narrative: narrativeOf(document, item.id),
      });
    }
  }
  return found;
}

const RENAME: Text = { en: 'Rename one of the two files: a page has the address of its file, whatever folder that stands in.', fr: 'Renommer l’un des deux fichiers : une page a l’adresse de son fichier, quel que soit son sous-dossier.' };
const ANOTHER_ID: Text = { en: 'Give the newer record an id that differs by more than capitals: addresses are in small letters.', fr: 'Donner à la fiche la plus récente un identifiant qui diffère par plus que ses majuscules : les adresses sont en minuscules.' };

/** Joins documents into records, references and derived values. Pure: the same input gives the same wiki. */
export function buildWiki(input: WikiInput): Wiki {
  const { site, documents } = input;
  const problems = [...input.problems];
  const records = new Map<string, AnyRecord>();
  const byKind = new Map<RecordKind, AnyRecord[]>();

  const addresses = new Map<string, WikiRecord>();
  const twice = (record: WikiRecord, first: Pick<WikiRecord, 'kind' | 'placeOf'>, said: Text, fix: Text | undefined): void => {
    const place = first.placeOf('id');
    const [own, other] = [kindName[record.kind], kindName[first.kind]];
    problems.push({
      rule: 'content/duplicate-id',
      what: { en: `${record.id}, ${own.en}, ${said.en} ${other.en} at ${place.file}:${place.line}`, fr: `${record.id}, ${own.fr}, ${said.fr}${other.fr} de ${place.file}:${place.line}` },
      place: record.placeOf('id'),
      record: record.key,
      fix,
    });
  };

  for (const document of documents) {
    for (const record of recordsOf(document)) {
      const first = records.get(record.key);
      if (first) {
        twice(record, first, { en: 'bears the id of', fr: 'porte l’identifiant d’' }, record.id.startsWith('page:') ? RENAME : undefined);
        continue;
      }
      records.set(record.key, record as AnyRecord);
      // Of R-1 and r-1 one page would be lost.
      const address = `${record.kind} ${record.system}/${record.kind === 'page' ? document.slug : slugOf(record.id)}`;
      const neighbour = addresses.get(address);
      if (neighbour) twice(record, neighbour, { en: 'has the address of', fr: 'a l’adresse d’' }, record.kind === 'page' ? RENAME : ANOTHER_ID);
      else addresses.set(address, record);
    }
  }

  const resolve = (reference: string, system: string): AnyRecord | undefined => records.get(reference.includes('/') ? reference : `${system}/${reference}`);
  const resolveAs = <K extends RecordKind>(kind: K, reference: string | undefined, system: string): RecordOf<K> | undefined => {
    const found = reference === undefined ? undefined : resolve(reference, system);
    return found?.kind === kind ? (found as RecordOf<K>) : undefined;
  };

  derive(records, resolveAs);
  for (const record of records.values()) {
    const list = byKind.get(record.kind);
    if (list) list.push(record);
    else byKind.set(record.kind, [record]);
  }

  const ids = [...new Set(documents.map((document) => document.system))];
  const order = (id: string): number => (site.systems.includes(id) ? site.systems.indexOf(id) : site.systems.length);
  const folders = ids
    .sort((a, b) => order(a) - order(b) || a.localeCompare(b, 'en'))
    .map((id): WikiFolder => {
      const record = (byKind.get('system') as WikiRecord<'system'>[] | undefined)?.find((entry) => entry.system === id);
      return { id, title: record?.title ?? sectionTitle(id), record, documents: documents.filter((document) => document.system === id) };
    });

  let backlinks: Map<string, Backlink[]> | undefined;
  const collectBacklinks = (): Map<string, Backlink[]> => {
    const found = new Map<string, Backlink[]>();
    for (const record of records.values()) {
      for (const citation of citationsOf(record) as Iterable<Citation>) {
        const target = resolve(citation.target, record.system);
        if (!target || target.key === record.key) continue;
        const list = found.get(target.key) ?? [];
        if (!list.some((link) => link.from.key === record.key)) list.push({ from: record, field: citation.field.path[0] ?? '' });
        found.set(target.key, list);
      }
    }
    return found;
  };

  const recordLists = new Map<string, AnyRecord[]>();
  const documentLists = new Map<string, WikiDocument[]>();
  const recordOfFolder = new Map(folders.map(({ id, record }) => [id, record]));
  return {
    site,
    asOf: input.asOf,
    documents,
    folders,
    systems: folders.filter((folder): folder is WikiFolder & { record: WikiRecord<'system'> } => folder.record !== undefined),
    records,
    alertRules: input.alertRules ?? [],
    problems,
    unreadable: input.unreadable,
    textOf: input.textOf,
    hasFile: (file) => input.files.has(file),
    all: <K extends RecordKind>(kind: K, system?: string) => {
      const key = `${kind} ${system ?? ''}`;
      let list = recordLists.get(key);
      if (!list) {
        list = (byKind.get(kind) ?? []).filter((record) => system === undefined || record.system === system);
        recordLists.set(key, list);
      }
      return list as unknown as readonly RecordOf<K>[];
    },
    documentsOf: <K extends Kind>(kind: K, system?: string) => {
      const key = `${kind} ${system ?? ''}`;
      let list = documentLists.get(key);
      if (!list) documentLists.set(key, (list = documents.filter((document) => document.kind === kind && (system === undefined || document.system === system))));
      return list as unknown as readonly WikiDocument<K>[];
    },
    resolve,
    resolveAs,
    backlinks: (key) => (backlinks ??= collectBacklinks()).get(key) ?? [],
    clockOf: (system) => {
      const record = recordOfFolder.get(system);
      return { timeZone: record?.value.time_zone ?? site.time_zone, holidays: record?.value.holidays ?? site.holidays };
    },
  };
}

/** Adds what is worked out and never typed: levels, ratings, times, objectives. */
function derive(records: Map<string, AnyRecord>, resolveAs: Wiki['resolveAs']): void {
  for (const [key, record] of records) {
    if (record.kind === 'method') records.set(key, { ...record, levels: levelsOf(record.value) });
  }
  const rated = (method: MethodRecord | undefined, rating: Parameters<typeof rate>[1] | 'not-rated' | undefined): Rated | undefined =>
    method === undefined || rating === undefined || rating === 'not-rated' ? undefined : rate(method.value, rating);
  for (const [key, record] of records) {
    if (record.kind === 'risk') {
      const register = record.document.kind === 'risk-register' ? resolveAs('register', record.document.value.id ?? record.document.slug, record.system) : resolveAs('register', (record.document as WikiDocument<'risk'>).value.register, record.system);
      const method = resolveAs('method', register?.value.method, record.system);
      records.set(key, { ...record, register, method, current: rated(method, record.value.current), inherent: rated(method, record.value.inherent), target: rated(method, record.value.target) });
    } else if (record.kind === 'scenario') {
      const method = resolveAs('method', (record.document as WikiDocument<'continuity-plan'>).value.method, record.system);
      records.set(key, { ...record, method, current: rated(method, record.value.current) });
    }
  }
  const scenarios = Map.groupBy([...records.values()].filter((record) => record.kind === 'scenario'), ({ system }) => system);
  for (const [key, record] of records) {
    if (record.kind !== 'runbook') continue;
    const { phases } = record.document.outline;
    const own = minutes(record.value.rto);
    const promised = (scenarios.get(record.system) ?? [])
      .filter((scenario) => scenario.value.runbooks.includes(record.id) || record.value.scenarios.includes(scenario.id))
      .map((scenario) => minutes(scenario.value.rto))
      .filter((value) => value !== undefined);
    const inherited = promised.length > 0 ? Math.min(...promised) : undefined;
    const system = minutes(resolveAs('system', record.system, record.system)?.value.rto);
    const recovers = ['failover', 'restore', 'rollback'].includes(record.value.type);
    const rto = own ?? inherited ?? (recovers ? system : undefined);
    records.set(key, { ...record, phases, time: timeOf(phases), rto, rtoFrom: own !== undefined ? 'runbook' : inherited !== undefined ? 'scenario' : rto !== undefined ? 'system' : undefined });
  }
}
