/**
 * The page of an address that leads nowhere: says which one, fills in the search with its words, and lists the records that are nearest.
 * `[data-missing]` holds `[data-asked]` ({path}), `[data-near]` with an empty list, and `data-systems`, folders of the wiki. Everything else
 * on the page is there without this.
 */
import { addressWords } from './address-words.ts';
import { element } from './element.ts';
import { loadSearch, type Hit } from './search.ts';

const MOST = 6;

export function helpMissing(): void {
  const place = document.querySelector<HTMLElement>('[data-missing]');
  const panel = document.querySelector<HTMLElement>('[data-search-panel]');
  if (!place || !panel) return;
  const asked = addressWords(location.pathname, place.dataset.base ?? '/', (place.dataset.systems ?? '').split(' '));
  const said = place.querySelector<HTMLElement>('[data-asked]');
  if (said) {
    said.querySelector('code')?.replaceChildren(asked.path);
    said.hidden = false;
  }
  const field = place.querySelector<HTMLInputElement>('input[type=search]');
  if (field?.value === '') field.value = asked.words;
  void offer(place, panel, asked);
}

async function offer(place: HTMLElement, panel: HTMLElement, { name, words, system }: ReturnType<typeof addressWords>): Promise<void> {
  const near = place.querySelector<HTMLElement>('[data-near]');
  const list = near?.querySelector('ul');
  if (!near || !list || words === '') return;
  try {
    const search = await loadSearch(new URL(panel.dataset.bundle ?? '', location.href).href, (panel.dataset.kinds ?? '').split(' '));
    const named = await search.near(name, MOST * 2);
    const found = await search.find({ text: words, kind: '', system: '', level: '', severity: '', owner: '', state: '' });
    const own = (hit: Hit): number => (hit.url.includes(`/${system}/`) ? 0 : 1);
    const hits = [...named.sort((a, b) => own(a) - own(b)), ...found.groups.flatMap((group) => group.hits)];
    const once = hits.filter((hit, index) => hits.findIndex(({ url }) => url === hit.url) === index).slice(0, MOST);
    list.replaceChildren(...once.map(line));
    near.hidden = once.length === 0;
  } catch (error) {
    // eslint-disable-next-line no-console -- the page stands without its suggestions; why is for whoever looks.
    console.error(error);
  }
}

function line(hit: Hit): HTMLElement {
  const link = element('a', '', element('span', '', element('b', '', hit.title), element('span', '', [hit.id, hit.system].filter(Boolean).join(' · '))));
  link.href = hit.url;
  return element('li', '', link);
}
