import { emptyQuery } from './search-address.ts';
import type { FilterCounts } from './pagefind.ts';
import type { Query } from './search.ts';

/** The radios and selects of a panel, as one query. */
export interface SearchFilters {
  /** Kinds in the order of their groups. */
  readonly order: readonly string[];
  read(text: string): Query;
  write(query: Query): void;
  /** Fills the selects with what the index holds. */
  offer(values: FilterCounts): void;
  /** Says how many results each kind has; a kind without any is not offered. */
  count(kinds: Readonly<Record<string, number>>): void;
  /** Chooses a kind; false where the panel has no such choice. */
  chooseKind(kind: string): boolean;
}

export function searchFilters(panel: HTMLElement): SearchFilters {
  const selects = [...panel.querySelectorAll('select')];
  const radios = [...panel.querySelectorAll<HTMLInputElement>('input[name=kind]')];
  let wanted: Query = emptyQuery;
  let offered = false;

  const write = (query: Query): void => {
    wanted = query;
    for (const radio of radios) radio.checked = radio.value === query.kind;
    for (const select of selects) {
      select.value = query[select.name as keyof Query];
      // A filter that holds must be seen.
      const group = select.closest('details');
      if (group && select.value !== '') group.open = true;
    }
  };

  return {
    order: (panel.dataset.kinds ?? '').split(' '),
    read(text) {
      const query = { ...emptyQuery, text, kind: radios.find((radio) => radio.checked)?.value ?? '' };
      // Until its values are known, a select holds what the address wants of it.
      for (const select of selects) query[select.name as keyof Query] = offered ? select.value : wanted[select.name as keyof Query];
      return query;
    },
    write,
    offer(values) {
      for (const select of selects) {
        const names = Object.keys(values[select.name] ?? {}).sort((a, b) => a.localeCompare(b, document.documentElement.lang));
        // Levels are written in the markup.
        if (select.name !== 'level') for (const value of names) select.append(new Option(value, value));
        // One that would offer nothing is left out.
        select.hidden = names.length < 2;
        const group = select.closest('details');
        if (group) group.hidden = [...group.querySelectorAll('select')].every((other) => other.hidden);
      }
      write(wanted);
      offered = true;
    },
    count(kinds) {
      for (const radio of radios) {
        const label = radio.closest('label');
        const number = label?.querySelector('small');
        if (!label || !number) continue;
        label.hidden = (kinds[radio.value] ?? 0) === 0 && !radio.checked;
        number.textContent = String(kinds[radio.value] ?? 0);
      }
    },
    chooseKind(kind) {
      const radio = radios.find(({ value }) => value === kind);
      if (radio) radio.checked = true;
      return radio !== undefined;
    },
  };
}
