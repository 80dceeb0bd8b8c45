import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';

const content = resolve(import.meta.dirname, '../../content');
const documents = (readdirSync(content, { recursive: true }) as string[]).filter((file) => file.endsWith('.md')).sort();

interface Node {
  type: string;
  depth?: number;
  ordered?: boolean | null;
  checked?: boolean | null;
  align?: (string | null)[] | null;
  url?: string;
  lang?: string | null;
  identifier?: string;
  value?: string;
  children?: Node[];
}

/** The structure that GFM gives a text: tables, tasks, notes, links, strikes, fences. Words are joined, positions left out. */
function shape(node: Node): unknown {
  const children = (node.children ?? []).map(shape);
  switch (node.type) {
    case 'text':
      return 'text';
    case 'heading':
      return [`h${node.depth}`, ...merge(children)];
    case 'list':
      return [node.ordered ? 'ol' : 'ul', ...children];
    case 'listItem':
      return [typeof node.checked === 'boolean' ? `task ${node.checked}` : 'li', ...children];
    case 'table':
      return ['table', (node.align ?? []).map((align) => align ?? '-').join(), ...children];
    case 'link':
      return ['link', node.url, ...merge(children)];
    case 'code':
      return ['code', node.lang ?? '', node.value];
    case 'inlineCode':
      return ['inlineCode', node.value];
    case 'footnoteReference':
    case 'footnoteDefinition':
      return [node.type, node.identifier, ...children];
    default:
      return [node.type, ...merge(children)];
  }
}

const merge = (parts: unknown[]): unknown[] => parts.filter((part, index) => part !== 'text' || parts[index - 1] !== 'text');

const reference = unified().use(remarkParse).use(remarkGfm);

describe('the site reads Markdown as remark-gfm does', () => {
  it('has documents to compare', () => {
    expect(documents.length).toBeGreaterThan(100);
  });

  for (const file of documents) {
    it(file, () => {
      const body = readFileSync(join(content, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      expect(shape(markdownToMdast(body) as Node)).toEqual(shape(reference.parse(body) as Node));
    });
  }

  it('tells a difference where there is one', () => {
    expect(shape(markdownToMdast('- [ ] a') as Node)).not.toEqual(shape(reference.parse('- a') as Node));
  });
});
