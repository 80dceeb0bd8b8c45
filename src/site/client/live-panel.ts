/** The panel of errors of development: at the foot of the page, which stays in use. Never takes the focus; Escape folds it. */
import '../styles/live.css';
import { element } from './element.ts';
import type { LiveMessage } from './live-message.ts';

/** Which errors were folded away, so that they stay so on other pages. */
const FOLDED = 'vigie-live-folded';

const folded = {
  read(): string | null {
    try {
      return sessionStorage.getItem(FOLDED);
    } catch {
      return null;
    }
  },
  write(value: string): void {
    try {
      sessionStorage.setItem(FOLDED, value);
    } catch {
      // Storage is refused: folded until the next page.
    }
  },
};

function drawFinding({ rule, what, frame, label, why, fix }: LiveMessage['findings'][number], words: LiveMessage['words']): HTMLElement {
  const code = element('pre', '', element('code', '', frame));
  code.tabIndex = 0;
  code.role = 'region';
  code.ariaLabel = label;
  code.dir = 'ltr';
  return element('li', '', element('p', 'rule', element('b', '', words.error), ' ', element('code', '', rule)), element('p', 'what', what), code, element('dl', '', element('dt', '', words.why), element('dd', '', why), element('dt', '', words.fix), element('dd', '', fix)));
}

export function livePanel(): { show(message: LiveMessage): void } {
  const panel = element('section', 'live');
  // There before its words are: voices say what comes into it.
  const said = element('p', 'said');
  said.role = 'alert';
  const button = element('button', 'btn sm');
  button.type = 'button';
  const list = element('ol', '');
  list.id = 'live-errors';
  button.setAttribute('aria-controls', list.id);
  const more = element('p', 'more');
  const body = element('div', 'body', list, more);
  panel.append(element('div', 'head', said, button), body);
  panel.hidden = true;
  document.body.append(panel);

  let shown = '';
  let words: LiveMessage['words'] | undefined;
  const fold = (on: boolean): void => {
    body.hidden = on;
    panel.classList.toggle('folded', on);
    button.ariaExpanded = String(!on);
    button.textContent = (on ? words?.unfold : words?.fold) ?? '';
    folded.write(on ? shown : '');
  };
  button.addEventListener('click', () => fold(!body.hidden));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || panel.hidden || body.hidden || document.querySelector('dialog[open], :popover-open')) return;
    // What was read in the list is out of sight: the button stays.
    if (body.contains(document.activeElement)) button.focus();
    fold(true);
  });

  return {
    show(message) {
      words = message.words;
      const key = JSON.stringify(message.findings);
      if (message.findings.length === 0) {
        if (panel.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
        panel.hidden = true;
        said.textContent = '';
        shown = '';
        folded.write('');
        return;
      }
      panel.lang = message.lang;
      panel.ariaLabel = words.title;
      panel.hidden = false;
      if (said.textContent !== words.state || key !== shown) said.textContent = words.state;
      if (key === shown) return;
      shown = key;
      list.replaceChildren(...message.findings.map((finding) => drawFinding(finding, message.words)));
      more.textContent = words.more;
      more.hidden = words.more === '';
      body.scrollTop = 0;
      fold(folded.read() === key);
    },
  };
}
