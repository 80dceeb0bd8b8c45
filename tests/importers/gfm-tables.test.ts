import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/importers/read-blocks.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } };
}

const ROOT = join(import.meta.dirname, '../..');
const SEEDS = join(ROOT, '../shared/seeds');

/** Letters and digits only: how emphasis and code are taken off is another matter. */
const bare = (text: string): string => text.replace(/<br\s*\/?>/gi, '').replace(/[^\p{L}\p{N}]+/gu, '');

const wordsOf = (node: Node): string => (node.type === 'html' ? '' : (node.value ?? (node.children ?? []).map(wordsOf).join('')));

/** The tables of a text as remark-gfm reads it, which is the reference: lines and cells. */
function reference(text: string): { line: number; rows: string[][] }[] {
  const found: { line: number; rows: string[][] }[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'table') found.push({ line: node.position?.start.line ?? 0, rows: (node.children ?? []).map((row) => (row.children ?? []).map((cell) => bare(wordsOf(cell)))) });
    else (node.children ?? []).forEach(visit);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(text));
  return found;
}

const ours = (text: string): { line: number; rows: string[][] }[] =>
  readBlocks(text.split('\n')).flatMap((block) => (block.kind === 'table' && text.split('\n')[block.line - 1]?.includes('|') === true ? [{ line: block.line, rows: [block.header, ...block.rows].map(({ cells }) => cells.map((cell) => bare(cell.text))) }] : []));

/** The body of a document, on the lines where it stands. */
const bodyOf = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/, (matter) => '\n'.repeat(matter.split('\n').length - 1));

const files = [...globSync('content/**/*.md', { cwd: ROOT }).map((file) => join(ROOT, file)), ...(existsSync(SEEDS) ? globSync('*.txt', { cwd: SEEDS }).map((file) => join(SEEDS, file)) : []), ...globSync('tests/importers/corpus/*/*.md', { cwd: ROOT }).map((file) => join(ROOT, file))];

describe('tables', () => {
  it('are read as remark-gfm reads them, in every document at hand', () => {
    let tables = 0;
    for (const file of files) {
      const bytes = readFileSync(file);
      const text = bodyOf(bytes.toString('utf8'));
      if (text.includes('\uFFFD') || text.includes('\0') || !text.includes('\n')) continue;
      const expected = reference(text);
      tables += expected.length;
      expect(ours(text), file).toEqual(expected);
    }
    expect(tables).toBeGreaterThan(80);
  }, 60_000);
});
