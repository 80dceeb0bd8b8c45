import { PDFArray, PDFDict, PDFName, type PDFContext, type PDFObject } from 'pdf-lib';

const key = (name: string): PDFName => PDFName.of(name);

const roleOf = (element: PDFDict): string | undefined => {
  const role = element.lookup(key('S'));
  return role instanceof PDFName ? role.decodeText() : undefined;
};

/** The children of a structure element that are elements themselves. */
function childrenOf(context: PDFContext, element: PDFDict): PDFDict[] {
  const kids = element.lookup(key('K'));
  const list: (PDFObject | undefined)[] = kids instanceof PDFArray ? kids.asArray().map((kid) => context.lookup(kid)) : [kids];
  return list.filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(key('S')));
}

/** Whether a cell says anything: a row cannot be named by nothing. */
const speaks = (cell: PDFDict): boolean => {
  const kids = cell.lookup(key('K'));
  return kids !== undefined && !(kids instanceof PDFArray && kids.size() === 0);
};

function nameRow(context: PDFContext, cell: PDFDict): void {
  cell.set(key('S'), key('TH'));
  const attributes = cell.lookup(key('A'));
  const list = attributes instanceof PDFArray ? attributes.asArray().map((entry) => context.lookup(entry)) : [attributes];
  const table = list.find((entry): entry is PDFDict => entry instanceof PDFDict && entry.lookup(key('O')) === key('Table'));
  if (table) table.set(key('Scope'), key('Row'));
  else cell.set(key('A'), context.obj([...list.filter((entry) => entry !== undefined), context.obj({ O: 'Table', Scope: 'Row' })]));
}

/** Elements of one role below another, in reading order; none inside one that is found. */
function within(context: PDFContext, top: PDFDict, role: string): PDFDict[] {
  const found: PDFDict[] = [];
  const open = [top];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element !== top && roleOf(element) === role) found.push(element);
    else open.push(...childrenOf(context, element).reverse());
  }
  return found;
}

/**
 * Typst has no row heads: of each table, in reading order, the cells of the named column are made heads of their rows.
 * Where the tables are not those that are named, none is marked: a wrong head misleads, none does not.
 */
export function markRowHeads(context: PDFContext, catalog: PDFDict, columns: readonly (number | undefined)[]): void {
  const root = catalog.lookup(key('StructTreeRoot'));
  const tables = root instanceof PDFDict ? within(context, root, 'Table') : [];
  if (tables.length !== columns.length) return;
  for (const [index, table] of tables.entries()) {
    const column = columns[index];
    if (column === undefined) continue;
    for (const row of within(context, table, 'TR')) {
      const cell = childrenOf(context, row)[column];
      if (cell && roleOf(cell) === 'TD' && speaks(cell)) nameRow(context, cell);
    }
  }
}
