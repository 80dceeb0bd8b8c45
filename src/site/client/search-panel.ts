/** The search panel: filters, results, preview. `openSearchPanel` may be called again; it reads the address each time. */
import { emptyQuery, queryInAddress, writeAddress } from './search-address.ts';
import { drawGroups, drawPreview } from './search-results.ts';
import { loadSearch, type Hit, type Query, type Search } from './search.ts';

const WAIT_MS = 90;
const opened = new WeakMap<HTMLElement, () => void>();

export function openSearchPanel(panel: HTMLElement): void {
  let open = opened.get(panel);
  if (!open) {
    open = connect(panel);
    opened.set(panel, open);
  }
  open();
}

function connect(panel: HTMLElement): () => void {
  const find = <E extends HTMLElement>(selector: string): E => {
    const found = panel.querySelector<E>(selector);
    if (!found) throw new Error(`The search panel has no ${selector}`);
    return found;
  };
  const input = find<HTMLInputElement>('input[type=search]');
  const results = find('[role=listbox]');
  const none = find('[data-none]');
  const broken = find('[data-broken]');
  const status = find('[role=status]');
  const preview = find('.peek');
  const selects = [...panel.querySelectorAll('select')];
  const radios = [...panel.querySelectorAll<HTMLInputElement>('input[name=kind]')];
  const order = radios.map((radio) => radio.value).filter((kind) => kind !== '');
  const plural = new Intl.PluralRules(document.documentElement.lang);

  let search: Promise<Search> | undefined;
  let options: HTMLElement[] = [];
  let hits: (Hit | undefined)[] = [];
  let current = -1;
  let turn = 0;
  let timer: number | undefined;

  const load = (): Promise<Search> => {
    search ??= loadSearch(new URL(panel.dataset.bundle ?? '', location.href).href, order).then((loaded) => {
      for (const select of selects) offer(select, Object.keys(loaded.values[select.name] ?? {}));
      const wanted = queryInAddress();
      for (const select of selects) select.value = wanted[select.name as keyof Query] || select.value;
      return loaded;
    });
    return search;
  };

  /** Fills a select with what the index holds; one that would offer nothing is left out. Levels are written in the markup. */
  const offer = (select: HTMLSelectElement, values: string[]): void => {
    if (select.name !== 'level') {
      values.sort((a, b) => a.localeCompare(b, document.documentElement.lang));
      for (const value of values) select.append(new Option(value, value));
    }
    select.hidden = values.length < 2;
    const group = select.closest('details');
    if (group) group.hidden = [...group.querySelectorAll('select')].every((other) => other.hidden);
  };

  const read = (): Query => {
    const query = { ...emptyQuery, text: input.value.trim(), kind: radios.find((radio) => radio.checked)?.value ?? '' };
    for (const select of selects) query[select.name as keyof Query] = select.value;
    return query;
  };

  const select = (index: number): void => {
    options[current]?.removeAttribute('data-cur');
    options[current]?.setAttribute('aria-selected', 'false');
    current = index;
    const option = options[index];
    const hit = hits[index];
    option?.setAttribute('data-cur', '');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    preview.hidden = hit === undefined;
    if (hit) preview.replaceChildren(...drawPreview(panel, hit));
  };

  const run = async (): Promise<void> => {
    const mine = ++turn;
    const query = read();
    writeAddress(query);
    try {
      const found = await (await load()).find(query);
      if (mine !== turn) return;
      results.replaceChildren(...drawGroups(panel, found.groups, query.text));
      options = [...results.querySelectorAll<HTMLElement>('[role=option]')];
      hits = found.groups.flatMap((group) => (group.more > 0 ? [...group.hits, undefined] : group.hits));
      results.hidden = options.length === 0;
      results.scrollTop = 0;
      input.setAttribute('aria-expanded', String(options.length > 0));
      none.hidden = options.length > 0;
      const said = none.querySelector<HTMLElement>('[data-text]');
      if (said) said.textContent = (said.dataset.text ?? '').replace('{query}', query.text);
      const words = plural.select(found.total) === 'one' ? panel.dataset.countOne : panel.dataset.countOther;
      const counted = (words ?? '{count}').replace('{count}', String(found.total));
      status.textContent = found.instead === undefined ? counted : `${counted} ${(panel.dataset.instead ?? '').replace('{words}', found.instead)}`;
      for (const radio of radios) {
        const count = found.kinds[radio.value] ?? 0;
        const label = radio.closest('label');
        const number = label?.querySelector('small');
        if (label && number) label.hidden = count === 0 && !radio.checked;
        if (number) number.textContent = String(count);
      }
      select(options.length > 0 ? 0 : -1);
    } catch (error) {
      if (mine !== turn) return;
      search = undefined;
      // eslint-disable-next-line no-console -- the page says that search failed; why it did is for whoever looks.
      console.error(error);
      results.hidden = true;
      none.hidden = true;
      broken.hidden = false;
      preview.hidden = true;
      return;
    }
    broken.hidden = true;
  };

  const choose = (option: HTMLElement | undefined): void => {
    const kind = option?.dataset.moreKind;
    const radio = radios.find((other) => other.value === kind);
    if (radio) {
      radio.checked = true;
      void run();
    } else option?.click();
  };

  panel.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (event.target === input) timer = window.setTimeout(() => void run(), WAIT_MS);
    else void run();
  });
  panel.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(options[current]);
  });
  input.addEventListener('keydown', (event) => {
    // A search field would take the first Escape to empty itself.
    const dialog = event.key === 'Escape' ? panel.closest('dialog') : null;
    if (dialog) {
      event.preventDefault();
      dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || options.length === 0) return;
    event.preventDefault();
    select((current + step + options.length) % options.length);
  });
  results.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[data-more-kind]');
    if (option) choose(option);
  });

  return () => {
    const query = queryInAddress();
    input.value = query.text || input.value;
    for (const radio of radios) radio.checked = radio.value === query.kind;
    for (const select of selects) select.value = query[select.name as keyof Query];
    input.focus();
    // Words that come from the address are gone on with; words left from before are replaced.
    if (query.text === '') input.select();
    else input.setSelectionRange(input.value.length, input.value.length);
    void run();
  };
}
