import { posix } from 'node:path';
import type { RecordKind } from '../model/records.ts';
import { recordLists, type Wiki } from '../model/wiki.ts';
import type { Kind } from '../schemas/kinds.ts';
import { nextId } from './next-id.ts';
import { skeletonBody } from './skeleton-body.ts';
import { skeletonOf, type Given } from './skeleton.ts';

type Lang = 'fr' | 'en';

/** How a kind begins in a system that has none: its record, the first id, the file by language. `{id}` stands for the record's own. */
interface Start {
  /** The kind of record that is given an id; the document itself, or the first of its list. */
  readonly record: RecordKind;
  readonly id: Readonly<Record<Lang, string>>;
  readonly file: Readonly<Record<Lang, string>>;
}

const same = (text: string): Record<Lang, string> => ({ fr: text, en: text });
const starts: Readonly<Record<Kind, Start>> = {
  system: { record: 'system', id: same('system'), file: same('system.md') },
  method: { record: 'method', id: { fr: 'methode', en: 'method' }, file: { fr: 'methode.md', en: 'method.md' } },
  'risk-register': { record: 'risk', id: same('R-01'), file: { fr: 'risques/registre.md', en: 'risks/register.md' } },
  risk: { record: 'risk', id: same('R-01'), file: { fr: 'risques/{id}.md', en: 'risks/{id}.md' } },
  'incident-matrix': { record: 'severity', id: same('P1'), file: same('incidents.md') },
  escalation: { record: 'role', id: { fr: 'astreinte', en: 'on-call' }, file: { fr: 'escalade.md', en: 'escalation.md' } },
  runbook: { record: 'runbook', id: same('RB-01'), file: same('runbooks/{id}.md') },
  'continuity-plan': { record: 'scenario', id: same('S-01'), file: { fr: 'continuite.md', en: 'continuity.md' } },
  'backup-policy': { record: 'backup', id: { fr: 'SV-01', en: 'BK-01' }, file: { fr: 'sauvegardes.md', en: 'backups.md' } },
  schedule: { record: 'activity', id: same('M-01'), file: { fr: 'calendrier.md', en: 'schedule.md' } },
  indicators: { record: 'indicator', id: same('I-01'), file: { fr: 'indicateurs.md', en: 'indicators.md' } },
  'action-plan': { record: 'action', id: same('A-01'), file: same('actions.md') },
  decision: { record: 'decision', id: same('DEC-01'), file: same('decisions/{id}.md') },
  review: { record: 'review', id: same('REV-01'), file: { fr: 'revues/{id}.md', en: 'reviews/{id}.md' } },
  page: { record: 'page', id: { fr: 'page', en: 'page' }, file: same('pages/{id}.md') },
};

const WORDS: Readonly<Record<Lang, string>> = { fr: 'À écrire', en: 'To write' };

/** A method has a scale before it has words: two points an axis, two levels. */
function methodFields(lang: Lang): Readonly<Record<string, unknown>> {
  const [low, high] = lang === 'fr' ? ['Faible', 'Fort'] : ['Low', 'High'];
  const scale = [{ value: 1, label: low }, { value: 2, label: high }];
  return { likelihood: scale, impact: scale, levels: [{ id: 'low', label: low, from: 1 }, { id: 'high', label: high, from: 3 }] };
}

export interface NewDocument {
  readonly kind: Kind;
  readonly system: string;
  readonly lang: Lang;
  readonly today: string;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

/** Whether a kind is one record a file, named by its id. */
const isOneRecord = (kind: Kind): boolean => starts[kind].file.en.includes('{id}');

/** The id that a new document, or its first record, is given. */
export const idOf = (wiki: Wiki, { kind, system, lang, id }: NewDocument): string => id ?? (kind === 'system' ? system : nextId(wiki, system, starts[kind].record, starts[kind].id[lang]));

/** The file of a new document, relative to content/: where the system keeps its own of that kind, else where others do. */
export function fileOf(wiki: Wiki, { kind, system, lang }: NewDocument, id: string): string {
  const beside = wiki.documentsOf(kind, system)[0] ?? (isOneRecord(kind) ? undefined : wiki.documentsOf(kind)[0]);
  const usual = starts[kind].file[lang].replace('{id}', id.toLowerCase());
  if (!beside) return `${system}/${usual}`;
  const inside = beside.file.slice(beside.system.length + 1);
  return isOneRecord(kind) ? posix.join(system, posix.dirname(inside), posix.basename(usual)) : `${system}/${inside}`;
}

/** What is written out of a new document. */
function givenOf(wiki: Wiki, wanted: NewDocument, id: string): Given {
  const { kind, system, lang } = wanted;
  const title = wanted.title ?? WORDS[lang];
  const method = wiki.all('method', system)[0]?.id ?? starts.method.id[lang];
  const register = wiki.all('register', system)[0]?.id ?? (lang === 'fr' ? 'registre' : 'register');
  const [field] = recordLists(kind);
  const more: Partial<Record<Kind, Readonly<Record<string, unknown>>>> = { method: methodFields(lang), risk: { register }, 'risk-register': { id: register, method }, decision: { status: 'proposed', date: wanted.today }, page: wanted.id === undefined ? {} : { id } };
  if (field === undefined || starts[kind].record === kind) return { fields: { ...(kind === 'page' ? {} : { id }), title, ...more[kind] } };
  return { fields: { title, ...more[kind] }, list: { field, record: { id, title: WORDS[lang] } } };
}

/** The text of a new document: it reads without a mistake as it is, and with any of its comments taken away. `schema` is the path of its kind's, for language servers. */
export function newDocument(wiki: Wiki, wanted: NewDocument, id: string, schema: string): string {
  const { kind, lang, today } = wanted;
  const body = skeletonBody(kind, lang);
  return `---\n# yaml-language-server: $schema=${schema}\n${skeletonOf(kind, givenOf(wiki, wanted, id), { text: WORDS[lang], today }, lang)}\n---\n${body === '' ? '' : `\n${body}\n`}`;
}
