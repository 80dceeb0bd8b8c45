/** The path that is chosen on a device: the bar, the totals and the times of phases follow it. */
import type { Choices, PathPhase } from '../../model/runbook-path.ts';
import { legsOf } from '../../model/runbook-path.ts';
import { timeBudget, type TimeBudget } from '../../model/time-budget.ts';
import { budgetBar, pathVerdict } from '../../views/budget-bar.ts';
import { budgetShapes } from '../components/budget-shapes.ts';
import { clockText } from '../../words/durations.ts';
import { formatDurationRange } from '../../words/format.ts';
import type { Lang } from '../../words/lang.ts';
import { ofRto, overText, verdictText, windowText, type Say } from '../../words/runbook-words.ts';
import type { CallOnPage, RunbookPage } from './runbook-page.ts';
import type { Progress } from './runbook-state.ts';

export type Budget = TimeBudget<PathPhase>;

const choicesOf = ({ phases }: RunbookPage, { branches, options }: Pick<Progress, 'branches' | 'options'>): Choices =>
  phases.map(({ key, options: all }) => {
    const option = all.findIndex((one) => one.key === options.get(key));
    return { taken: branches.get(key), option: option < 0 ? undefined : option };
  });

const pathOf = (root: HTMLElement): PathPhase[] => JSON.parse(root.dataset.phases ?? '[]') as PathPhase[];
export const budgetOf = (root: HTMLElement, page: RunbookPage, progress: Progress): Budget => timeBudget(pathOf(root), root.dataset.rto === undefined ? undefined : Number(root.dataset.rto), choicesOf(page, progress));

/** Indices of the phases that are not walked: skipped, or left for another. */
function offPath(path: readonly PathPhase[], choices: Choices): ReadonlySet<number> {
  return new Set(legsOf(path, choices).flatMap(({ phases, open }) => phases.filter((index) => !open.includes(index))));
}

/** When a call is due follows the start of its phase; unknown where that is. */
function drawCall({ place, phase, who }: CallOnPage, budget: Budget, say: Say, lang: Lang): void {
  if (place.dataset.after === undefined || !phase) return;
  const start = budget.phases[phase.index]?.start;
  const at = start && start.min === start.max ? clockText(start.min + Number(place.dataset.after), start.min + Number(place.dataset.after), lang) : '';
  const text = place.querySelector('[data-at]');
  if (text) text.textContent = at && `${at}. `;
  if (start && at) {
    place.dataset.minute = String(start.min + Number(place.dataset.after));
    place.dataset.due = say('rb.call.due', { at, who });
  } else delete place.dataset.minute;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawBar(root: HTMLElement, budget: Budget): void {
  const bar = budgetBar(budget);
  const place = root.querySelector('[data-drawn]');
  if (!place) return;
  const shapes = bar ? budgetShapes(bar) : [];
  place.replaceChildren(
    ...shapes.map(({ tag, attributes, text }) => {
      const shape = document.createElementNS(SVG, tag);
      for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
      shape.textContent = text ?? '';
      return shape;
    }),
  );
}

/** The sentence of the path as it is chosen so far, and what it does to the RTO. */
function pathText(budget: Budget, chosen: boolean, say: Say, lang: Lang): { text: string; lead: string; rest: string; kind: 'ok' | 'ko' | 'un' } | undefined {
  const verdict = pathVerdict(budget);
  if (!verdict) return undefined;
  const time = ofRto(verdict.time, budget.rto, say, lang);
  const key = chosen ? (budget.undecided > 0 ? 'rb.path.mine-open' : 'rb.path.mine') : 'rb.path.longest';
  const text = say(key, { time });
  return { text, lead: `${say(key, { time: formatDurationRange(verdict.time.min, verdict.time.max, lang) })}.`, kind: verdict.state === 'exceeded' ? 'ko' : verdict.state === 'held' ? 'ok' : 'un', rest: ` ${verdictText(verdict, say, lang)}` };
}

/** Draws the budget by the choices; where nothing is to be chosen, what the page says stands. */
export function drawPath(root: HTMLElement, page: RunbookPage, progress: Progress, say: Say, lang: Lang): void {
  const choices = choicesOf(page, progress);
  const budget = budgetOf(root, page, progress);
  const off = offPath(pathOf(root), choices);
  for (const { index, section, radios, options } of page.phases) {
    const choice = choices[index];
    const left = off.has(index);
    section.toggleAttribute('data-off', left);
    for (const radio of radios) radio.checked = radio.value === 'taken' ? choice?.taken === true : left;
    for (const [number, { section: place, radio }] of options.entries()) {
      place.toggleAttribute('data-off', choice?.option !== undefined && choice.option !== number);
      if (radio) radio.checked = choice?.option === number;
    }
  }
  // Without a branch the page is right as it was built.
  if (!page.phases.some(({ radios, options }) => radios.length > 0 || options.length > 0)) return;

  drawBar(root, budget);
  const chosen = choices.some((choice) => choice?.taken !== undefined || choice?.option !== undefined);
  const said = pathText(budget, chosen, say, lang);
  for (const place of root.querySelectorAll('[data-path]')) {
    if (said) place.textContent = [said.text, ...(chosen && budget.undecided > 0 ? [say('rb.path.left', { count: budget.undecided })] : [])].join(' · ');
  }
  for (const planned of root.querySelectorAll<HTMLElement>('[data-planned]')) planned.hidden = chosen;
  for (const mine of root.querySelectorAll<HTMLElement>('[data-mine]')) {
    mine.hidden = !chosen || mine.dataset.mine !== said?.kind;
    const [lead, rest] = mine.querySelector('span')?.childNodes ?? [];
    if (lead && rest && said) [lead.textContent, rest.textContent] = [said.lead, said.rest];
  }
  const named = budget.phases.flatMap(({ onPath, time, number }, index) => (onPath && time ? say('rb.budget.phase', { number, title: page.phases[index]?.key.split('\n')[0] ?? '', time: formatDurationRange(time.min, time.max, lang) }) : []));
  root.querySelector('.budget')?.setAttribute('aria-label', [...named, said?.lead, said?.rest.trim()].join(' '));

  for (const { index, section } of page.phases) {
    const timed = budget.phases[index];
    if (!timed) continue;
    const window = section.querySelector('[data-window]');
    if (window) window.textContent = windowText(timed, lang) ?? '';
    section.classList.toggle('over', timed.over);
    const falls = section.querySelector<HTMLElement>('.rtol');
    if (!falls) continue;
    falls.hidden = !timed.over;
    const [lead, rest] = falls.querySelector('span')?.childNodes ?? [];
    const text = timed.over && budget.rto !== undefined ? overText(timed, budget.rto, say, lang) : undefined;
    if (text && lead) lead.textContent = text[0];
    if (text && rest) rest.textContent = text[1];
  }
  for (const call of page.calls) drawCall(call, budget, say, lang);
}
