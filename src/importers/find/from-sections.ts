import type { FoundRecord } from '../found.ts';
import { titleIn } from '../found.ts';
import { key } from '../plain.ts';
import { under } from '../sections.ts';
import { speaksOf } from '../subject.ts';
import type { RecordKind } from '../vocabulary.ts';
import { idOf, recordHeading } from './record-id.ts';
import type { Search } from './search.ts';

/** Sections whose heading names a record that a table already holds are that record's narrative. */
export function narrativeFromSections({ all, records, number, done, use }: Search): void {
  for (const each of all) {
    if (each.block.kind !== 'heading' || done.has(each.index)) continue;
    const body = under(all, each.index, false).filter(({ index, block }) => !done.has(index) && block.kind !== 'layout');
    if (body.length === 0) continue;
    const { text } = each.block;
    const named = recordHeading(text);
    const whole = !body.some(({ block }) => block.kind === 'heading');
    const record = named.id === undefined ? (whole ? titled(records, named.title) : undefined) : cited(records, named.id, text);
    if (!record) continue;
    record.narrative = [...record.narrative, ...body.map(({ block }) => ({ source: number, block }))];
    record.kept = [...record.kept, { label: '', text }];
    for (const { index, block } of [each, ...body]) {
      use(block, [record], record.group);
      done.add(index);
    }
  }
}

/** The one record whose title a heading repeats, but for what stands in brackets. */
function titled(records: readonly FoundRecord[], heading: string): FoundRecord | undefined {
  const title = key(heading.replace(/\([^)]*\)/g, ''));
  const [record, ...others] = records.filter((each) => each.kind !== 'severity' && each.kind !== 'role' && key(titleIn(each)) === title);
  return others.length === 0 ? record : undefined;
}

/** The record whose id a heading cites. */
function cited(records: readonly FoundRecord[], id: string, heading: string): FoundRecord | undefined {
  const noun = /^\p{L}+/u.exec(heading)?.[0] ?? '';
  const kinds: readonly RecordKind[] = speaksOf(noun, 'risk') ? ['risk'] : /^(?:sc[eé]nario|escenario|szenario|cenário)/i.test(noun) ? ['scenario'] : ['risk', 'scenario', 'action', 'backup', 'indicator'];
  const candidates = records.filter(({ kind }) => kinds.includes(kind));
  const ids = kinds.map((kind) => idOf(kind, id)?.toLowerCase());
  const byId = candidates.find((record) => ids.includes(record.id.toLowerCase()));
  if (byId || /\d/.test(id)) return byId;
  // « Risque RGPD »: no id of the table, and the word of one title only.
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${id.replace(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}\\p{N}])`, 'u');
  const [record, ...others] = candidates.filter((each) => word.test(titleIn(each)));
  return others.length === 0 ? record : undefined;
}
