import type { Block as BodyBlock, Piece, Step } from '../../../model/runbook-body.ts';
import type { RunbookRecord, WikiDocument } from '../../../model/records.ts';
import { runbookView, type EscalationsByText, type RunbookView, type SectionView } from '../../../views/runbook.ts';
import { clockText, durationText } from '../../../words/durations.ts';
import { formatDate, formatDuration, formatDurationRange } from '../../../words/format.ts';
import { windowText } from '../../../words/runbook-words.ts';
import type { Print } from '../../print.ts';
import type { Block, Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks, bodySpans } from '../body.ts';
import { envelope } from '../envelope.ts';
import { bullets, heading, para, rowsTable } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { address, bold, gap, joined, lines, refs, severityChip, small } from '../record-spans.ts';
import { contactLines } from './contact-lines.ts';
import { findingLines } from './finding-lines.ts';
import { budgetBlocks } from './runbook-budget.ts';

interface Words {
  readonly print: Print;
  readonly document: WikiDocument;
  readonly escalations: EscalationsByText;
}

const pieces = ({ print, document }: Words, list: readonly Piece[], level: number): Blocks => list.flatMap((piece): Blocks => (piece.kind === 'command' ? [{ k: 'code', v: piece.text }] : bodyBlocks(print, document, piece.source, level)));

function stepItem(words: Words, { label, links, duration, details }: Step, level: number): Extract<Block, { k: 'steps' }>['items'][number] {
  const { print, document } = words;
  return { c: [...bodySpans(print, document, label), ...links.flatMap((url): Spans => [' ', address(url)])], ...(duration === undefined ? {} : { time: formatDurationRange(duration.min, duration.max, print.lang) }), b: pieces(words, details, level) };
}

/** What a phase holds, in the order of its text; steps that follow one another make one list. */
function phaseBlocks(words: Words, list: readonly BodyBlock[], level: number): Blocks {
  const { print, document, escalations } = words;
  const { t, lang } = print;
  const found: Block[] = [];
  for (const block of list) {
    const last = found.at(-1);
    if (block.kind === 'step') {
      const item = stepItem(words, block.step, level + 1);
      if (last?.k === 'steps') found[found.length - 1] = { k: 'steps', items: [...last.items, item] };
      else found.push({ k: 'steps', items: [item] });
    } else if (block.kind === 'option') {
      const { title, duration, blocks } = block.option;
      found.push(heading(level, [small(`${t('rb.option')} · `), print.say(title), ...(duration === undefined ? [] : [small(` ${formatDurationRange(duration.min, duration.max, lang)}`)])]), ...phaseBlocks(words, blocks, level + 1));
    } else if (block.kind === 'escalation') {
      const view = escalations.get(block.escalation);
      const at = view?.at === undefined ? [] : [bold(t('rb.esca.at', { at: clockText(view.at, view.at, lang) })), ' '];
      found.push({ k: 'callout', kind: 'important', title: t('inc.escalate'), b: [{ k: 'p', c: [...at, ...bodySpans(print, document, view?.source ?? block.escalation.source)] }] });
    } else found.push(...pieces(words, [block], level));
  }
  return found;
}

function sectionBlocks(print: Print, runbook: RunbookRecord, section: SectionView): Blocks {
  const { t, say, lang } = print;
  const { document } = runbook;
  if (!('timed' in section)) return [heading(4, [say(section.title)]), ...pieces({ print, document, escalations: new Map() }, section.pieces, 5)];
  const { timed, escalations } = section;
  const { phase, number } = timed;
  const time = phase.duration ? formatDurationRange(phase.duration.min, phase.duration.max, lang) : phase.note === undefined ? t('rb.phase.unknown') : say(phase.note);
  const said = [...(phase.outsideRto && !phase.duration ? [] : [time]), ...(phase.outsideRto ? [t('rb.phase.outside')] : []), windowText(timed, lang)].filter((part) => part !== undefined);
  return [
    heading(4, [`${number}. ${say(phase.title)}`, small(`  ${said.join(' · ')}`)]),
    ...(phase.condition === undefined ? [] : [para(bold(phase.otherwise === undefined ? t('rb.phase.conditional', { condition: '' }) : ''), ...bodySpans(print, document, phase.condition))]),
    ...phaseBlocks({ print, document, escalations }, phase.blocks, 5),
  ];
}

const TESTS = ['pass', 'fail', 'partial'] as const;

function people(print: Print, { people: list, peopleUnordered }: RunbookView): Blocks {
  const { t, say, lang } = print;
  if (list.length === 0) return [para(gap(t('rb.people.none')), ` ${t('rb.people.none-why')}`)];
  return [...(peopleUnordered ? [para(t('rb.people.unordered'))] : []), ...rowsTable([t('roles.after'), t('roles.role'), t('roles.reach')], ['auto', 3, 4], list.map((callee) => [[callee.after === undefined ? '–' : callee.after === 0 ? t('inc.immediate') : clockText(callee.after, callee.after, lang)], [bold(say(callee.role.title))], contactLines(print, callee)]), { small: true, names: 1 })];
}

/** One procedure: when it applies, whom to call, its time, its steps to tick by hand. */
function runbookBlocks(print: Print, runbook: RunbookRecord): Blocks {
  const { t, say, lang } = print;
  const { value, document } = runbook;
  const view = runbookView(print.wiki, [], runbook);
  const list = (label: string, texts: readonly string[]): Blocks => (texts.length === 0 ? [] : [heading(4, [label]), ...bullets(texts.map((words) => [say(words)]))]);
  const test = view.lastTest;
  const result = TESTS.find((name) => name === test?.result);
  return [
    heading(3, [{ k: 'id', v: runbook.id }, ` ${say(runbook.title)}`], placeOf(runbook)),
    ...envelope(
      print,
      document,
      [t('sys.kind'), [t(`rb.type.${value.type}`)]],
      [t('rb.file.document'), value.documentation === 'documented' ? [t('rb.documentation.documented')] : [gap(t(`rb.documentation.${value.documentation}`))]],
      [t('runbooks.severity'), view.severity && [severityChip(print, view.severity)]],
      ['RTO', view.budget.rto === undefined ? [t('runbooks.no-rto')] : [formatDuration(view.budget.rto, lang), ...(runbook.rtoFrom === 'scenario' || runbook.rtoFrom === 'system' ? [small(` ${t(`rb.budget.rto-${runbook.rtoFrom}`)}`)] : [])]],
      ['RPO', value.rpo === undefined ? undefined : [durationText(value.rpo, lang)]],
      [t('rb.file.components'), view.components.length === 0 ? undefined : refs(print, view.components, 'title')],
      [t('rb.file.scenarios'), view.scenarios.length === 0 ? undefined : refs(print, view.scenarios)],
      [t('rb.alerts'), view.alerts.length === 0 ? undefined : joined(view.alerts.map(({ name, record }): Spans => (record ? refs(print, [record]) : [say(name)])))],
      [t('rb.file.test'), test ? lines([`${formatDate(test.on, lang)}${result === undefined ? '' : `, ${t(`rb.test.${result}`)}`}`, ...(value.tested?.measured === undefined ? [] : [`, ${durationText(value.tested.measured, lang)}`])], value.tested?.note === undefined ? undefined : [small(say(value.tested.note))]) : [gap(t('state.not-tested'))]],
      [t('rb.file.drill'), [view.nextDrill === undefined ? t('rb.file.no-drill') : view.nextDrill.day === undefined ? t('rb.file.no-date') : formatDate(view.nextDrill.day, lang)]],
    ),
    ...list(t('runbook.right-place'), value.symptoms),
    ...list(t('rb.causes'), value.causes),
    ...list(t('rb.prerequisites'), value.prerequisites),
    heading(4, [t('rb.sheet.open')]),
    ...people(print, view),
    heading(4, [t('runbook.budget')]),
    ...budgetBlocks(print, view),
    ...(view.gap ? [{ k: 'callout' as const, kind: 'warning' as const, title: t('empty.runbook'), b: [para(t('empty.runbook-why'))] }] : []),
    ...pieces({ print, document, escalations: new Map() }, view.intro, 4),
    ...view.sections.flatMap((section) => sectionBlocks(print, runbook, section)),
    ...findingLines(print, ({ record, place }) => record === runbook.key || place.file === document.file),
  ];
}

/** Each on a page of its own: it is taken out and ticked. */
export function runbooksChapter(print: Print, system: string): Chapter | undefined {
  const { t, wiki } = print;
  const runbooks = wiki.all('runbook', system).filter(({ key }) => print.part === undefined || key === print.part.name);
  return runbooks.length === 0 ? undefined : { title: t('runbooks.title'), id: `c:${system}/runbooks`, b: runbooks.flatMap((runbook, index): Blocks => [...(index === 0 ? [] : [{ k: 'break' as const }]), ...runbookBlocks(print, runbook)]) };
}
