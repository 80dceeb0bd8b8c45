/**
 * Timer, ticks and journal of `[data-runbook="system/id"]`, kept on this device. Without a script the page reads and ticks as well.
 *
 * On the root: `data-rto` (minutes, absent where there is none), and the words `data-word-before`, `-after`, `-start`, `-stop`,
 * `-resume`, `-finished`, `-log-start` (with {time}), `-not-started`. Inside it: `.step input` with ids and a `time`;
 * `.phase[data-name]`; anywhere in the page: `[data-el]` elapsed, `[data-left]` left, `[data-lab]` its word, `[data-meter]`,
 * `[data-run]`, `[data-reset]`, `[data-done]`, `[data-phase]`, `[data-now]` a line of an SVG inside `[data-span]` (minutes),
 * `[data-copy-log]`, `[data-not-kept]` shown when storage is refused.
 */
import { clock, shortClock } from './clock.ts';
import { copyText } from './copy.ts';
import { freshState, runbookStore } from './runbook-state.ts';

export function enableRunbook(): void {
  const root = document.querySelector<HTMLElement>('[data-runbook]');
  if (root) connect(root);
}

const all = <E extends Element = HTMLElement>(selector: string): E[] => [...document.querySelectorAll<E>(selector)];

function connect(root: HTMLElement): void {
  const store = runbookStore(root.dataset.runbook ?? '');
  const rto = Number(root.dataset.rto ?? NaN) * 60;
  const lang = document.documentElement.lang;
  const hour = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const moment = new Intl.DateTimeFormat(lang, { dateStyle: 'short', timeStyle: 'medium' });
  const boxes = [...root.querySelectorAll<HTMLInputElement>('.step input')];
  const phases = [...root.querySelectorAll<HTMLElement>('.phase[data-name]')];
  let state = store.load();

  const word = (name: string): string => root.dataset[`word${name}`] ?? '';
  const save = (): void => {
    store.save(state);
    drawSteps();
    draw();
  };

  const drawSteps = (): void => {
    for (const box of boxes) {
      const at = state.done[box.id];
      box.checked = at !== undefined;
      const time = box.closest('.step')?.querySelector('time');
      if (!time) continue;
      time.textContent = at === undefined ? '' : hour.format(at);
      if (at !== undefined) time.dateTime = new Date(at).toISOString();
    }
    const count = String(boxes.filter((box) => box.checked).length);
    for (const item of all('[data-done]')) item.textContent = count;
  };

  const draw = (): void => {
    const running = state.start > 0 && state.end === 0;
    const elapsed = state.start === 0 ? 0 : Math.max(0, Math.floor(((state.end || Date.now()) - state.start) / 1000));
    const left = rto - elapsed;
    const over = left < 0;
    for (const item of all('[data-el]'))
      item.textContent = item.classList.contains('el') ? shortClock(elapsed) : clock(elapsed);
    if (!Number.isNaN(rto)) {
      for (const item of all('[data-left]')) {
        item.textContent = `${over ? '+' : ''}${clock(left)}`;
        item.closest('.left')?.classList.toggle('over', over);
      }
      for (const item of all('[data-lab]')) item.textContent = word(over ? 'After' : 'Before');
    }
    for (const meter of all<HTMLMeterElement>('[data-meter]')) meter.value = Math.min(elapsed / 60, meter.max);
    for (const line of all<SVGLineElement>('[data-now]')) {
      const span = Number(line.closest<SVGElement>('[data-span]')?.dataset.span);
      const x = `${Math.min(100, (elapsed / 60 / span) * 100)}%`;
      line.setAttribute('x1', x);
      line.setAttribute('x2', x);
      line.setAttribute('visibility', state.start > 0 ? 'visible' : 'hidden');
    }
    for (const button of all('[data-run]')) {
      button.classList.toggle('on', running);
      const label = button.querySelector('span');
      if (label) label.textContent = word(running ? 'Stop' : state.start > 0 ? 'Resume' : 'Start');
    }
    root.classList.toggle('running', running);
    const current = phases.find((phase) => phase.querySelector('.step input:not(:checked)'));
    for (const phase of phases) phase.toggleAttribute('data-cur', running && phase === current);
    for (const item of all('[data-phase]')) item.textContent = current?.dataset.name ?? word('Finished');
  };

  const journal = (): string => {
    const started = state.start > 0 ? moment.format(state.start) : word('NotStarted');
    const lines = boxes
      .flatMap((box) => {
        const at = state.done[box.id];
        const text = box.closest('.step')?.querySelector('.tx')?.textContent.trim() ?? box.id;
        return at === undefined ? [] : [{ at, text }];
      })
      .sort((a, b) => a.at - b.at)
      .map(({ at, text }) => `${moment.format(at)}  ${text}`);
    return [
      document.title,
      location.href.split('#')[0] ?? '',
      word('LogStart').replace('{time}', started),
      ...lines,
    ].join('\n');
  };

  for (const box of boxes) {
    box.addEventListener('change', () => {
      if (box.checked) {
        state.done[box.id] = Date.now();
        // The first tick starts the clock: nobody thinks of it at three in the morning.
        if (state.start === 0) state.start = Date.now();
      } else delete state.done[box.id];
      save();
    });
  }
  for (const button of all('[data-run]')) {
    button.addEventListener('click', () => {
      const now = Date.now();
      if (state.start === 0) state.start = now;
      else if (state.end === 0) state.end = now;
      else {
        state.start += now - state.end;
        state.end = 0;
      }
      save();
    });
  }
  for (const button of all('[data-reset]')) {
    button.addEventListener('click', () => {
      state = freshState();
      save();
    });
  }
  for (const button of all('[data-copy-log]')) button.addEventListener('click', () => void copyText(button, journal()));
  // Another tab of the same runbook ticks the same list.
  addEventListener('storage', () => {
    state = store.load();
    drawSteps();
    draw();
  });
  for (const item of all('[data-not-kept]')) item.hidden = store.kept;

  drawSteps();
  draw();
  setInterval(draw, 1000);
}
