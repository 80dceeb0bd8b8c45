/** `[data-copy="#id"]` copies that element's text and says what happened in its `span`, from `data-copied` or `data-failed`. */
const SAID_MS = 2500;
let enabled = false;

/** Called by every copy button of a page; the page listens once. */
export function enableCopy(): void {
  if (enabled) return;
  enabled = true;
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    if (!button) return;
    const source = document.querySelector<HTMLElement>(button.dataset.copy || ':not(*)');
    // A prompt shows where a line begins; it is not part of the command.
    if (source) void copyText(button, source.innerText.replace(/^\$ /gm, ''), source);
  });
}

/** Copies `text`; when that is refused, selects `source` so that the reader can copy by hand. */
export async function copyText(button: HTMLElement, text: string, source?: HTMLElement): Promise<void> {
  let said = button.dataset.copied;
  try {
    await navigator.clipboard.writeText(text);
    button.classList.add('done');
  } catch {
    said = button.dataset.failed;
    button.classList.add('failed');
    if (source) getSelection()?.selectAllChildren(source);
  }
  const label = button.querySelector('span');
  if (!label || button.dataset.label !== undefined) return;
  button.dataset.label = label.textContent;
  const name = button.getAttribute('aria-label');
  label.setAttribute('role', 'status');
  button.removeAttribute('aria-label');
  label.textContent = said ?? '';
  setTimeout(() => {
    label.textContent = button.dataset.label ?? '';
    label.removeAttribute('role');
    if (name) button.setAttribute('aria-label', name);
    delete button.dataset.label;
    button.classList.remove('done', 'failed');
  }, SAID_MS);
}
