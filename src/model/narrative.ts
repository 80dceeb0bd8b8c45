import type { AnyRecord, WikiDocument } from './records.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines of a document's body under a heading, down to the next heading of its depth or above; counted from 0, `to` not included. */
function spanOf({ outline, body, bodyLine }: WikiDocument, slug: string): Span | undefined {
  const index = outline.headings.findIndex((heading) => heading.slug === slug);
  const heading = outline.headings[index];
  if (!heading) return undefined;
  const next = outline.headings.slice(index + 1).find(({ depth }) => depth <= heading.depth);
  return { from: heading.line - bodyLine, to: next ? next.line - bodyLine : body.split('\n').length };
}

/** What the body of a register, plan or policy says of one of its records, without the heading that names it; undefined where it says nothing. */
export function narrativeText({ document, narrative }: AnyRecord): string | undefined {
  const span = narrative === undefined ? undefined : spanOf(document, narrative);
  if (!span) return undefined;
  const text = document.body.split('\n').slice(span.from + 1, span.to).join('\n');
  return text.trim() === '' ? undefined : text;
}

/** A document's body without the narratives of its records, which stand on the records' own pages. */
export function bodyWithoutNarratives(document: WikiDocument, records: Iterable<AnyRecord>): string {
  const lines = document.body.split('\n');
  const gone = new Set<number>();
  for (const record of records) {
    const span = record.document === document && record.narrative !== undefined ? spanOf(document, record.narrative) : undefined;
    for (let line = span?.from ?? 0; line < (span?.to ?? 0); line += 1) gone.add(line);
  }
  return lines.filter((_, line) => !gone.has(line)).join('\n');
}
