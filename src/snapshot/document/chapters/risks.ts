import type { RiskRecord } from '../../../model/records.ts';
import type { Rated } from '../../../model/rated.ts';
import { riskView, type RiskView } from '../../../views/risk.ts';
import { categoryWords, ratingWords, thresholdText } from '../../../words/level-words.ts';
import { everyText, reviewWords, treatmentWords } from '../../../words/status.ts';
import { formatDate, formatDuration } from '../../../words/format.ts';
import type { Print } from '../../print.ts';
import type { Blocks, Chapter, Spans } from '../block.ts';
import { bodyBlocks } from '../body.ts';
import { bullets, heading, para, rowsTable, sheet } from '../pieces.ts';
import { placeOf } from '../places.ts';
import { isPrinted } from '../printed-rows.ts';
import { DASH, gap, joined, lines, ratedChip, ref, refs, small, stateSpans } from '../record-spans.ts';
import { findingLines } from './finding-lines.ts';
import { historyBlocks } from './rating-history.ts';

const rating = (print: Print, rated: Rated | undefined): Spans | undefined => (rated ? [ratedChip(print, rated), ` ${ratingWords(rated, print.lang)}`] : undefined);

function controls({ t, say }: Print, { controls: groups }: RiskView): Blocks {
  if (groups.length === 0) return [para(gap(t('risk.no-controls')))];
  return rowsTable(
    [t('sys.kind'), t('risk.controls')],
    [1, 3],
    groups.map(({ kind, items }) => [[t(`risk.${kind}`)], lines(...items.map(({ title, state }): Spans => [say(title), ...(state === 'planned' || state === 'missing' ? [small(` (${t(`risk.${state}`)})`)] : [])]))]),
  );
}

function acceptance({ t, say, lang }: Print, { risk: { value }, acceptedBy }: RiskView): Blocks {
  const { acceptance: accepted } = value;
  if (!accepted) return [];
  return [
    heading(4, [t('risk.accepted')]),
    ...sheet([t('risk.accepted-by'), [say(acceptedBy?.name ?? accepted.by)]], [t('risk.accepted-on'), [formatDate(accepted.on, lang)]], [t('risk.accepted-until'), [accepted.expires === undefined ? t('risk.accepted-no-end') : formatDate(accepted.expires, lang)]], [t('risk.accepted-why'), [say(accepted.why)]]),
  ];
}

/** One risk, with all that is known of it. */
function riskBlocks(print: Print, risk: RiskRecord): Blocks {
  const { t, say, lang } = print;
  const view = riskView(print.wiki, risk);
  const { value, method, register } = risk;
  const said = (label: string, texts: readonly string[]): Blocks => (texts.length === 0 ? [] : [heading(4, [label]), ...bullets(texts.map((words) => [say(words)]))]);
  const actions = [...view.pending, ...view.closed];
  return [
    heading(3, [{ k: 'id', v: risk.id }, ` ${say(risk.title)}`], placeOf(risk)),
    ...(value.summary === undefined ? [] : [para(say(value.summary))]),
    ...sheet(
      [t('snap.rating.current'), rating(print, risk.current) ?? [gap(t('state.not-rated'))]],
      [t('snap.rating.inherent'), rating(print, risk.inherent)],
      [t('snap.rating.target'), rating(print, risk.target)],
      [t('register.category'), value.category === undefined ? undefined : [categoryWords(value.category, method, t, lang)]],
      [t('risk.register'), register && [ref(print, register, 'title')]],
      [t('register.owner'), view.owner ? [say(view.owner.name)] : [gap(t('register.no-owner'))]],
      [t('risk.status'), [t(`risk.state.${value.state}`)]],
      [t('risk.treatment'), value.treatment === undefined ? [gap(t('risk.no-treatment'))] : [t(`risk.treatment.${value.treatment}`)]],
      [t('register.action'), [...stateSpans(treatmentWords(view.treatment, lang)), ...(view.lacksActionFrom === undefined ? [] : [small(` ${t('risk.no-action-why', { threshold: thresholdText(view.lacksActionFrom, lang) })}`)])]],
      [t('risk.next-review'), [...stateSpans(reviewWords(view.review, lang)), ...(view.review === undefined ? [] : [small(` ${everyText(view.review.every, lang)}`)])]],
      [t('prov.reviewed'), value.reviewed === undefined ? undefined : [formatDate(value.reviewed, lang)]],
      [t('risk.components'), view.touched.length === 0 ? undefined : refs(print, view.touched.map(({ record }) => record), 'title')],
      [t('cont.activity'), view.activities.length === 0 ? undefined : refs(print, view.activities)],
      [t('sys.inside.runbooks'), view.runbooks.length === 0 ? [gap(t('risk.no-runbook'))] : refs(print, view.runbooks)],
      [t('sys.inside.scenarios'), view.scenarios.length === 0 ? undefined : refs(print, view.scenarios)],
      [t('tab.indicators'), view.indicators.length === 0 ? undefined : refs(print, view.indicators)],
      [t('comp.backups'), view.backups.length === 0 ? undefined : joined(view.backups.map(({ backup, loss }): Spans => [ref(print, backup), ...(loss === undefined ? [] : [small(` ${t('scen.loss', { loss: formatDuration(loss, lang) })}`)])]))],
      [t('decisions.related'), view.related.length === 0 ? undefined : refs(print, view.related)],
      [t('snap.aliases'), value.aliases.length === 0 ? undefined : [say(value.aliases.join(', '))]],
      [t('snap.tags'), value.tags.length === 0 ? undefined : [value.tags.join(', ')]],
    ),
    ...said(t('risk.cause'), value.causes),
    ...said(t('risk.effect'), value.consequences),
    heading(4, [t('risk.controls')]),
    ...controls(print, view),
    ...(actions.length === 0 ? [] : [heading(4, [t('risk.actions')]), ...rowsTable([t('actions.action'), t('actions.owner'), t('actions.due-on'), t('actions.state')], [4, 2, 'auto', 'auto'], actions.map((action) => [[ref(print, action)], action.value.owner === undefined ? DASH : [say(print.wiki.resolveAs('role', action.value.owner, action.system)?.title ?? action.value.owner)], action.value.due === undefined ? DASH : [formatDate(action.value.due, lang)], [t(`action.state.${action.value.state}`)]]))]),
    ...acceptance(print, view),
    ...(view.narrative === undefined ? [] : [heading(4, [t('risk.narrative')]), ...bodyBlocks(print, risk.document, view.narrative, 5)]),
    ...(risk.document.kind === 'risk' ? bodyBlocks(print, risk.document, risk.document.body, 4) : []),
    ...historyBlocks(print, risk, view.pending[0]?.value.due),
    ...findingLines(print, ({ record }) => record === risk.key),
  ];
}

/** Every risk of a system, closed ones too, in the order of their registers. */
export function risksChapter(print: Print, system: string): Chapter | undefined {
  const risks = print.wiki.all('risk', system).filter(({ register }) => isPrinted(print, register));
  if (risks.length === 0) return undefined;
  return { title: print.t('snap.risks'), id: `c:${system}/risks`, b: risks.flatMap((risk) => riskBlocks(print, risk)) };
}
