/** Ctrl-K, `/` and the search buttons open the search; Enter opens what it finds. Its code and the index load then, not before. */
import { clearAddress, hasQuery, queryInAddress } from './search-address.ts';
import type { SearchPanel } from './search-panel.ts';

/** Asks for the largest parts of the search at once: each is named only in the one before it. A wiki opened as files has another search. */
function hasten(bundle: string): void {
  if (!/^https?:$/.test(location.protocol)) return;
  const link = (rel: string, href: string): HTMLLinkElement => Object.assign(document.createElement('link'), { rel, href });
  const wasm = link('preload', new URL(`wasm.${document.documentElement.lang}.pagefind`, new URL(bundle, location.href)).href);
  wasm.as = 'fetch';
  wasm.crossOrigin = 'anonymous';
  document.head.append(link('modulepreload', bundle), wasm);
}

/** Fields where `/` is a letter. */
const WRITES = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset]), textarea, select, [contenteditable]';

export function enableSearchShortcuts(): void {
  const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]');
  const panel = document.querySelector<HTMLElement>('[data-search-panel]');
  const input = panel?.querySelector<HTMLInputElement>('input[type=search]');
  if (!panel || !input) return;

  let ready: SearchPanel | undefined;
  let asked = false;
  const use = async (what: (search: SearchPanel) => void): Promise<void> => {
    // At once where it can be: an Escape that follows must find what it takes back.
    if (ready) return what(ready);
    if (!asked) hasten(panel.dataset.bundle ?? '');
    asked = true;
    try {
      const { searchPanel } = await import('./search-panel.ts');
      what((ready = searchPanel(panel)));
    } catch (error) {
      // eslint-disable-next-line no-console -- the page says that search failed; why it did is for whoever looks.
      console.error(error);
      const broken = panel.querySelector<HTMLElement>('[data-broken]');
      if (broken) broken.hidden = false;
    }
  };
  const open = (): Promise<void> => {
    if (dialog && !dialog.open) dialog.showModal();
    input.focus();
    // Before the code comes: what is typed meanwhile must stand.
    const { text } = queryInAddress();
    input.value = text || input.value;
    // Words that come from the address are gone on with; words left from before are replaced.
    if (text === '') input.select();
    else input.setSelectionRange(text.length, text.length);
    return use((search) => search.start());
  };

  document.addEventListener('keydown', (event) => {
    const writing = event.target instanceof Element && event.target.matches(WRITES);
    const called = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !writing);
    if (!called || event.altKey) return;
    event.preventDefault();
    void open();
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-search]')) {
    link.addEventListener('click', (event) => {
      // A link opened in a new tab goes to the search page.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void open();
    });
  }
  input.addEventListener('focus', () => void use((search) => search.wake()), { once: true });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void use((search) => search.enter());
  });
  dialog?.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
  dialog?.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog?.addEventListener('close', clearAddress);
  // Coming back from a result finds the search as it was left.
  if (panel.dataset.searchPanel === 'page' || hasQuery()) void open();
}
