import { LABEL, type Block, type ListBlock } from '../block.ts';
import { recognise } from '../columns.ts';
import { titleIn, type Draft } from '../found.ts';
import { key, slug, withoutPictures } from '../plain.ts';
import { blockText, fenceSteps, isCommandFence, isFactList, isStepFence, isStepList, listSteps, procedureTitle, squeeze, tableSteps, typeOf } from '../procedures.ts';
import { under, type Placed } from '../sections.ts';
import { speaksOf } from '../subject.ts';
import type { Search } from './search.ts';

const hasSteps = ({ done }: Search, { block, index }: Placed): boolean =>
  !done.has(index) && ((block.kind === 'fence' && isStepFence(block)) || (block.kind === 'list' && isStepList(block)) || (block.kind === 'table' && recognise(block)[0]?.kind === 'steps'));

/** « **Procédure de restauration d'urgence** : » before its steps. */
export function runbookAfter(search: Search, each: Placed): void {
  const { block, index } = each;
  if (block.kind !== 'paragraph' || search.done.has(index)) return;
  if (each.above.at(-1)?.heading.depth === LABEL || block.text.length >= 120 || !/:\s*$/.test(block.text) || !speaksOf(block.text, 'procedure')) return;
  const next = search.all[index + 1];
  if (next && hasSteps(search, next)) runbook(search, block.text, each, [next], 0.7);
}

/** A heading that names a procedure, or stands under « Dépannage », with steps or commands below it. */
export function runbookUnder(search: Search, each: Placed): void {
  const { block, index } = each;
  if (block.kind !== 'heading' || search.done.has(index)) return;
  const named = speaksOf(block.text, 'procedure') && !/^(?:risque|risk|alerte|alert)\b/i.test(block.text);
  if (!named && !speaksOf(each.above.at(-1)?.heading.text ?? '', 'troubleshooting')) return;
  // A procedure named inside the section took its own steps.
  const body = under(search.all, index, true).filter((other) => !search.done.has(other.index));
  const steps = body.some((other) => hasSteps(search, other));
  if (!steps && (!body.some(({ block: other }) => other.kind === 'fence' && isCommandFence(other)) || body.some(({ block: other }) => other.kind === 'table'))) return;
  runbook(search, block.text, each, body, steps ? 0.85 : 0.6);
}

/** Steps that stand together, with what introduces them. */
function runbook(search: Search, title: string, head: Placed, body: readonly Placed[], confidence: number): void {
  const { number, records, done, add, use } = search;
  const name = procedureTitle(title);
  const { text, fields } = bodyOf(body.map(({ block }) => block), search.source.lines);
  const scenario = /\(\s*(S\d{1,2})\b/.exec(title)?.[1];
  const range = { line: head.block.line, end: body.at(-1)?.block.end ?? head.block.end };
  const id = `RB-${slug(name, 40).toUpperCase()}`;
  const group = `${number}:${range.line}`;
  const draft: Draft = { id, fields: { title: name, type: typeOf(title), ...fields, ...(scenario === undefined ? {} : { scenarios: [scenario] }) }, kept: title === name ? [] : [{ label: '', text: title }] };
  const twin = records.find((record) => record.kind === 'runbook' && (record.id === id || key(titleIn(record)) === key(name)));
  const record = twin && twin.body === undefined
    ? Object.assign(twin, { body: text, fields: { ...draft.fields, ...twin.fields }, lines: [...twin.lines, range] })
    : add('runbook', { ...draft, id: twin ? `${id}-${range.line}` : id }, { lines: [range], at: head, confidence, group, body: text });
  for (const { index, block } of [...body, head]) {
    if (block.kind === 'layout') continue;
    done.add(index);
    use(block, [record], group);
  }
}

/** The steps as the body of a runbook, and what it says of symptoms, causes and its total time. */
function bodyOf(blocks: readonly Block[], source: readonly string[]): { text: string; fields: Record<string, unknown> } {
  const fields: Record<string, unknown> = {};
  const facts = { symptoms: [] as string[], causes: [] as string[] };
  const linesOf = (block: Block): string[] => {
    if (block.kind === 'layout') return [];
    if (block.kind === 'fence' && isStepFence(block)) return fenceSteps(block);
    if (block.kind === 'list') return isFactList(block) ? factLines(block, facts) : listSteps(block);
    if (block.kind === 'table' && recognise(block)[0]?.kind === 'steps') {
      const { body, total } = tableSteps(block);
      if (total !== undefined) fields['duration'] = total;
      return body;
    }
    if (block.kind === 'heading') return [`## ${block.text}`];
    const introduces = block.kind === 'paragraph' && /:\s*$/.test(block.text) && block.text.length < 90 && blocks.some((other) => other.kind === 'list' && other.line > block.end);
    return introduces ? [`## ${withoutPictures(block.text).replace(/\s*:\s*$/, '')}`] : blockText(block, source);
  };
  // Blank lines around every block.
  const lines = blocks.flatMap((block) => ['', ...linesOf(block), '']);
  for (const [name, found] of Object.entries(facts)) if (found.length > 0) fields[name] = found;
  return { text: squeeze(lines).join('\n').trim(), fields };
}

/** A list of facts: symptoms and causes go to their fields, the others stay a list. */
function factLines({ items }: ListBlock, { symptoms, causes }: { symptoms: string[]; causes: string[] }): string[] {
  return items.flatMap((item) => {
    const [, label = '', words = ''] = /^([^:]{2,40}?)\s*:\s*(.*)$/s.exec(item.text) ?? [];
    if (/^(?:manifestations?|sympt[oô]mes?|symptoms?|signes?|síntomas?|symptome|sintomi)$/i.test(label)) symptoms.push(...split(words));
    else if (/^(?:causes?(?: possibles)?|possible causes|ursachen?|causas?|oorzaken)$/i.test(label)) causes.push(...split(words));
    else return [`${'  '.repeat(item.level)}- ${item.source}`];
    return [];
  });
}

const split = (words: string): string[] => {
  const parts = words.replace(/\.\s*$/, '').split(/,\s+(?![^(]*\))/);
  return parts.every((part) => part.length < 80) ? parts.filter((part) => part !== '') : [words];
};
