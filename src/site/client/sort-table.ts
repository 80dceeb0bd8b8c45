/** `table[data-sortable]`: buttons in its head sort the rows, by a cell's `data-v` where it has one, else by its text. */
export function enableSorting(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    for (const button of table.querySelectorAll<HTMLButtonElement>('thead button')) {
      // Without this script they sort nothing.
      button.disabled = false;
      button.addEventListener('click', () => {
        const header = button.closest('th');
        if (header) sortBy(table, header);
      });
    }
  }
}

function sortBy(table: HTMLTableElement, header: HTMLTableCellElement): void {
  const column = header.cellIndex;
  const now = header.getAttribute('aria-sort');
  // The first column holds scores: the highest come first.
  const ascending = now ? now === 'descending' : column > 0;
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const value = (row: HTMLTableRowElement): string => {
    const cell = row.cells[column];
    return cell?.dataset.v ?? cell?.textContent.trim() ?? '';
  };
  for (const body of table.tBodies) {
    const rows = [...body.rows].sort((a, b) => collator.compare(value(a), value(b)) * (ascending ? 1 : -1));
    body.append(...rows);
  }
}
