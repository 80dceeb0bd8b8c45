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

/** Typst has no row heads: the first cell of a row that has more is made one. */
export function markRowHeads(context: PDFContext, catalog: PDFDict): void {
  const root = catalog.lookup(key('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return;
  const open = [...childrenOf(context, root)];
  for (let element = open.pop(); element; element = open.pop()) {
    const children = childrenOf(context, element);
    const [first, ...others] = children;
    if (roleOf(element) === 'TR' && first && roleOf(first) === 'TD' && others.length > 0 && speaks(first)) nameRow(context, first);
    open.push(...children);
  }
}
