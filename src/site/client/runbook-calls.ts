/** Calls whose time has come, shown where the eye is: in the timer, and on a phone in the bar that stays on top. */
import { element } from './element.ts';
import { wordsOf, type CallOnPage } from './runbook-page.ts';

export const minuteOf = ({ place }: CallOnPage): number => Number(place.dataset.minute ?? Infinity);
export const callText = ({ place }: CallOnPage): string => place.dataset.due ?? '';

/** Whether a call was made: where the policy says whom to tell and the text does too, once is enough. */
const isMade = ({ key, who, phase }: CallOnPage, made: ReadonlyMap<string, number>): boolean => made.has(key) || (phase === undefined && [...made.keys()].some((other) => wordsOf(other) === who));

/** Those to make now: on the path, and not yet made. */
export const callsDue = (calls: readonly CallOnPage[], made: ReadonlyMap<string, number>, elapsed: number): CallOnPage[] =>
  calls.filter((call) => minuteOf(call) * 60 <= elapsed && !isMade(call, made) && !call.place.closest('[data-off]'));

function link(href: string, text: string): HTMLAnchorElement {
  const made = element('a', 'btn sm', text);
  made.href = href;
  return made;
}

/** @param see where there is no number: leads to what to say */
export function drawCalls(list: HTMLElement, due: readonly CallOnPage[], see: string, done: string, told: (call: CallOnPage) => void): void {
  list.hidden = due.length === 0;
  list.replaceChildren(
    ...due.map((call) => {
      const phones = [...call.place.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')].map(({ href, textContent }) => link(href, textContent.trim()));
      const button = element('button', 'btn sm', done);
      button.type = 'button';
      button.addEventListener('click', () => told(call));
      return element('li', '', element('b', '', callText(call)), ...(phones.length > 0 ? phones : [link(`#${call.place.id}`, see)]), button);
    }),
  );
}
