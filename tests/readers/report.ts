import { contentDuplicateId } from '../../src/checks/rules/content-duplicate-id.ts';
import { contentEncoding } from '../../src/checks/rules/content-encoding.ts';
import { contentSchema } from '../../src/checks/rules/content-schema.ts';
import { contentSyntax } from '../../src/checks/rules/content-syntax.ts';
import { linkBrokenReference } from '../../src/checks/rules/link-broken-reference.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { textReport } from '../../src/cli/reporters/text.ts';
import type { Lang } from '../../src/model/text.ts';
import type { Wiki } from '../../src/model/wiki.ts';
import { readWiki } from '../../src/readers/read-wiki.ts';

/** The four rules of reading, and the one that must not report a second time what reading lost. */
export const reading = [contentSyntax, contentSchema, contentDuplicateId, contentEncoding, linkBrokenReference];

/** Reads a content/ on a fixed day. */
export const read = (root: string): Wiki => readWiki(root, { today: '2026-03-12' });

/** What an author sees of the reading. */
export const report = (wiki: Wiki, lang: Lang = 'en'): string => textReport(runChecks(wiki, reading, lang), { color: false, prefix: 'content/', lang });
