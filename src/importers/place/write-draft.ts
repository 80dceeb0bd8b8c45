import { renderDocument } from '../../model/render-document.ts';
import { titleIn, type FoundRecord } from '../found.ts';
import { narrativeLines } from '../narrative.ts';
import type { Lang, PlannedDocument } from '../plan.ts';
import { squeeze } from '../procedures.ts';
import type { Source } from '../source.ts';
import { titles } from '../words/titles.ts';
import type { Draft } from './drafts.ts';
import { fitSchema } from './fit-schema.ts';
import { recordLines } from './record-lines.ts';

/** A draft as the text of its document: front matter, words around its records, what each record keeps in words, and where it all comes from. */
export function writeDraft(draft: Draft, sources: readonly Source[], lang: Lang): PlannedDocument {
  fitSchema(draft);
  const { path, kind, data, records, notes } = draft;
  const origins = new Set([...records.map((record) => [sources[record.source]?.name ?? '', ...record.path].join(' › ')), ...draft.origins]);
  const body = [
    ...(kind === 'runbook' ? [...(records[0]?.body ?? '').split('\n'), ''] : []),
    ...draft.body,
    ...records.flatMap((record) => recordBody(record, kind !== 'runbook', sources)),
    '', ...[...origins].map((origin) => `*${titles[lang].source} : ${origin.replace(/[*_]/g, '')}*  `), '',
  ];
  const text = renderDocument(data, squeeze(body).join('\n').trim());
  const lines = recordLines(text);
  return {
    path, kind, text, notes,
    title: String(data['title']),
    records: records.map((record) => ({ kind: record.kind, id: record.id, title: titleIn(record) || record.id, source: record.source, from: record.lines, line: lines.get(record.id) ?? 1, confidence: record.confidence, notes: record.notes })),
  };
}

/** What a record's fields do not hold: the words that it keeps, then the blocks that speak of it alone. */
function recordBody(record: FoundRecord, named: boolean, sources: readonly Source[]): string[] {
  const kept = record.kept.map(({ label, text }) => `- ${label === '' ? '' : `**${label.replace(/\n/g, ' ')}** : `}${text.replace(/<br\s*\/?>|\n/gi, ' ; ')}`);
  const own = record.narrative.flatMap(({ source, block }) => ['', ...narrativeLines(block, sources[source]?.lines ?? [], 3), '']);
  if (kept.length + own.length === 0) return [];
  return ['', ...(named ? [`## ${record.id} ${titleIn(record).replace(/\n/g, ' ')}`, ''] : []), ...kept, '', ...own];
}
