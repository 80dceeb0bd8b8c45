import type { DiagramError } from './diagram.ts';

/** What Mermaid takes off the top of a source before it counts lines: its frontmatter, its directives, blank lines. */
const TOP = /^(?:\s*---[ \t]*\n[\s\S]*?\n---[ \t]*\n)?(?:\s*%%\{[\s\S]*?\}%%)*\s*/;
const COMMENT = /^[ \t]*%%(?!\{).*$/gm;

const lines = (text: string): number => text.split('\n').length - 1;

/** The source without its comments, on the same lines: Mermaid takes comments out and then counts without them. */
export const withoutComments = (source: string): string => source.replace(/\r\n?/g, '\n').replace(COMMENT, '');

/** The line that an error of Mermaid speaks of, in the author's source, and what it says in one sentence. */
export function readError(thrown: unknown, source: string): DiagramError {
  const { message: full = String(thrown), hash } = (thrown ?? {}) as { message?: string; hash?: { line?: number; loc?: { first_line?: number } } };
  const top = lines(TOP.exec(source)?.[0] ?? '');
  const last = lines(source.trimEnd()) + 1;
  const told = /(?:Parse error on|Lexical error on|on|at) line:? (\d+)/i.exec(full)?.[1] ?? hash?.loc?.first_line ?? (hash?.line === undefined ? undefined : hash.line + 1);
  const line = Math.min(last, told === undefined ? top + 1 : Number(told) + top);
  const [first = '', excerpt = '', pointer = ''] = full.split('\n');
  const at = /^-*\^/.test(pointer) ? excerpt.slice(pointer.indexOf('^')).trim().split(/\s/)[0]?.slice(0, 24) : undefined;
  if (at === '') return { line, message: { en: 'the line stops too soon', fr: 'la ligne s’arrête trop tôt' } };
  if (at !== undefined) return { line, message: { en: `“${at}” is not expected there`, fr: `« ${at} » n’y est pas attendu` } };
  const said = first.replace(/(?:Parse|Lexical) error on line \d+[:.]?\s*/i, '').replace(/^(?:Error|Parsing failed):\s*/i, '').trim();
  return { line, message: said === '' ? { en: 'the syntax is not that of Mermaid', fr: 'la syntaxe n’est pas celle de Mermaid' } : { en: said, fr: `Mermaid répond « ${said} »` } };
}
