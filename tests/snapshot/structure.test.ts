import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/snapshot/compose.ts';
import { makeSnapshot } from '../../src/snapshot/make-snapshot.ts';
import { rowNames } from '../../src/snapshot/document/row-names.ts';
import { onePage, wikiRepository } from './wiki-repository.ts';

const key = (name: string): PDFName => PDFName.of(name);

interface Element {
  readonly role: string;
  readonly scope: string;
  readonly children: readonly Element[];
  /** Pieces of marked content, in it alone. */
  readonly said: number;
}

/** The structure of a file: what those who do not see it are told. */
async function structure(bytes: Uint8Array): Promise<Element> {
  const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const kids = (object: PDFObject | undefined): PDFObject[] => (object instanceof PDFArray ? object.asArray().map((kid) => context.lookup(kid) ?? kid) : object ? [object] : []);
  const element = (dict: PDFDict): Element => {
    const all = kids(dict.lookup(key('K')));
    const below = all.filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(key('S')));
    const scope = kids(dict.lookup(key('A'))).flatMap((entry) => (entry instanceof PDFDict && entry.has(key('Scope')) ? [String(entry.lookup(key('Scope')))] : []));
    return { role: dict.lookupMaybe(key('S'), PDFName)?.decodeText() ?? '', scope: scope[0] ?? '', children: below.map(element), said: all.length - below.length };
  };
  return element(catalog.lookup(key('StructTreeRoot'), PDFDict));
}

const all = (element: Element, role: string): Element[] => element.children.flatMap((child) => [...(child.role === role ? [child] : []), ...all(child, role)]);
const rowsOf = (table: Element): string[] => all(table, 'TR').map((row) => row.children.map(({ role, scope }) => role + scope).join(' '));

const BODY = `
| Étape | Qui |
| --- | --- |
| Relire | Ana |
| Relire | Bo |

| Clé | Valeur |
| --- | --- |
| a | 1 |
| b | 1 |

- [ ] À faire
- [x] Faite
- Ni l’un ni l’autre

1. [ ] D’abord
2. Ensuite
`;

describe('the structure of a snapshot', () => {
  let top: Element;

  beforeAll(async () => {
    const made = await makeSnapshot({ root: join(wikiRepository(onePage(BODY)), 'content') });
    if ('problem' in made) throw new Error(JSON.stringify(made));
    top = await structure(made.bytes);
  }, 60_000);

  it('names the rows of a table by its first column only where no two rows say the same there', () => {
    const tables = all(top, 'Table').map(rowsOf).filter((rows) => rows.length === 3 && rows[0] === 'TH/Column TH/Column');
    expect(tables).toContainEqual(['TH/Column TH/Column', 'TD TD', 'TD TD']);
    expect(tables).toContainEqual(['TH/Column TH/Column', 'TH/Row TD', 'TH/Row TD']);
  });

  it('puts the box of a task where a bullet would stand', () => {
    const lists = all(top, 'L').filter((list) => all(list, 'LI').length === 3 || all(list, 'LI').length === 2);
    expect(lists.length).toBeGreaterThanOrEqual(2);
    for (const item of all(top, 'LI')) expect(item.children.map(({ role }) => role)).toEqual(['Lbl', 'LBody']);
  });
});

describe('every table of a wiki', () => {
  it('is known by the column that names its rows', async () => {
    const root = join(wikiRepository(join(import.meta.dirname, '../../content')), 'content');
    const composed = await compose({ root, systems: ['bienbon'] }, () => undefined);
    const made = await makeSnapshot({ root, systems: ['bienbon'] });
    if ('problem' in composed || 'problem' in made) throw new Error('not made');
    const names = rowNames(composed.document);
    const tables = all(await structure(made.bytes), 'Table').map(rowsOf);
    expect(tables.length).toBe(names.length);
    expect(tables.length).toBeGreaterThan(60);
    const wrong = tables.filter((rows, index) => rows.some((row) => row.split(' ').indexOf('TH/Row') !== (row.startsWith('TH/Column') ? -1 : (names[index] ?? -1))));
    expect(wrong).toEqual([]);
    // Score first, then the code: a line of a register is named by its code.
    expect(tables.filter((rows) => rows[1] === 'TD TH/Row TD TD TD TD').length).toBeGreaterThanOrEqual(1);
  }, 120_000);
});
