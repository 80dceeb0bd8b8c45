import { backupInterval, isBackup } from '../../../model/backup-coverage.ts';
import { componentPromise, type ComponentPromise } from '../../../model/backup-promise.ts';
import { formatMinutes, minutes } from '../../../model/duration.ts';
import type { AnyRecord, RecordOf } from '../../../model/records.ts';
import { everyText, spanText } from '../../../model/span-text.ts';
import { inEach, type Text } from '../../../model/text.ts';
import type { Comparison } from '../comparison.ts';
import { consequence, type Consequence } from '../consequence.ts';

type Backup = RecordOf<'backup'>;
type Component = RecordOf<'component'>;

const LATER = ['rto', 'rpo', 'mtpd'] as const;
type Promised = Readonly<Partial<Record<(typeof LATER)[number], string | 0 | undefined>>>;

/** Objectives (ISO 22301) that a record promises: a longer one promises less. */
export function* objectivesMoved(old: AnyRecord, now: AnyRecord): Generator<Consequence> {
  const [before, after] = [old.value as Promised, now.value as Promised];
  for (const field of LATER) {
    const [from, to] = [minutes(before[field]), minutes(after[field])];
    if (from === to) continue;
    const name = field.toUpperCase();
    const effect = to === undefined ? 'worse' : from === undefined ? 'neutral' : to > from ? 'worse' : 'better';
    const what: Text =
      to === undefined
        ? { en: `promises no ${name} any more (was ${spanText(before[field] ?? 0, 'en')})`, fr: `ne promet plus de ${name} (était : ${spanText(before[field] ?? 0, 'fr')})` }
        : from === undefined
          ? { en: `promises an ${name} of ${spanText(after[field] ?? 0, 'en')}`, fr: `promet un ${name} de ${spanText(after[field] ?? 0, 'fr')}` }
          : { en: `${name}: ${spanText(before[field] ?? 0, 'en')} → ${spanText(after[field] ?? 0, 'en')}`, fr: `${name} : ${spanText(before[field] ?? 0, 'fr')} → ${spanText(after[field] ?? 0, 'fr')}` };
    yield consequence(now, 'objective/moved', effect, what, { from: before[field], to: after[field], at: field });
  }
}

const lossText = (promise: ComponentPromise): Text => {
  const { best, state } = promise;
  if (state === 'bare') return { en: 'nothing copies it', fr: 'rien ne la copie' };
  if (state === 'unscheduled') return { en: 'no backup of it has a rhythm', fr: 'aucune de ses sauvegardes n’a de rythme' };
  if (best === undefined) return { en: 'the rhythm of its backups cannot be read', fr: 'le rythme de ses sauvegardes est illisible' };
  return { en: `it may lose ${formatMinutes(best.loss, 'en')} (${best.backup.id})`, fr: `elle peut perdre ${formatMinutes(best.loss, 'fr')} (${best.backup.id})` };
};

const FAILS: ReadonlySet<ComponentPromise['state']> = new Set(['broken', 'bare', 'unscheduled', 'unknown']);

/** Whether backups keep the strictest promise made for a component's data. */
function* rpoMoved({ before, after }: Comparison, old: Component, now: Component): Generator<Consequence> {
  const [was, is] = [componentPromise(before, old), componentPromise(after, now)];
  if (!was || !is?.rpo) return;
  const rpo = inEach((lang) => formatMinutes(is.rpo?.minutes ?? 0, lang));
  if (was.state === 'held' && FAILS.has(is.state)) {
    const loss = lossText(is);
    yield consequence(now, 'component/rpo', 'worse', { en: `does not hold its RPO of ${rpo.en} any more: ${loss.en}`, fr: `ne tient plus son RPO de ${rpo.fr} : ${loss.fr}` }, { from: was.best?.loss, to: is.best?.loss, at: 'rpo' });
  } else if (FAILS.has(was.state) && is.state === 'held') {
    yield consequence(now, 'component/rpo', 'better', { en: `holds its RPO of ${rpo.en} now`, fr: `tient désormais son RPO de ${rpo.fr}` }, { from: was.best?.loss, to: is.best?.loss, at: 'rpo' });
  } else if (was.state === 'broken' && is.state === 'bare') {
    const loss = lossText(is);
    yield consequence(now, 'component/rpo', 'worse', { en: `is further from its RPO of ${rpo.en}: ${loss.en}`, fr: `s’éloigne de son RPO de ${rpo.fr} : ${loss.fr}` }, { from: was.best?.loss, at: 'rpo' });
  }
}

const REDUNDANT = ['none', 'managed', 'active-passive', 'active-active'];
const FAILOVER = ['none', 'manual', 'automatic'];
const SPOF = ['no', 'rare', 'partial', 'yes'];

/** The place of a word on a scale; undefined where one of the two is not said. */
const turn = (scale: readonly string[], from: string | undefined, to: string | undefined): number | undefined => (from === undefined || to === undefined || from === to ? undefined : scale.indexOf(to) - scale.indexOf(from));

export function* componentChanged(comparison: Comparison, old: Component, now: Component): Generator<Consequence> {
  yield* rpoMoved(comparison, old, now);
  yield* objectivesMoved(old, now);
  const [was, is] = [old.value, now.value];
  const spof = turn(SPOF, was.spof, is.spof);
  if (spof !== undefined) yield consequence(now, 'component/spof', spof > 0 ? 'worse' : 'better', { en: `single point of failure: ${was.spof ?? ''} → ${is.spof ?? ''}`, fr: `point unique de défaillance : ${was.spof ?? ''} → ${is.spof ?? ''}` }, { from: was.spof, to: is.spof, at: 'spof' });
  const redundancy = turn(REDUNDANT, was.redundancy, is.redundancy);
  if (redundancy !== undefined) yield consequence(now, 'component/redundancy', redundancy < 0 ? 'worse' : 'better', { en: `redundancy: ${was.redundancy ?? ''} → ${is.redundancy ?? ''}`, fr: `redondance : ${was.redundancy ?? ''} → ${is.redundancy ?? ''}` }, { from: was.redundancy, to: is.redundancy, at: 'redundancy' });
  const failover = turn(FAILOVER, was.failover, is.failover);
  if (failover !== undefined) yield consequence(now, 'component/redundancy', failover < 0 ? 'worse' : 'better', { en: `failover: ${was.failover ?? ''} → ${is.failover ?? ''}`, fr: `bascule : ${was.failover ?? ''} → ${is.failover ?? ''}` }, { from: was.failover, to: is.failover, at: 'failover' });
  if (was.instances !== undefined && is.instances !== undefined && was.instances !== is.instances) yield consequence(now, 'component/redundancy', is.instances < was.instances ? 'worse' : 'better', { en: `instances: ${was.instances} → ${is.instances}`, fr: `instances : ${was.instances} → ${is.instances}` }, { from: was.instances, to: is.instances, at: 'instances' });
}

export function* backupChanged(_: Comparison, old: Backup, now: Backup): Generator<Consequence> {
  const [was, is] = [backupInterval(old), backupInterval(now)];
  const [counted, counts] = [isBackup(old), isBackup(now)];
  if (counted && !counts) yield consequence(now, 'backup/gone', 'worse', { en: 'is no backup any more: it brings nothing back', fr: 'n’est plus une sauvegarde : elle ne ramène rien' }, { from: old.value.method, to: now.value.method });
  else if (was !== undefined && is === undefined) yield consequence(now, 'backup/rarer', 'worse', { en: `has no rhythm that can be read any more (ran ${everyText(`${was} min`, 'en')})`, fr: `n’a plus de rythme lisible (passait ${everyText(`${was} min`, 'fr')})` }, { from: old.value.schedule, to: now.value.schedule, at: 'schedule' });
  else if (was !== undefined && is !== undefined && was !== is) yield consequence(now, 'backup/rarer', is > was ? 'worse' : 'better', { en: `runs ${is > was ? 'less' : 'more'} often: ${formatMinutes(was, 'en')} → ${formatMinutes(is, 'en')} between two`, fr: `passe ${is > was ? 'moins' : 'plus'} souvent : ${formatMinutes(was, 'fr')} → ${formatMinutes(is, 'fr')} entre deux` }, { from: was, to: is, at: 'schedule' });
  yield* objectivesMoved(old, now);
  const [kept, keeps] = [minutes(old.value.retention), minutes(now.value.retention)];
  if (kept !== undefined && keeps !== undefined && kept !== keeps) yield consequence(now, 'backup/retention', keeps < kept ? 'worse' : 'better', inEach((lang) => `${lang === 'fr' ? (keeps < kept ? 'est gardée moins longtemps :' : 'est gardée plus longtemps :') : keeps < kept ? 'is kept for less:' : 'is kept for longer:'} ${spanText(old.value.retention ?? 0, lang)} → ${spanText(now.value.retention ?? 0, lang)}`), { from: old.value.retention, to: now.value.retention, at: 'retention' });
  const offsite = ({ value }: Backup): boolean => value.copies.some((copy) => copy.offsite === true);
  if (offsite(old) !== offsite(now)) yield consequence(now, 'backup/protection', offsite(now) ? 'better' : 'worse', offsite(now) ? { en: 'has a copy off site', fr: 'a une copie hors site' } : { en: 'has no copy off site any more', fr: 'n’a plus de copie hors site' }, { at: 'copies' });
  if (old.value.encrypted === true && now.value.encrypted !== true) yield consequence(now, 'backup/protection', 'worse', { en: 'is not encrypted any more', fr: 'n’est plus chiffrée' }, { at: 'encrypted' });
  if (old.value.encrypted === false && now.value.encrypted === true) yield consequence(now, 'backup/protection', 'better', { en: 'is encrypted', fr: 'est chiffrée' }, { at: 'encrypted' });
}

export function* backupAppeared(_: Comparison, backup: Backup): Generator<Consequence> {
  if (isBackup(backup)) yield consequence(backup, 'backup/appeared', 'better', { en: 'is a new backup', fr: 'est une nouvelle sauvegarde' });
}

export function* backupGone(_: Comparison, backup: Backup): Generator<Consequence> {
  if (isBackup(backup)) yield consequence(backup, 'backup/gone', 'worse', { en: 'is no backup any more', fr: 'n’est plus une sauvegarde' });
}
