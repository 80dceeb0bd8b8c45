/**
 * What CSS alone cannot do for `form.filters`: the owner (`select[data-owner]` hides rows whose `data-o` differs), the choice kept
 * in the address (`?cat=2&niv=4&own=…`, by name of the control), and the count announced in `[data-count-status]` (its text
 * follows the number).
 */
export function enableRegisterFilters(): void {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  if (!form) return;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-o]')];
  const owner = form.querySelector<HTMLSelectElement>('select[data-owner]');
  const status = document.querySelector<HTMLElement>('[data-count-status]');
  const rest = status?.dataset.countStatus ?? '';

  const apply = (): void => {
    for (const row of rows) row.hidden = Boolean(owner?.value) && row.dataset.o !== owner?.value;
    const shown = rows.filter((row) => row.checkVisibility()).length;
    if (status) status.textContent = `${shown} ${rest}`;
  };
  const remember = (): void => {
    const url = new URL(location.href);
    for (const control of form.elements) {
      if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement) || control.name === '')
        continue;
      if (control instanceof HTMLInputElement && !control.checked) continue;
      // A radio without a value would say "on".
      const value = control instanceof HTMLSelectElement ? control.value : (control.getAttribute('value') ?? '');
      if (value === '') url.searchParams.delete(control.name);
      else url.searchParams.set(control.name, value);
    }
    history.replaceState(history.state, '', url);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = form.elements.namedItem(name);
    if (control instanceof RadioNodeList || control instanceof HTMLSelectElement) control.value = value;
  }
  apply();
  form.addEventListener('change', () => {
    apply();
    remember();
  });
  // The form is reset after the event; the rows follow it.
  form.addEventListener('reset', () =>
    setTimeout(() => {
      apply();
      remember();
    }),
  );
}
