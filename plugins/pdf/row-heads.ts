import { dict, dictOf, isDict, listOf, valueOf, type Dict, type Objects } from './objects.ts';

/** The children of a structure element that are elements themselves. */
const childrenOf = (objects: Objects, element: Dict): Dict[] =>
  listOf(objects, element.get('/K'))
    .map((kid) => valueOf(objects, kid))
    .filter((kid): kid is Dict => isDict(kid) && kid.has('/S'));

/** Whether a cell says anything: a row cannot be named by nothing. */
const speaks = (objects: Objects, cell: Dict): boolean => listOf(objects, cell.get('/K')).length > 0;

function nameRow(objects: Objects, cell: Dict): void {
  cell.set('/S', '/TH');
  const list = listOf(objects, cell.get('/A'));
  const table = list.map((entry) => dictOf(objects, entry)).find((entry) => entry?.get('/O') === '/Table');
  if (table) table.set('/Scope', '/Row');
  else cell.set('/A', [...list, dict({ O: '/Table', Scope: '/Row' })]);
}

/** Elements of one role below another, in reading order; none inside one that is found. */
function within(objects: Objects, top: Dict, role: string): Dict[] {
  const found: Dict[] = [];
  const open = [top];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element !== top && element.get('/S') === role) found.push(element);
    else open.push(...childrenOf(objects, element).reverse());
  }
  return found;
}

/**
 * Typst has no row heads: of each table, in reading order, the cells of the named column are made heads of their rows.
 * Where the tables are not those that are named, none is marked: a wrong head misleads, none does not.
 */
export function markRowHeads(objects: Objects, catalog: Dict, columns: readonly (number | undefined)[]): void {
  const root = dictOf(objects, catalog.get('/StructTreeRoot'));
  const tables = root ? within(objects, root, '/Table') : [];
  if (tables.length !== columns.length) return;
  for (const [index, table] of tables.entries()) {
    const column = columns[index];
    if (column === undefined) continue;
    for (const row of within(objects, table, '/TR')) {
      const cell = childrenOf(objects, row)[column];
      if (cell?.get('/S') === '/TD' && speaks(objects, cell)) nameRow(objects, cell);
    }
  }
}
