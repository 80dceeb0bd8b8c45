import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../src/site');
const sheets = globSync('**/*.{css,astro}', { cwd: root });

/** Values of a declaration, functions whole. */
const values = (text: string): string[] => text.replace('!important', '').match(/(?:[\w.%#-]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];

/** Why a declaration would not mirror, or undefined where it does. */
function physical(property: string, value: string): string | undefined {
  if (/(^|-)(left|right)(-|$)/.test(property)) return 'names a side';
  if (/^(text-align|float|clear|caption-side)$/.test(property) && /\b(left|right)\b/.test(value)) return 'takes a side';
  const [, end, , start] = values(value);
  if (/^(margin|padding|inset|scroll-margin|scroll-padding)$/.test(property) && start !== undefined && start !== end) return 'gives its two sides different sizes';
  return undefined;
}

const faults = (css: string): string[] =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/[;{}\n]/)
    .flatMap((line) => {
      const [, property, value] = /^\s*([a-z-]+)\s*:\s*(.+)$/.exec(line) ?? [];
      const why = property === undefined || value === undefined ? undefined : physical(property, value);
      return why === undefined ? [] : [`${line.trim()}: ${why}`];
    });

describe('style sheets mirror by logical properties', () => {
  it('a side that is named is found', () => {
    expect(faults('a { margin-left: 1px; text-align: right; inset: 0 1px 0 auto; padding: 0 1px 0 1px; border-inline-start: 0; }')).toHaveLength(3);
  });

  it.each(sheets.filter((sheet) => sheet.endsWith('.css')))('%s', (sheet) => expect(faults(readFileSync(resolve(root, sheet), 'utf8'))).toEqual([]));

  it('no component carries a style of its own', () => {
    expect(sheets.filter((sheet) => sheet.endsWith('.astro') && /<style|\sstyle=/.test(readFileSync(resolve(root, sheet), 'utf8')))).toEqual([]);
  });
});
