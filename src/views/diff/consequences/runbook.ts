import { formatDuration, formatMinutes } from '../../../model/duration.ts';
import type { RunbookRecord } from '../../../model/records.ts';
import { inEach, type Text } from '../../../model/text.ts';
import type { Comparison } from '../comparison.ts';
import { consequence, type Consequence } from '../consequence.ts';

const isOver = ({ time, rto }: RunbookRecord): boolean => time !== undefined && rto !== undefined && time.full.max > rto;

/** From the best to the worst that a runbook says of itself. */
const DOCUMENTED = ['documented', 'partial', 'obsolete', 'undocumented'] as const;
const DOCUMENTATION: Readonly<Record<RunbookRecord['value']['documentation'], Text>> = {
  documented: { en: 'documented', fr: 'documenté' },
  partial: { en: 'documented in part', fr: 'documenté en partie' },
  obsolete: { en: 'obsolete', fr: 'obsolète' },
  undocumented: { en: 'undocumented', fr: 'non documenté' },
};

const took = ({ time }: RunbookRecord): Text => inEach((lang) => (time ? formatDuration(time.full, lang) : ''));
const objective = ({ rto }: RunbookRecord): Text => inEach((lang) => (rto === undefined ? '' : formatMinutes(rto, lang)));

function* timeMoved(old: RunbookRecord, now: RunbookRecord): Generator<Consequence> {
  const [was, is] = [old.time?.full.max, now.time?.full.max];
  const [before, after, rto, oldRto] = [took(old), took(now), objective(now), objective(old)];
  const facts = { from: was, to: is, at: now.rtoFrom === 'runbook' ? 'rto' : 'id' };
  if (isOver(now) && !isOver(old)) {
    const tail = inEach((lang) => (was !== undefined && was !== is ? (lang === 'fr' ? ` (était : ${before.fr})` : ` (was ${before.en})`) : oldRto[lang] === '' || oldRto[lang] === rto[lang] ? '' : lang === 'fr' ? ` (le RTO était de ${oldRto.fr})` : ` (the RTO was ${oldRto.en})`));
    yield consequence(now, 'runbook/over-rto', 'worse', { en: `takes ${after.en} on its longest path, more than its RTO of ${rto.en}${tail.en}`, fr: `prend ${after.fr} par son plus long chemin, plus que son RTO de ${rto.fr}${tail.fr}` }, facts);
  } else if (isOver(old) && !isOver(now)) {
    const fits = now.time && now.rto !== undefined;
    yield consequence(now, 'runbook/over-rto', fits ? 'better' : 'neutral', fits ? { en: `fits its RTO of ${rto.en} again: ${after.en} (was ${before.en})`, fr: `tient de nouveau son RTO de ${rto.fr} : ${after.fr} (était : ${before.fr})` } : { en: `gives no ${now.time ? 'RTO' : 'time'} any more (took ${before.en}, more than its RTO of ${oldRto.en})`, fr: `n’a plus de ${now.time ? 'RTO' : 'durée'} (prenait ${before.fr}, plus que son RTO de ${oldRto.fr})` }, facts);
  } else if (was !== is && before.en !== after.en) {
    if (was === undefined || is === undefined) yield consequence(now, 'runbook/time', 'neutral', was === undefined ? { en: `is timed: ${after.en}`, fr: `a une durée : ${after.fr}` } : { en: `is not timed any more (was ${before.en})`, fr: `n’a plus de durée (était : ${before.fr})` }, facts);
    else yield consequence(now, 'runbook/time', isOver(now) ? (is > was ? 'worse' : 'better') : 'neutral', { en: `takes ${is > was ? 'longer' : 'less'}: ${before.en} → ${after.en}`, fr: `prend ${is > was ? 'plus' : 'moins'} de temps : ${before.fr} → ${after.fr}` }, facts);
  }
}

export function* runbookChanged(_: Comparison, old: RunbookRecord, now: RunbookRecord): Generator<Consequence> {
  yield* timeMoved(old, now);
  const [was, is] = [old.value.documentation, now.value.documentation];
  if (was !== is) yield consequence(now, 'runbook/documentation', DOCUMENTED.indexOf(is) > DOCUMENTED.indexOf(was) ? 'worse' : 'better', inEach((lang) => `${lang === 'fr' ? 'documentation :' : 'documentation:'} ${DOCUMENTATION[was][lang]} → ${DOCUMENTATION[is][lang]}`), { from: was, to: is, at: 'documentation' });
  const isOut = ({ value }: RunbookRecord): boolean => value.status === 'deprecated' || value.status === 'retired';
  if (isOut(now) !== isOut(old)) yield consequence(now, 'runbook/documentation', isOut(now) ? 'worse' : 'better', isOut(now) ? { en: `is ${now.value.status}`, fr: now.value.status === 'retired' ? 'est retiré' : 'est déconseillé' } : { en: 'is in use again', fr: 'est de nouveau en usage' }, { from: old.value.status, to: now.value.status, at: 'status' });
  const [tested, test] = [old.value.tested, now.value.tested];
  if (test && tested?.on !== test.on && test.result !== 'pass') yield consequence(now, 'runbook/test', 'worse', { en: `failed its test of ${test.on}${test.result === 'partial' ? ' in part' : ''}`, fr: `a échoué${test.result === 'partial' ? ' en partie' : ''} à son essai du ${test.on}` }, { from: tested?.result, to: test.result, at: 'tested' });
  else if (test && tested?.on !== test.on) yield consequence(now, 'runbook/test', 'better', { en: `passed its test of ${test.on}`, fr: `a réussi son essai du ${test.on}` }, { from: tested?.result, to: test.result, at: 'tested' });
  else if (tested && !test) yield consequence(now, 'runbook/test', 'worse', { en: `does not say any more that it was tested (${tested.on})`, fr: `ne dit plus qu’il a été essayé (${tested.on})` }, { from: tested.result });
}

export function* runbookAppeared(_: Comparison, runbook: RunbookRecord): Generator<Consequence> {
  const time = took(runbook);
  if (isOver(runbook)) {
    const rto = objective(runbook);
    yield consequence(runbook, 'runbook/over-rto', 'worse', { en: `is new, and takes ${time.en} on its longest path, more than its RTO of ${rto.en}`, fr: `est nouveau, et prend ${time.fr} par son plus long chemin, plus que son RTO de ${rto.fr}` }, { to: runbook.time?.full.max });
  } else yield consequence(runbook, 'runbook/appeared', 'better', { en: `is a new runbook${time.en === '' ? '' : `: ${time.en}`}`, fr: `est un nouveau runbook${time.fr === '' ? '' : ` : ${time.fr}`}` }, { to: runbook.time?.full.max });
}

export function* runbookGone(_: Comparison, runbook: RunbookRecord): Generator<Consequence> {
  yield consequence(runbook, 'runbook/gone', 'worse', { en: 'is no runbook any more', fr: 'n’est plus un runbook' });
}
