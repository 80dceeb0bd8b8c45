/** Ctrl-K, `/` and the search buttons open the dialog. Its code and the index load then, not before. */
import { clearAddress, hasQuery } from './search-address.ts';

export function enableSearchShortcuts(): void {
  const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]');
  const panel = document.querySelector<HTMLElement>('[data-search-panel]');

  const open = async (): Promise<void> => {
    if (!panel) return;
    if (dialog && !dialog.open) dialog.showModal();
    const { openSearchPanel } = await import('./search-panel.ts');
    openSearchPanel(panel);
  };

  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]');
    const called = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing);
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
  dialog?.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
  dialog?.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog?.addEventListener('close', clearAddress);
  // Coming back from a result finds the search as it was left.
  if (dialog && hasQuery()) void open();
}
