import { element } from './element.ts';
import { highlight } from './highlight.ts';
import type { Group, Hit } from './search.ts';

/** Draws groups as options of the listbox, from the templates and words of the panel's markup. */
export function drawGroups(panel: HTMLElement, groups: readonly Group[], text: string): Node[] {
  let rank = 0;
  return groups.map((group) => {
    const list = element('div', '', ...group.hits.map((hit) => drawHit(panel, hit, text, rank++)));
    const section = element('section', '', headingOf(panel, group), list);
    section.setAttribute('role', 'group');
    section.setAttribute('aria-label', section.firstElementChild?.textContent?.trim() ?? '');
    if (group.more > 0 && group.kind !== undefined) list.append(drawMore(panel, group.kind, group.more, rank++));
    return section;
  });
}

function headingOf(panel: HTMLElement, { kind }: Group): Node {
  const made = kind === undefined ? undefined : cloned(panel, `[data-kind="${CSS.escape(kind)}"]`);
  if (made) return made;
  const heading = element('h2', '', kind ?? panel.dataset.exact);
  heading.ariaHidden = 'true';
  return heading;
}

function drawHit(panel: HTMLElement, hit: Hit, text: string, rank: number): HTMLAnchorElement {
  const shape = hit.level === undefined ? undefined : cloned(panel, `[data-step="${CSS.escape(hit.level)}"]`);
  // A service or a page is named by words; its id adds nothing that anyone says.
  const name = hit.id !== undefined && hit.kind !== 'system' && hit.kind !== 'page' && !hit.title.startsWith(hit.id) ? `${hit.id} ${hit.title}` : hit.title;
  const place = [hit.system, hit.sub].filter(Boolean).join(', ');
  const title = element('b', '', highlight(name, text));
  const option = element(
    'a',
    '',
    shape ?? element('span', 'sh'),
    element('span', 'ti', title, element('span', '', place)),
    element('span', 'me', drawEnd(hit, shape)),
  );
  option.href = hit.url;
  return asOption(option, rank);
}

/** Right end of the line: the score in its badge, or a note. */
function drawEnd(hit: Hit, shape: Element | undefined): HTMLElement {
  if (hit.value === undefined || hit.level === undefined) {
    return element(
      'span',
      hit.gap ? 'gapt' : '',
      hit.note,
      hit.word === undefined ? undefined : element('span', 'vh', ` ${hit.word}`),
    );
  }
  const badge = shape?.cloneNode(true) as Element | undefined;
  badge?.removeAttribute('class');
  return element(
    'span',
    `lv l${hit.level}`,
    badge,
    element('b', '', hit.value),
    element('span', 'vh', ` ${hit.word ?? ''}`),
  );
}

function drawMore(panel: HTMLElement, kind: string, count: number, rank: number): HTMLElement {
  const words = count === 1 ? panel.dataset.moreOne : panel.dataset.moreOther;
  const option = element('div', 'more', (words ?? '{count}').replace('{count}', String(count)));
  option.dataset.moreKind = kind;
  return asOption(option, rank);
}

function asOption<E extends HTMLElement>(option: E, rank: number): E {
  option.id = `search-option-${rank}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.tabIndex = -1;
  return option;
}

/** What is known of one hit, beside the list. */
export function drawPreview(panel: HTMLElement, hit: Hit): Node[] {
  const facts = element(
    'dl',
    '',
    ...hit.facts.map(([label, value]) => element('div', '', element('dt', '', label), element('dd', '', value))),
  );
  const open = cloned(panel, '[data-go]') as HTMLAnchorElement | undefined;
  if (open) open.href = hit.url;
  const call = hit.call && (cloned(panel, '[data-call]') as HTMLAnchorElement | undefined);
  if (call && hit.call) {
    call.href = hit.call[1];
    call.querySelector('span')?.append(hit.call[0]);
  }
  return [
    element('h2', '', hit.title),
    element('p', '', [hit.system, hit.sub].filter(Boolean).join(', ')),
    ...(hit.facts.length > 0 ? [facts] : hit.excerpt === '' ? [] : [element('p', 'ex', hit.excerpt)]),
    ...(call ? [call] : []),
    ...(open ? [open] : []),
  ];
}

function cloned(panel: HTMLElement, selector: string): Element | undefined {
  const template = panel.querySelector<HTMLTemplateElement>(`template${selector}`);
  return template?.content.firstElementChild?.cloneNode(true) as Element | undefined;
}
