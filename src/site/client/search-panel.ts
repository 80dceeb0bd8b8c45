/**
 * The search panel: what is typed, its results, the one that is current. `searchPanel` may be asked for again; it is connected once.
 * `data-answered` holds the words that the results answer.
 */
import { clearAddress, queryInAddress, queryParams, writeAddress } from './search-address.ts';
import { searchFilters } from './search-filters.ts';
import { drawGroups, drawPreview } from './search-results.ts';
import { loadSearch, type Found, type Hit, type Query, type Search } from './search.ts';

/** Between two letters, so that words half typed fetch nothing on a slow network. Enter does not wait for it. */
const WAIT_MS = 180;
/** The same where a word has just begun: one or two letters begin words of every page. A figure makes an id of them. */
const BEGUN_MS = 900;
const waitFor = (text: string): number => (/(?:^|\s)\p{L}{1,2}$/u.test(text) ? BEGUN_MS : WAIT_MS);

export interface SearchPanel {
  /** Answers what is typed, with the filters of the address. */
  start(): void;
  /** Loads the index before it is asked. */
  wake(): void;
  /** Opens the current result: at once where it answers the words that are typed now, else when their answer comes. */
  enter(): void;
}

const connected = new WeakMap<HTMLElement, SearchPanel>();

export function searchPanel(panel: HTMLElement): SearchPanel {
  const found = connected.get(panel) ?? connect(panel);
  connected.set(panel, found);
  return found;
}

function connect(panel: HTMLElement): SearchPanel {
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
  const preview = panel.querySelector<HTMLElement>('.peek');
  const dialog = panel.closest('dialog');
  const filters = searchFilters(panel);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const { searchPanel: mode } = panel.dataset;

  let search: Promise<Search> | undefined;
  let options: HTMLElement[] = [];
  let hits: (Hit | undefined)[] = [];
  let current = -1;
  let turn = 0;
  let timer: number | undefined;
  /** What is being looked for, and what the options answer. */
  let asked: string | undefined;
  let answered: string | undefined;
  /** Enter was pressed before the answer came. */
  let waiting = false;

  const read = (): Query => filters.read(input.value.trim());

  const load = (): Promise<Search> => {
    search ??= loadSearch(new URL(panel.dataset.bundle ?? '', location.href).href, filters.order).then((loaded) => {
      filters.offer(loaded.values);
      return loaded;
    });
    return search;
  };

  const wait = (on: boolean): void => {
    waiting = on;
    panel.ariaBusy = String(on);
    if (on) status.textContent = panel.dataset.wait ?? '';
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
    if (!preview) return;
    preview.hidden = hit === undefined;
    if (hit) preview.replaceChildren(...drawPreview(panel, hit));
  };

  const draw = (query: Query, found: Found): void => {
    // On the home page the field waits for words; elsewhere the runbooks are offered.
    const silent = mode === 'home' && query.text === '';
    results.replaceChildren(...(silent ? [] : drawGroups(panel, found.groups, query.text)));
    options = [...results.querySelectorAll<HTMLElement>('[role=option]')];
    hits = found.groups.flatMap((group) => (group.more > 0 ? [...group.hits, undefined] : group.hits));
    results.hidden = options.length === 0;
    results.scrollTop = 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    none.hidden = silent || options.length > 0;
    const said = none.querySelector<HTMLElement>('[data-text]');
    if (said) said.textContent = (said.dataset.text ?? '').replace('{query}', query.text);
    const words = plural.select(found.total) === 'one' ? panel.dataset.countOne : panel.dataset.countOther;
    const counted = (words ?? '{count}').replace('{count}', String(found.total));
    const instead = found.instead === undefined ? '' : (panel.dataset.instead ?? '').replace('{words}', found.instead);
    status.textContent = silent ? '' : options.length === 0 && query.text !== '' ? (said?.textContent ?? counted) : `${counted} ${instead}`.trim();
    filters.count(found.kinds);
    // Nothing was asked in words: Enter opens only what the arrows chose.
    select(options.length > 0 && query.text !== '' ? 0 : -1);
  };

  const run = async ({ push = false } = {}): Promise<void> => {
    clearTimeout(timer);
    const mine = ++turn;
    const query = read();
    asked = JSON.stringify(query);
    writeAddress(query, { push });
    try {
      const found = await (await load()).find(query);
      if (mine !== turn) return;
      draw(query, found);
      answered = asked;
      panel.dataset.answered = query.text;
      broken.hidden = true;
    } catch (error) {
      if (mine !== turn) return;
      search = undefined;
      answered = asked = undefined;
      // eslint-disable-next-line no-console -- the page says that search failed; why it did is for whoever looks.
      console.error(error);
      options = [];
      results.hidden = true;
      none.hidden = true;
      broken.hidden = false;
      status.textContent = broken.querySelector('b')?.textContent ?? '';
      select(-1);
    }
    const go = waiting;
    wait(false);
    if (go) choose(options[current]);
  };

  const choose = (option: HTMLElement | undefined): void => {
    const kind = option?.dataset.moreKind;
    if (kind === undefined) option?.click();
    else if (filters.chooseKind(kind)) void run({ push: mode === 'page' });
    else location.assign(`${find<HTMLFormElement>('form').action}?${queryParams({ ...read(), kind }).toString()}`);
  };

  const enter = (): void => {
    const now = JSON.stringify(read());
    if (now === answered) return choose(options[current]);
    if (read().text === '') return;
    wait(true);
    if (now !== asked) void run();
  };

  const restart = (): void => {
    filters.write(queryInAddress());
    void run();
  };

  panel.addEventListener('input', (event) => {
    // Words that change take back an Enter that waited for the words before.
    if (waiting) wait(false);
    clearTimeout(timer);
    // One letter begins a word of every page.
    if (event.target === input) timer = input.value.trim().length === 1 ? undefined : window.setTimeout(() => void run(), waitFor(input.value));
    else void run({ push: mode === 'page' });
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && (waiting || dialog)) {
      // A search field would take the first Escape to empty itself.
      event.preventDefault();
      wait(false);
      status.textContent = '';
      dialog?.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || options.length === 0) return;
    event.preventDefault();
    select(current < 0 ? (step > 0 ? 0 : options.length - 1) : (current + step + options.length) % options.length);
  });
  results.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (option?.dataset.moreKind !== undefined) choose(option);
  });
  dialog?.addEventListener('close', () => wait(false));
  // A place of the page under the dialog: it must not stay in front of it.
  panel.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!dialog || link?.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
    clearAddress();
    dialog.close();
  });
  if (!dialog) {
    addEventListener('popstate', () => {
      input.value = queryInAddress().text;
      restart();
    });
  }
  filters.write(queryInAddress());

  return {
    start: restart,
    wake() {
      void load().catch(() => (search = undefined));
      if (input.value.trim().length > 1 && asked === undefined) void run();
    },
    enter,
  };
}
