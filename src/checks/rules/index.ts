import type { Rule } from '../rule.ts';
import { contentDuplicateId } from './content-duplicate-id.ts';
import { contentEncoding } from './content-encoding.ts';
import { contentSchema } from './content-schema.ts';
import { contentSyntax } from './content-syntax.ts';
import { linkBrokenReference } from './link-broken-reference.ts';
import { timeRunbookExceedsRto } from './time-runbook-exceeds-rto.ts';

/** Every rule, in the order of MODEL.md. A new rule is a file beside and a line here. */
export const rules: readonly Rule[] = [
  contentSyntax,
  contentSchema,
  contentDuplicateId,
  contentEncoding,
  linkBrokenReference,
  timeRunbookExceedsRto,
];
