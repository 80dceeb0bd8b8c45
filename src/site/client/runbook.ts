/**
 * Timer, path, ticks, calls and journal of `[data-runbook="system/id"]`, kept on this device. Without a script the page reads and
 * ticks as well: what needs one is `hidden data-live` until this runs.
 *
 * The root holds `data-rto` (minutes), `data-phases` (PathPhase[]), `data-words` (runbook-words.ts), `data-id` and `data-title`.
 */
import type { Lang } from '../../words/lang.ts';
import type { DeviceWords, Say } from '../../words/runbook-words.ts';
import { clock as clockFace, shortClock } from './clock.ts';
import { copyText } from './copy.ts';
import { callsDue, callText, drawCalls } from './runbook-calls.ts';
import { startClock, tick } from './runbook-clock.ts';
import type * as Journal from './runbook-journal.ts';
import { enableKeys, stepFrom } from './runbook-keys.ts';
import { readPage, wordsOf, type CallOnPage, type PhaseOnPage, type StepOnPage } from './runbook-page.ts';
import { freshRun, progressOf, runStore, type Entry, type Run } from './runbook-state.ts';

/** How often a run that nobody touches is written down, so that a clock that goes back is noticed after a reload. */
const SEEN_MS = 30_000;
const MINUTE = 60_000;

export function enableRunbook(): void {
  const root = document.querySelector<HTMLElement>('[data-runbook][data-words]');
  if (root) connect(root);
}

function connect(root: HTMLElement): void {
  const all = <E extends Element = HTMLElement>(selector: string): E[] => [...root.querySelectorAll<E>(selector)];
  const lang = document.documentElement.lang as Lang;
  const texts = JSON.parse(root.dataset.words ?? '{}') as DeviceWords;
  const say: Say = (key, params = {}) => texts[key].replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));
  const hour = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const moment = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' });
  const rto = root.dataset.rto === undefined ? undefined : Number(root.dataset.rto);
  const page = readPage(root);
  // Two wikis may share an origin, and one of them two systems with the same runbook.
  const key = `vigie-run ${location.pathname.replace(/index\.html$/, '')} ${root.dataset.runbook ?? ''}`;
  const store = runStore(key);

  let run = store.load();
  let progress = progressOf(run);
  let clock = startClock(Date.now(), performance.now(), run);
  let journal: typeof Journal | undefined;
  let loading: Promise<void> | undefined;
  let due: readonly CallOnPage[] = [];
  let late: boolean | undefined;

  const announce = (text: string): void => {
    for (const place of all('[data-say]')) place.textContent = text;
  };

  /** What the device keeps, another tab's part too, with a change. */
  const change = (make: (run: Run) => Run): void => {
    run = { ...make(store.load()), seen: clock.now, ahead: clock.ahead };
    store.save(run);
    drawAll();
  };
  const add = (...entries: readonly Entry[]): void => change((known) => ({ ...known, entries: [...known.entries, ...entries] }));

  /** Moves the clock on, and says when the device's went back. */
  const now = (): number => {
    clock = tick(clock, Date.now(), performance.now());
    if (clock.back > 0) noteBack(clock.back);
    return clock.now;
  };
  const noteBack = (by: number): void => {
    const last = run.entries.findLast(({ kind }) => kind === 'clock');
    // Another tab of this runbook saw the same.
    if (progress.start > 0 && progress.end === 0 && (last === undefined || clock.now - last.at > MINUTE)) add({ at: clock.now, kind: 'clock', by });
  };

  const begun = (at: number): Entry[] => (progress.start === 0 ? [{ at, kind: 'start' }] : []);
  /** Whoever takes one of several branches leaves the one taken before. */
  const choose = (at: number, { key: what, leg }: PhaseOnPage, taken: boolean): Entry[] => [
    ...page.phases.filter((other) => taken && leg !== undefined && other.leg === leg && other.key !== what && progress.branches.get(other.key)).map(({ key: left }) => ({ at, kind: 'branch', what: left, taken: false }) as const),
    { at, kind: 'branch', what, taken },
  ];
  /** Whoever ticks a step is on its branch. */
  const joined = (at: number, { phase, option }: StepOnPage): Entry[] => [
    ...(phase && phase.radios.length > 0 && progress.branches.get(phase.key) !== true ? choose(at, phase, true) : []),
    ...(phase && option && progress.options.get(phase.key) !== option.key ? [{ at, kind: 'option', what: option.key, of: phase.key } as const] : []),
  ];
  const setStep = (step: StepOnPage, on: boolean): void => {
    const at = now();
    add(...(on ? [...begun(at), ...joined(at, step)] : []), { at, kind: 'step', what: step.key, ...(on ? {} : { undone: true }) });
  };
  const setCall = (call: CallOnPage, on: boolean): void => {
    const at = now();
    add(...(on ? begun(at) : []), { at, kind: 'call', what: call.key, ...(on ? {} : { undone: true }) });
  };

  const shown = (): StepOnPage[] => page.steps.filter(({ box }) => !box.closest('[data-off]'));
  const stamp = (place: ParentNode | null, at: number | undefined): void => {
    const time = place?.querySelector('time');
    if (!time) return;
    time.textContent = at === undefined ? '' : hour.format(at);
    if (at !== undefined) time.dateTime = new Date(at).toISOString();
  };
  const drawTicks = (): void => {
    for (const { box, key: what } of page.steps) {
      const at = progress.steps.get(what);
      box.checked = at !== undefined;
      stamp(box.closest('.step'), at);
    }
    for (const { box, place, key: what } of page.calls) {
      if (box) box.checked = progress.calls.has(what);
      stamp(place.querySelector('.told'), progress.calls.get(what));
    }
    const steps = shown();
    for (const item of all('[data-done]')) item.textContent = say('rb.ticked', { done: steps.filter(({ box }) => box.checked).length, total: steps.length });
  };
  const drawNotes = (): void => {
    for (const note of all('[data-not-kept]')) note.hidden = store.kept;
    const back = run.entries.flatMap((entry) => (entry.kind === 'clock' ? entry.by : [])).reduce((sum, by) => sum + by, 0);
    for (const note of all('[data-clock-back]')) {
      note.hidden = back === 0;
      note.textContent = say('rb.clock-back', { time: clockFace(back / 1000) });
    }
    const gone = [...progress.steps].filter(([what]) => !page.steps.some((step) => step.key === what));
    for (const note of all('[data-changed]')) {
      note.hidden = gone.length === 0;
      note.querySelector('ul')?.replaceChildren(
        ...gone.map(([what, at]) => {
          const item = document.createElement('li');
          item.textContent = `${wordsOf(what)} (${hour.format(at)})`;
          return item;
        }),
      );
    }
    for (const place of all('[data-since]')) place.textContent = progress.start === 0 ? '' : say('rb.since', { date: moment.format(progress.start) });
  };
  const drawTime = (): void => {
    const running = progress.start > 0 && progress.end === 0;
    const elapsed = progress.start === 0 ? 0 : Math.max(0, Math.floor(((progress.end || clock.now) - progress.start) / 1000));
    for (const item of all('[data-el]')) item.textContent = item.classList.contains('el') ? shortClock(elapsed) : clockFace(elapsed);
    if (rto !== undefined) {
      const left = rto * 60 - elapsed;
      const over = left < 0;
      if (over && late === false) announce(say('rb.rto-passed'));
      late = over;
      for (const item of all('[data-left]')) {
        item.textContent = `${over ? '+' : ''}${clockFace(left)}`;
        item.closest('.left')?.classList.toggle('over', over);
      }
      for (const item of all('[data-lab]')) item.textContent = say(over ? 'runbook.after-rto' : 'runbook.before-rto');
    }
    for (const meter of all<HTMLMeterElement>('[data-meter]')) meter.value = Math.min(elapsed / 60, meter.max);
    for (const line of all<SVGLineElement>('[data-now]')) {
      const x = `${Math.min(100, (elapsed / 60 / Number(line.ownerSVGElement?.dataset.span)) * 100)}%`;
      line.setAttribute('x1', x);
      line.setAttribute('x2', x);
      line.setAttribute('visibility', progress.start > 0 ? 'visible' : 'hidden');
    }
    for (const button of all('[data-run]')) {
      button.classList.toggle('on', running);
      const label = button.querySelector('span');
      if (label) label.textContent = say(running ? 'runbook.stop' : progress.start > 0 ? 'runbook.resume' : 'runbook.start');
    }
    root.classList.toggle('running', running);
    root.classList.toggle('begun', progress.start > 0);
    const current = shown().find(({ box }) => !box.checked)?.phase;
    for (const { section } of page.phases) section.toggleAttribute('data-cur', running && section === current?.section);
    for (const item of all('[data-phase]')) item.textContent = current?.name ?? say('runbook.finished');

    const calls = running ? callsDue(page.calls, progress.calls, elapsed) : [];
    if (calls.map(callText).join() === due.map(callText).join()) return;
    const fresh = calls.filter((call) => !due.includes(call));
    due = calls;
    for (const list of all('[data-due-list]')) {
      drawCalls(list, due, say('rb.call.see'), say('rb.call.done'), (call) => {
        setCall(call, true);
        // The button that had the focus is gone.
        call.box?.focus({ preventScroll: true });
      });
    }
    for (const call of page.calls) call.place.toggleAttribute('data-now-due', due.includes(call));
    if (fresh.length > 0) announce(fresh.map(callText).join('. '));
  };
  const drawAll = (): void => {
    progress = progressOf(run);
    journal?.drawPath(root, page, progress, say, lang);
    drawTicks();
    drawNotes();
    drawTime();
    drawLog();
    if (run.entries.length > 0 && !journal) void loadJournal();
  };

  /** What only a run needs comes with its first touch: what is read comes first. Events are kept without it. */
  const loadJournal = (): Promise<void> =>
    (loading ??= import('./runbook-journal.ts').then(
      (loaded) => {
        journal = loaded;
        drawAll();
      },
      () => {
        // Tried again at the next change.
        loading = undefined;
      },
    ));
  const log = root.querySelector<HTMLElement>('[data-log]');
  const details = log?.closest('details');
  const review = (): { id: string; text: string } | undefined => journal?.reviewOf(root, page, run, progress, now(), say, lang);
  const drawLog = (): void => {
    if (details?.open && log && journal) log.textContent = review()?.text ?? '';
  };
  const withReview = async (then: (made: { id: string; text: string }) => void): Promise<void> => {
    await loadJournal();
    const made = review();
    if (made) return then(made);
    announce(say('rb.log.failed'));
    if (details && log) [details.open, log.textContent] = [true, say('rb.log.failed')];
  };
  details?.addEventListener('toggle', () => {
    // What is there may be selected, to be copied by hand: it is not written twice.
    if (!details.open && log) log.textContent = '';
    else if (log?.textContent === '') void loadJournal().then(drawLog);
  });

  const sayPath = (): void => void loadJournal().then(() => journal && announce(root.querySelector('[data-path]')?.textContent ?? ''));

  const move = (by: 1 | -1, from: Element | null): void => {
    const box = stepFrom(shown().map((step) => step.box), from, by);
    box?.focus({ preventScroll: true });
    box?.closest('.step')?.scrollIntoView({ block: 'center' });
  };

  for (const step of page.steps) step.box.addEventListener('change', () => setStep(step, step.box.checked));
  for (const call of page.calls) call.box?.addEventListener('change', () => setCall(call, call.box?.checked ?? false));
  for (const phase of page.phases) {
    for (const radio of phase.radios) {
      radio.addEventListener('change', () => {
        add(...choose(now(), phase, radio.value === 'taken'));
        sayPath();
      });
    }
    for (const option of phase.options) {
      option.radio?.addEventListener('change', () => {
        add({ at: now(), kind: 'option', what: option.key, of: phase.key });
        sayPath();
      });
    }
  }
  for (const button of all('[data-run]')) {
    button.addEventListener('click', () => {
      const at = now();
      add({ at, kind: progress.start === 0 ? 'start' : progress.end === 0 ? 'stop' : 'resume' });
    });
  }
  for (const button of all('[data-reset]')) {
    button.addEventListener('click', () => {
      clock = startClock(Date.now(), performance.now(), freshRun);
      change(() => freshRun);
    });
  }
  for (const button of all('[data-next]')) button.addEventListener('click', () => move(1, null));
  for (const button of all('[data-previous]')) button.addEventListener('click', () => move(-1, null));
  enableKeys((by) => move(by, document.activeElement));
  for (const button of all('[data-copy-log]')) {
    button.addEventListener('click', () => {
      void withReview(({ text }) => {
        void copyText(button, text).then(() => {
          if (button.classList.contains('done') || !details || !log) return;
          // Refused: the text is there to take by hand.
          details.open = true;
          log.textContent = text;
          getSelection()?.selectAllChildren(log);
        });
      });
    });
  }
  for (const button of all('[data-download]')) {
    button.addEventListener('click', () => {
      void withReview(({ id, text }) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
        link.download = `${id.toLowerCase()}.md`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
      });
    });
  }

  const again = (): void => {
    run = store.load();
    drawAll();
  };
  // Another tab of the same runbook is the same run.
  addEventListener('storage', (event) => (event.key === key || event.key === null) && again());
  addEventListener('pageshow', (event) => event.persisted && again());
  const remember = (): void => {
    if (progress.start > 0 && progress.end === 0) change((known) => known);
  };
  addEventListener('pagehide', remember);
  setInterval(() => {
    now();
    drawTime();
    if (clock.now - run.seen > SEEN_MS) remember();
  }, 1000);

  for (const part of all('[data-live]')) part.hidden = false;
  // Ticked before this script came: a slow network must not lose it.
  const early = page.steps.filter(({ box, key: what }) => box.checked && !progress.steps.has(what));
  if (clock.back > 0) noteBack(clock.back);
  drawAll();
  // While the page is read it stays where it is: what goes above a step moves the step.
  for (const place of all('.first')) place.hidden = progress.start > 0;
  for (const step of early) setStep(step, true);
  for (const sign of ['pointerdown', 'focusin']) root.addEventListener(sign, () => void loadJournal(), { once: true });
}
