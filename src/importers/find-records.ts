import { LABEL, type Block, type Lines, type ListBlock, type TableBlock } from './block.ts';
import { headerKey } from './columns.ts';
import { citedGaps } from './cited-gaps.ts';
import { fieldsRecord, nestedRecords, pairsOf } from './field-records.ts';
import { titleIn, type Draft, type FoundRecord } from './found.ts';
import { contactsIn } from './kinds/role.ts';
import { axisIn, isGrid, legendIn, legendOf, type LegendPoint } from './legend.ts';
import { key, plain, slug, withoutPictures } from './plain.ts';
import { blockText, fenceSteps, isCommandFence, isFactList, isStepFence, isStepList, listSteps, procedureTitle, squeeze, tableSteps, typeOf } from './procedures.ts';
import { placed, under, type Placed } from './sections.ts';
import type { Source } from './source.ts';
import { speaksOf } from './subject.ts';
import { recognise } from './columns.ts';
import { tableRecords } from './table-records.ts';
import type { RecordKind } from './vocabulary.ts';
import { RECORD_NOUNS } from './words/nouns.ts';
import { durationIn, scheduleIn } from './words/times.ts';

/** What became of lines that are not in a record and carry no narrative. */
export interface Unplaced extends Lines {
  readonly source: number;
  readonly why: string;
}

/** Lines that a record was read from, or that hold a table together (its header). */
export interface Used extends Lines {
  readonly source: number;
  /** Records of these lines, or the group whose document names them. */
  readonly records: readonly FoundRecord[];
  readonly group: string;
}

export interface Findings {
  readonly records: readonly FoundRecord[];
  readonly legend: readonly LegendPoint[];
  readonly most: { likelihood?: number | undefined; impact?: number | undefined };
  readonly actionFrom?: number | undefined;
  readonly used: readonly Used[];
  readonly unplaced: readonly Unplaced[];
  /** Blocks that are narrative, by index; grids and legends stand with the method. */
  readonly narrative: readonly Placed[];
  readonly methodBlocks: readonly Placed[];
  readonly blocks: readonly Placed[];
}

const PREFIXES: Readonly<Record<RecordKind, string>> = { risk: 'R', severity: 'G', role: 'role', scenario: 'S', backup: 'BK', activity: 'M', indicator: 'I', action: 'A', runbook: 'RB' };

/** An id as Vigie takes it: `1` of a risk table is `R1`, `R 01` is `R-01`. */
export function idOf(kind: RecordKind, raw: string | undefined): string | undefined {
  const text = withoutPictures(plain(raw ?? '')).trim();
  if (text === '') return undefined;
  if (/^\d+(?:\.0)?$/.test(text)) return `${PREFIXES[kind]}${Number(text)}`;
  const id = text.replace(/\s+/g, '-').replace(/[^\p{L}\p{N}._-]+/gu, '').replace(/^[._-]+|[._-]+$/g, '').slice(0, 64);
  return id === '' ? undefined : id;
}

/** Finds the records of one source, and says of every block what it is. */
export function findRecords(source: Source, number: number): Findings {
  const all = placed(source.blocks);
  const records: FoundRecord[] = [];
  const byId = new Map<string, FoundRecord>();
  const used: Used[] = [];
  const unplaced: Unplaced[] = [];
  const legend: LegendPoint[] = [];
  const most: Findings['most'] = {};
  const done = new Set<number>();
  const methodBlocks: Placed[] = [];
  let actionFrom: number | undefined;

  const pathOf = ({ above }: Placed): string[] => above.map(({ heading }) => heading.text);
  const contextOf = ({ above }: Placed, last = 2): string => above.slice(-last).map(({ heading }) => heading.text).join(' ');
  const add = (kind: RecordKind, draft: Draft, lines: readonly Lines[], where: Placed, confidence: number, group: string, body?: string): FoundRecord => {
    const id = idOf(kind, draft.id);
    // Tables that describe the same ids make one record: what the first does not say, the second adds.
    const same = id === undefined ? undefined : byId.get(`${kind} ${id.toLowerCase()}`);
    const mine = { source: number, lines, kept: draft.kept, notes: draft.notes ?? [] };
    if (same && kind !== 'activity') {
      const clashes = Object.entries(draft.fields).filter(([field, value]) => field in same.fields && JSON.stringify(same.fields[field]) !== JSON.stringify(value));
      same.fields = { ...draft.fields, ...same.fields };
      same.lines = [...same.lines, ...lines];
      same.kept = [...same.kept, ...mine.kept, ...clashes.map(([field, value]) => ({ label: field, text: typeof value === 'string' ? value : JSON.stringify(value) }))];
      same.notes = [...same.notes, `two tables describe ${same.id}`];
      const merged = same as { rating?: unknown; target?: unknown };
      const again = draft.rating?.likelihood && draft.rating.impact ? draft.rating : undefined;
      if (!same.rating?.likelihood || !same.rating.impact) merged.rating = again ?? same.rating;
      else if (again && JSON.stringify(again) !== JSON.stringify(same.rating)) same.kept = [...same.kept, { label: `${contextOf(where, 1)}`, text: `${again.likelihood?.label ?? String(again.likelihood?.value)} × ${again.impact?.label ?? String(again.impact?.value)}` }];
      return same;
    }
    const record: FoundRecord = { ...draft, ...mine, kind, id: id ?? '', confidence, path: pathOf(where), group, narrative: [], ...(body === undefined ? {} : { body }) };
    records.push(record);
    if (id !== undefined && !same) byId.set(`${kind} ${id.toLowerCase()}`, record);
    return record;
  };
  const use = (block: Lines, about: readonly FoundRecord[], group: string): void => void used.push({ line: block.line, end: block.end, source: number, records: about, group });

  /** Best values that the headers of a table name. */
  const noteScale = (table: TableBlock): void => {
    for (const { text } of table.header.cells) {
      const best = /\(\s*[01]\s*(?:[-–àa]|to)\s*(\d{1,2})\s*\)|\(?\/\s*(\d{1,2})\)?/.exec(text);
      const axis = axisIn(headerKey(text));
      if (best && (axis === 'likelihood' || axis === 'impact')) most[axis] ??= Number(best[1] ?? best[2]);
    }
  };

  const table = (each: Placed, block: TableBlock): void => {
    const previous = all[each.index - 1]?.block;
    const caption = previous?.kind === 'paragraph' && previous.text.length < 140 ? previous.text : '';
    const context = `${contextOf(each)} ${caption}`;
    if (isGrid(block)) {
      methodBlocks.push(each);
      return;
    }
    const kinds = recognise(block);
    const levels = kinds.some(({ kind }) => kind === 'risk' || kind === 'scenario') ? undefined : legendOf(block, context);
    const explained = levels?.every(({ axis }) => axis === 'level') === true ? levels : kinds.length === 0 || kinds[0]?.kind === 'legend' || kinds.every(({ kind }) => kind !== 'risk' && kind !== 'scenario' && kind !== 'severity' && kind !== 'activity') ? legendOf(block, context) : undefined;
    if (explained) {
      legend.push(...explained);
      methodBlocks.push(each);
      return;
    }
    if (kinds[0]?.kind === 'steps') return;
    const found = tableRecords(block, `${context}`);
    if (!found) return;
    noteScale(block);
    const group = `${number}:${block.line}`;
    const made: FoundRecord[] = [];
    for (const { row, draft, why } of found.rows) {
      if (!draft) {
        if (why === 'a restore test') {
          const every = durationOf(row.cells.map(({ text }) => text));
          const first = made[0];
          if (first) {
            first.fields['restore_test'] = { ...(every === undefined ? {} : { every }), note: row.cells.map(({ text }) => text).filter((text) => text !== '' && text !== '—').join(', ') };
            use(row, [first], group);
            continue;
          }
        }
        unplaced.push({ ...row, source: number, why: why ?? 'no title' });
        continue;
      }
      // « Quotidienne » is a title only under its heading.
      const title = titleIn(draft);
      if (found.kind === 'backup' && !title.includes(' ') && scheduleIn(title) !== undefined) draft.fields['title'] = `${contextOf(each, 1).replace(/^\d+(?:\.\d+)*\.?\s*/, '')} : ${title}`;
      const record = add(found.kind, draft, [{ line: row.line, end: row.end }], each, found.confidence, group);
      made.push(record);
      use(row, [record], group);
    }
    done.add(each.index);
    use({ line: block.line, end: block.end }, made, group);
  };

  /** Records that a heading names and that fields below it describe. */
  const fields = (each: Placed): void => {
    if (each.block.kind !== 'heading' || done.has(each.index)) return;
    const body = under(all, each.index, true).filter(({ index }) => !done.has(index) && !methodBlocks.some((other) => other.index === index));
    const blocks = body.filter(({ block }) => block.kind === 'paragraph' || (block.kind === 'list' && isFactList(block)) || (block.kind === 'table' && block.header.cells.length === 2));
    const pairs = blocks.flatMap(({ block }) => pairsOf(block, source.lines));
    if (pairs.length < 2) return;
    const named = recordHeading(each.block.text);
    const found = fieldsRecord(named.title, named.id, pairs);
    if (!found) return;
    const group = `${number}:${each.above.at(-1)?.heading.line ?? 0}:${found.kind}`;
    const last = body.at(-1)?.block ?? each.block;
    const record = add(found.kind, found.draft, [{ line: each.block.line, end: last.end }], each, 0.8, group);
    for (const { index, block } of blocks) {
      const lines = new Set(pairsOf(block, source.lines).map(({ line }) => line));
      // A paragraph that holds other words too stays whole beside the record.
      const whole = block.kind === 'table' || Array.from({ length: block.end - block.line + 1 }, (_, offset) => block.line + offset).every((line) => lines.has(line) || block.kind === 'list');
      if (lines.size > 0 && whole) {
        done.add(index);
        use(block, [record], group);
      } else record.narrative = [...record.narrative, { source: number, block }];
    }
    for (const { index, block } of body) if (!done.has(index) && block.kind !== 'layout' && !blocks.some((other) => other.index === index)) record.narrative = [...record.narrative, { source: number, block }];
    for (const { index } of body) if (all[index]?.block.kind !== 'layout') done.add(index);
    for (const { block } of record.narrative) use(block, [record], group);
    done.add(each.index);
    use(each.block, [record], group);
  };

  const lists = (each: Placed, block: ListBlock): void => {
    const context = contextOf(each, 1);
    const group = `${number}:${block.line}`;
    if (speaksOf(context, 'action') || speaksOf(context, 'risk')) {
      const nested = nestedRecords(block, speaksOf(context, 'action') ? 'action' : 'risk');
      if (nested.length > 0) {
        const threshold = /[≥>]=?\s*(\d{1,3})/.exec(context)?.[1];
        if (threshold !== undefined && speaksOf(context, 'action')) actionFrom ??= Number(threshold);
        for (const { head, kind, draft, line, end } of nested) {
          const named = recordHeading(head);
          const action = kind === 'action';
          const full: Draft = action
            ? { ...draft, fields: { ...draft.fields, ...(named.id === undefined ? {} : { origin: { kind: 'risk', ref: named.id } }) }, kept: [{ label: '', text: head }, ...draft.kept] }
            : { ...draft, id: draft.id ?? named.id, fields: { ...draft.fields, title: named.title } };
          use({ line, end }, [add(kind, full, [{ line, end }], each, 0.8, group)], group);
        }
        const inside = new Set(nested.flatMap(({ line, end }) => Array.from({ length: end - line + 1 }, (_, offset) => line + offset)));
        const outside = block.items.filter((item) => !inside.has(item.line) && item.text !== '');
        for (const item of outside) unplaced.push({ line: item.line, end: item.end, source: number, why: 'an item without fields among items with fields' });
        for (const item of block.items) if (item.text === '') unplaced.push({ line: item.line, end: item.end, source: number, why: 'an empty item' });
        done.add(each.index);
        return;
      }
    }
    if (speaksOf(context, 'role') && !speaksOf(context, 'procedure')) {
      const pairs = pairsOf(block, source.lines).map((pair) => ({ ...pair, contacts: contactsIn(plain(pair.source)) }));
      if (pairs.length > 0 && pairs.length === block.items.filter(({ level }) => level === 0).length && pairs.some(({ contacts }) => contacts.some(({ value }) => value !== undefined))) {
        for (const { label, source: words, line, contacts } of pairs) {
          const says = plain(words);
          const whole = contacts.length === 1 && contacts[0]?.value === says;
          const record = add('role', { id: slug(label), fields: { title: withoutPictures(label), ...(contacts.length === 0 ? {} : { contacts }) }, kept: whole ? [] : [{ label, text: words }] }, [{ line, end: line }], each, 0.7, group);
          use({ line, end: line }, [record], group);
        }
        done.add(each.index);
        return;
      }
    }
    if (speaksOf(context, 'drill') && block.items.some(({ level }) => level > 0) && !speaksOf(context, 'procedure')) {
      block.items.forEach((item, index) => {
        if (item.level !== 0) return;
        const below: typeof item[] = [];
        for (const next of block.items.slice(index + 1)) {
          if (next.level === 0) break;
          below.push(next);
        }
        const end = below.at(-1)?.end ?? item.end;
        const record = add('activity', { fields: { kind: 'drill', title: withoutPictures(item.text).replace(/\s*:$/, '') }, kept: below.map(({ source: words }) => ({ label: '', text: words })) }, [{ line: item.line, end }], each, 0.6, group);
        use({ line: item.line, end }, [record], group);
      });
      done.add(each.index);
    }
  };

  /** Steps that stand together, with what introduces them. */
  const procedure = (title: string, head: Placed, body: readonly Placed[], confidence: number, headUsed: boolean): void => {
    const name = procedureTitle(title);
    const lines: string[] = [];
    const data: Record<string, unknown> = {};
    const symptoms: string[] = [];
    const causes: string[] = [];
    for (const { block } of body) {
      if (block.kind === 'layout') continue;
      if (block.kind === 'fence' && isStepFence(block)) lines.push('', ...fenceSteps(block), '');
      else if (block.kind === 'list' && !isFactList(block)) lines.push('', ...listSteps(block), '');
      else if (block.kind === 'table' && recognise(block)[0]?.kind === 'steps') {
        const { body: steps, total } = tableSteps(block);
        lines.push('', ...steps, '');
        if (total !== undefined) data['duration'] = total;
      } else if (block.kind === 'list') {
        const rest: string[] = [];
        for (const item of block.items) {
          const [, label = '', words = ''] = /^([^:]{2,40}?)\s*:\s*(.*)$/s.exec(item.text) ?? [];
          if (/^(?:manifestations?|sympt[oô]mes?|symptoms?|signes?|síntomas?|symptome|sintomi)$/i.test(label)) symptoms.push(...split(words));
          else if (/^(?:causes?(?: possibles)?|possible causes|ursachen?|causas?|oorzaken)$/i.test(label)) causes.push(...split(words));
          else rest.push(`${'  '.repeat(item.level)}- ${item.source}`);
        }
        lines.push('', ...rest, '');
      } else if (block.kind === 'paragraph' && /:\s*$/.test(block.text) && block.text.length < 90 && body.some(({ block: other }) => other.kind === 'list' && other.line > block.end)) lines.push('', `## ${withoutPictures(block.text).replace(/\s*:\s*$/, '')}`, '');
      else if (block.kind === 'heading') lines.push('', `## ${block.text}`, '');
      else lines.push('', ...blockText(block, source.lines), '');
    }
    if (symptoms.length > 0) data['symptoms'] = symptoms;
    if (causes.length > 0) data['causes'] = causes;
    const scenario = /\(\s*(S\d{1,2})\b/.exec(title)?.[1];
    if (scenario !== undefined) data['scenarios'] = [scenario];
    const first = body[0]?.block ?? head.block;
    const from = headUsed ? head.block.line : first.line;
    const range = { line: from, end: body.at(-1)?.block.end ?? head.block.end };
    const id = `RB-${slug(name, 40).toUpperCase()}`;
    const twin = records.find((record) => record.kind === 'runbook' && (record.id === id || key(titleIn(record)) === key(name)));
    const draft: Draft = { id, fields: { title: name, type: typeOf(title), ...data }, kept: title === name ? [] : [{ label: '', text: title }] };
    const group = `${number}:${from}`;
    const record = twin && twin.body === undefined ? Object.assign(twin, { body: squeeze(lines).join('\n').trim(), fields: { ...draft.fields, ...twin.fields }, lines: [...twin.lines, range] }) : add('runbook', { ...draft, id: twin ? `${id}-${from}` : id }, [range], head, confidence, group, squeeze(lines).join('\n').trim());
    for (const { index, block } of body) {
      if (block.kind === 'layout') continue;
      done.add(index);
      use(block, [record], group);
    }
    if (headUsed) {
      done.add(head.index);
      use(head.block, [record], group);
    }
  };

  const hasSteps = ({ block, index }: Placed): boolean =>
    !done.has(index) && ((block.kind === 'fence' && isStepFence(block)) || (block.kind === 'list' && isStepList(block)) || (block.kind === 'table' && recognise(block)[0]?.kind === 'steps'));

  const procedures = (each: Placed): void => {
    const { block, index } = each;
    if (done.has(index)) return;
    if (block.kind === 'heading') {
      const body = under(all, index, true).filter((other) => !done.has(other.index));
      const parent = each.above.at(-1)?.heading.text ?? '';
      const named = speaksOf(block.text, 'procedure') && !/^(?:risque|risk|alerte|alert)\b/i.test(block.text);
      const own = block.depth === LABEL || named;
      const trouble = speaksOf(parent, 'troubleshooting');
      if (!(own && named) && !trouble) return;
      // A procedure named inside the section takes its own steps.
      const steps = body.filter(hasSteps);
      const commands = body.filter(({ block: other }) => other.kind === 'fence' && isCommandFence(other));
      if (steps.length === 0 && commands.length === 0) return;
      if (steps.length === 0 && body.some(({ block: other }) => other.kind === 'table')) return;
      procedure(block.text, each, body, steps.length > 0 ? 0.85 : 0.6, true);
      return;
    }
    // « **Procédure de restauration d'urgence** : » before its steps.
    if (block.kind === 'paragraph' && each.above.at(-1)?.heading.depth !== LABEL && block.text.length < 120 && /:\s*$/.test(block.text) && speaksOf(block.text, 'procedure')) {
      const next = all[index + 1];
      if (next && hasSteps(next)) procedure(block.text, each, [next], 0.7, true);
    }
  };

  for (const each of all) {
    if (each.block.kind === 'table') table(each, each.block);
    if (each.block.kind === 'paragraph' || each.block.kind === 'fence') legend.push(...(each.block.kind === 'paragraph' ? legendIn(each.block.text) : legendIn(each.block.lines.join('\n'), true)));
  }
  for (const each of all) fields(each);
  for (const each of all) if (each.block.kind === 'list' && !done.has(each.index)) lists(each, each.block);
  for (const each of all) if (each.block.kind === 'paragraph') procedures(each);
  for (const each of all) if (each.block.kind === 'heading') procedures(each);
  ownNarrative(all, records, number, done, use);
  // Their lines stay where they are: a gap is read from what cites it.
  for (const { draft, lines, where } of citedGaps(all)) if (!byId.has(`action ${String(draft.id).toLowerCase()}`)) add('action', draft, lines, where, 0.7, `${number}:gaps`);
  for (const { block } of all) if (block.kind === 'layout') unplaced.push({ line: block.line, end: block.end, source: number, why: block.what === 'contents' ? 'a table of contents' : block.what === 'comment' ? 'a comment' : 'a separator' });
  const inMethod = new Set(methodBlocks.map(({ index }) => index));
  const narrative = all.filter(({ index, block }) => !done.has(index) && block.kind !== 'layout' && !inMethod.has(index));
  return { records, legend, most, actionFrom, used, unplaced, narrative, methodBlocks, blocks: all };
}

const split = (words: string): string[] => {
  const parts = words.replace(/\.\s*$/, '').split(/,\s+(?![^(]*\))/);
  return parts.every((part) => part.length < 80) ? parts.filter((part) => part !== '') : [words];
};

function durationOf(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const every = /\b(?:mensuel\w*|monthly|mensual|monatlich|maandelijks|mensile|mensal)\b/i.test(text) ? '1 mo' : /\b(?:trimestriel\w*|quarterly|trimestral\w*|vierteljährlich)\b/i.test(text) ? '3 mo' : /\b(?:annuel\w*|yearly|annual\w*|jährlich|anual)\b/i.test(text) ? '1 y' : /\b(?:hebdo\w*|weekly|semanal|wöchentlich)\b/i.test(text) ? '1 w' : undefined;
    if (every !== undefined) return every;
    const read = durationIn(text);
    if (read && read.value !== 0) return read.value;
  }
  return undefined;
}

/** `R-T01 – Saturation mémoire (Criticité : 16)`, `Risque 1 : Panne`, `### R-01 Panne` → id and title. */
export function recordHeading(text: string): { id?: string | undefined; title: string } {
  const words = withoutPictures(plain(text)).replace(/^\d+(?:\.\d+)+\.?\s+/, '');
  const coded = /^\[?([A-Z]{1,6}[-_ ]?[A-Z]{0,4}[-_]?\d{1,4})\]?\s*(?:[:–—.|-]\s*|\s)\s*(\S.*)$/.exec(words);
  if (coded) return { id: (coded[1] ?? '').replace(/ /g, '-'), title: titleOf(coded[2] ?? '') };
  const named = /^(\p{L}+)\s+(?:n[°o]\s*)?([A-Z]{0,4}-?[A-Z]?\d{1,4}|[A-Z]{2,6})\s*[:–—-]\s*(\S.*)$/u.exec(words);
  return named && NOUN.test(named[1] ?? '') ? { id: named[2], title: titleOf(named[3] ?? '') } : { title: titleOf(words) };
}

const NOUN = new RegExp(`^(?:${RECORD_NOUNS.join('|')})$`, 'iu');

const titleOf = (text: string): string => text.replace(/\s*\((?:criticit[eé]|score|criticality)\s*:?\s*\d+\)\s*$/i, '').replace(/\s*:\s*$/, '').trim();

/** Sections whose heading names a record that a table already holds are that record's narrative. */
function ownNarrative(all: readonly Placed[], records: readonly FoundRecord[], number: number, done: Set<number>, use: (block: Lines, about: readonly FoundRecord[], group: string) => void): void {
  for (const each of all) {
    if (each.block.kind !== 'heading' || done.has(each.index)) continue;
    const named = recordHeading(each.block.text);
    const body = under(all, each.index, false).filter(({ index, block }) => !done.has(index) && block.kind !== 'layout');
    if (body.length === 0) continue;
    const blocks: Block[] = [each.block, ...body.map(({ block }) => block)];
    const give = (record: FoundRecord): void => {
      record.narrative = [...record.narrative, ...blocks.slice(1).map((block) => ({ source: number, block }))];
      record.kept = [...record.kept, { label: '', text: each.block.kind === 'heading' ? each.block.text : '' }];
      for (const block of blocks) use(block, [record], record.group);
      for (const { index } of [each, ...body]) done.add(index);
    };
    if (named.id === undefined) {
      // A heading that repeats a record's title, but for what stands in brackets.
      const title = key(named.title.replace(/\([^)]*\)/g, ''));
      const same = records.filter((record) => record.kind !== 'severity' && record.kind !== 'role' && key(titleIn(record)) === title);
      if (same.length === 1 && same[0] && !body.some(({ block }) => block.kind === 'heading')) give(same[0]);
      continue;
    }
    const noun = /^\p{L}+/u.exec(each.block.text)?.[0] ?? '';
    const kinds: readonly RecordKind[] = speaksOf(noun, 'risk') ? ['risk'] : /^(?:sc[eé]nario|escenario|szenario|cenário)/i.test(noun) ? ['scenario'] : ['risk', 'scenario', 'action', 'backup', 'indicator'];
    const candidates = records.filter(({ kind }) => kinds.includes(kind));
    const ids = kinds.map((kind) => idOf(kind, named.id)?.toLowerCase());
    // « Risque RGPD »: no id of the table, and the word of one title only.
    const byTitle = candidates.filter((record) => new RegExp(`(?<![\\p{L}\\p{N}])${(named.id ?? '').replace(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}\\p{N}])`, 'u').test(titleIn(record)));
    const record = candidates.find(({ id }) => ids.includes(id.toLowerCase())) ?? (/\d/.test(named.id) || byTitle.length !== 1 ? undefined : byTitle[0]);
    if (record) give(record);
  }
}
