import { buildWiki, type Wiki } from '../../src/model/wiki.ts';
import { readDocument } from '../../src/readers/document.ts';
import { siteSchema } from '../../src/schemas/site.ts';

/** A wiki from documents given by file: frontmatter without its dashes, and a body. */
export function wikiOf(files: Record<string, readonly [frontmatter: string, body?: string]>, settings: Record<string, unknown> = {}): Wiki {
  const site = siteSchema.parse({ title: 'Test', ...settings });
  const read = Object.entries(files).map(([file, [frontmatter, body = '']]) => readDocument(`---\n${frontmatter.trim()}\n---\n\n${body}`, file, site));
  return buildWiki({
    site,
    asOf: '2026-03-12',
    documents: read.flatMap(({ document }) => document ?? []),
    problems: read.flatMap(({ problems }) => problems),
    unreadable: new Set(read.flatMap(({ lost }) => lost)),
    files: new Set(Object.keys(files)),
    textOf: () => undefined,
  });
}
