/** What of a runbook's page a run is about. Keys are the words themselves: a step that reads the same is the same step in another version. */
export interface StepOnPage {
  readonly key: string;
  readonly box: HTMLInputElement;
  readonly phase: PhaseOnPage | undefined;
  readonly option: OptionOnPage | undefined;
}

export interface OptionOnPage {
  readonly key: string;
  readonly section: HTMLElement;
  readonly radio: HTMLInputElement | null;
}

export interface PhaseOnPage {
  readonly key: string;
  readonly index: number;
  readonly name: string;
  readonly section: HTMLElement;
  /** Shared by the phases that exclude one another. */
  readonly leg: string | undefined;
  readonly radios: readonly HTMLInputElement[];
  readonly options: readonly OptionOnPage[];
}

/** Somebody to tell. `data-minute` of its place says when, in minutes of the run; `data-after` counts from its phase. */
export interface CallOnPage {
  readonly key: string;
  readonly who: string;
  readonly place: HTMLElement;
  readonly box: HTMLInputElement | null;
  readonly phase: PhaseOnPage | undefined;
}

export interface RunbookPage {
  readonly phases: readonly PhaseOnPage[];
  readonly steps: readonly StepOnPage[];
  readonly calls: readonly CallOnPage[];
}

const textOf = (node: Node | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const all = <E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] => [...root.querySelectorAll<E>(selector)];

/** A label without the duration after it. */
const labelOf = (label: Element | null): string => textOf(label?.cloneNode(true)).slice(0, -textOf(label?.querySelector('small')).length || undefined).trim();

/** Where two things read the same, their phase tells them apart, then their place. */
function distinct<T extends { key: string; in: string }>(things: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return things.map((thing) => {
    const key = things.filter((other) => other.key === thing.key).length > 1 ? `${thing.key}\n${thing.in}` : thing.key;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { ...thing, key: times > 1 ? `${key}\n${times}` : key };
  });
}

/** First line of a key: what readers see. */
export const wordsOf = (key: string): string => key.split('\n')[0] ?? key;

export function readPage(root: HTMLElement): RunbookPage {
  const sections = all(root, '.phase[data-name]').map((section) => ({ section, key: textOf(section.querySelector('h2')), in: '' }));
  const phases = distinct(sections).map(({ section, key }, index): PhaseOnPage => {
    const options = all(section, '.option').map((place) => ({ place, key: textOf(place.querySelector('h3 > span')), in: '' }));
    return {
      key,
      index,
      name: section.dataset.name ?? '',
      section,
      leg: section.dataset.leg,
      radios: all<HTMLInputElement>(section, 'header .fork input'),
      options: distinct(options).map((option) => ({ key: option.key, section: option.place, radio: option.place.querySelector<HTMLInputElement>('.fork input') })),
    };
  });
  const placeOf = (element: Element): { phase: PhaseOnPage | undefined; option: OptionOnPage | undefined; in: string } => {
    const phase = phases.find(({ section }) => section.contains(element));
    return { phase, option: phase?.options.find(({ section }) => section.contains(element)), in: phase?.key ?? '' };
  };
  const steps = all(root, '.step').flatMap((item) => {
    const box = item.querySelector('input');
    const commands = all(item, 'pre').map((command) => command.textContent.trim());
    return box ? { key: [labelOf(item.querySelector('.tx')), ...commands].join('\n'), box, ...placeOf(item) } : [];
  });
  const calls = all(root, '[data-call]').map((place) => {
    const who = place.dataset.call ?? '';
    return { key: [who, textOf(place.querySelector('[data-words]'))].join('\n'), who, place, box: place.querySelector<HTMLInputElement>('.told input'), ...placeOf(place) };
  });
  return { phases, steps: distinct(steps), calls: distinct(calls) };
}
