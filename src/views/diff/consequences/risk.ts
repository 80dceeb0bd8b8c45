import type { RecordOf, RiskRecord } from '../../../model/records.ts';
import { actionsOf, isLive, isPending, runbooksOf } from '../../../model/treatment.ts';
import { and, type Text } from '../../../model/text.ts';
import type { Wiki } from '../../../model/wiki.ts';
import type { Comparison } from '../comparison.ts';
import { consequence, type Consequence } from '../consequence.ts';
import { titleLikeness } from '../likeness.ts';
import { ids, listChange } from './lists.ts';
import { gravity, isOutOfTolerance, ratingMoved, ratingSaid } from './rating.ts';

type Control = RiskRecord['value']['controls'][number];

const holds = ({ state }: Control): boolean => state !== 'planned' && state !== 'missing';
/** A control that is put in other words is the same. */
const LIKE = 0.6;
const alike = (one: Control, other: Control): boolean => one.kind === other.kind && titleLikeness(one.title, other.title) >= LIKE;

/** Who answers for a risk: its own owner, else its register's, by key where it is a role. */
function ownerOf(wiki: Wiki, risk: RiskRecord): { key: string; name: string } | undefined {
  const name = risk.value.owner ?? risk.register?.value.owner;
  return name === undefined ? undefined : { key: wiki.resolveAs('role', name, risk.system)?.key ?? name, name };
}

const quoted = (titles: readonly string[]): Text => ({ en: and.en(titles.map((title) => `“${title}”`)), fr: and.fr(titles.map((title) => `« ${title} »`)) });

function* ownerChange({ before, after, keyNow }: Comparison, old: RiskRecord, now: RiskRecord): Generator<Consequence> {
  const [was, is] = [ownerOf(before, old), ownerOf(after, now)];
  if (was && !is) yield consequence(now, 'risk/owner', 'worse', { en: `has no owner any more (was ${was.name})`, fr: `n’a plus de responsable (était ${was.name})` }, { from: was.name, more: gravity(now.current) });
  else if (!was && is) yield consequence(now, 'risk/owner', 'better', { en: `has an owner: ${is.name}`, fr: `a un responsable : ${is.name}` }, { to: is.name, at: 'owner' });
  else if (was && is && was.name !== is.name && keyNow(was.key) !== is.key) yield consequence(now, 'risk/owner', 'neutral', { en: `changes owner: ${was.name} → ${is.name}`, fr: `change de responsable : ${was.name} → ${is.name}` }, { from: was.name, to: is.name, at: 'owner' });
}

function* controlChange(old: RiskRecord, now: RiskRecord): Generator<Consequence> {
  const [was, is] = [old.value.controls.filter(holds), now.value.controls.filter(holds)];
  const lost = quoted(was.filter((control) => !is.some((other) => alike(control, other))).map(({ title }) => title));
  const won = quoted(is.filter((control) => !was.some((other) => alike(control, other))).map(({ title }) => title));
  if (lost.en !== '') yield consequence(now, 'risk/control', 'worse', { en: `loses a control: ${lost.en}`, fr: `perd un contrôle : ${lost.fr}` }, { from: was.length, to: is.length, more: gravity(now.current), at: 'controls' });
  if (won.en !== '') yield consequence(now, 'risk/control', 'better', { en: `gains a control: ${won.en}`, fr: `gagne un contrôle : ${won.fr}` }, { from: was.length, to: is.length, at: 'controls' });
}

function* actionChange(comparison: Comparison, old: RiskRecord, now: RiskRecord): Generator<Consequence> {
  const [was, is] = [actionsOf(comparison.before, old), actionsOf(comparison.after, now)];
  const { lost, won } = listChange<RecordOf<'action'>>(comparison, was, is);
  // Work that was over is no loss.
  const open = ids(lost.filter(isPending));
  if (open.length > 0) yield consequence(now, 'risk/action', 'worse', { en: `loses an action: ${and.en(open)}${is.length === 0 ? ', and has none left' : ''}`, fr: `perd une action : ${and.fr(open)}${is.length === 0 ? ', et n’en a plus aucune' : ''}` }, { from: was.length, to: is.length, more: gravity(now.current), at: 'actions' });
  if (won.length > 0) yield consequence(now, 'risk/action', 'better', { en: `gains an action: ${and.en(ids(won))}`, fr: `gagne une action : ${and.fr(ids(won))}` }, { from: was.length, to: is.length, at: 'actions' });
}

function* runbookChange(comparison: Comparison, old: RiskRecord, now: RiskRecord): Generator<Consequence> {
  const { lost } = listChange<RecordOf<'runbook'>>(comparison, runbooksOf(comparison.before, old), runbooksOf(comparison.after, now));
  if (lost.length > 0) yield consequence(now, 'risk/runbook', 'worse', { en: `loses a runbook: ${and.en(ids(lost))}`, fr: `perd un runbook : ${and.fr(ids(lost))}` }, { more: gravity(now.current), at: 'runbooks' });
}

const STATES: Readonly<Partial<Record<RiskRecord['value']['state'], Text>>> = {
  materialised: { en: 'has materialised', fr: 's’est réalisé' },
  accepted: { en: 'is accepted as it is', fr: 'est accepté tel quel' },
  treating: { en: 'is being treated', fr: 'est en cours de traitement' },
};

export function* riskChanged(comparison: Comparison, old: RiskRecord, now: RiskRecord): Generator<Consequence> {
  const [was, is] = [isLive(old), isLive(now)];
  if (was && !is) yield consequence(now, 'risk/state', 'better', { en: `is closed (was ${ratingSaid(old).en})`, fr: `est clos (était : ${ratingSaid(old).fr})` }, { from: old.value.state, to: now.value.state, at: 'state' });
  if (!was && is) yield consequence(now, 'risk/state', 'worse', { en: `is open again: ${ratingSaid(now).en}`, fr: `est rouvert : ${ratingSaid(now).fr}` }, { from: old.value.state, to: now.value.state, more: gravity(now.current), at: 'state' });
  if (!was || !is) return;
  const state = old.value.state === now.value.state ? undefined : STATES[now.value.state];
  if (state) yield consequence(now, 'risk/state', now.value.state === 'materialised' ? 'worse' : 'neutral', state, { from: old.value.state, to: now.value.state, more: gravity(now.current), at: 'state' });
  yield* ratingMoved(old, now, old.method !== undefined && comparison.keyNow(old.method.key) === now.method?.key);
  yield* ownerChange(comparison, old, now);
  yield* controlChange(old, now);
  if (comparison.isTouched(now.document, 'action-plan')) yield* actionChange(comparison, old, now);
  if (comparison.isTouched(now.document, 'continuity-plan', 'runbook')) yield* runbookChange(comparison, old, now);
}

export function* riskAppeared(_: Comparison, risk: RiskRecord): Generator<Consequence> {
  if (!isLive(risk)) return;
  const said = ratingSaid(risk);
  // A risk that is written down is no worse than one that is not: only what nobody tolerates counts against the change.
  yield consequence(risk, 'risk/appeared', isOutOfTolerance(risk) ? 'worse' : 'neutral', { en: `appears: ${said.en}`, fr: `apparaît : ${said.fr}` }, { to: risk.current?.score, more: gravity(risk.current) });
}

export function* riskGone(_: Comparison, risk: RiskRecord): Generator<Consequence> {
  const said = ratingSaid(risk);
  if (isLive(risk)) yield consequence(risk, 'risk/gone', 'worse', { en: `leaves the register without being closed (was ${said.en})`, fr: `quitte le registre sans être clos (était : ${said.fr})` }, { from: risk.current?.score, more: gravity(risk.current) });
  else yield consequence(risk, 'risk/gone', 'neutral', { en: 'leaves the register, where it was closed', fr: 'quitte le registre, où il était clos' });
}
