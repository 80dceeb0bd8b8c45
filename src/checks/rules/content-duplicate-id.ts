import { readingRule } from './reading-rule.ts';

export const contentDuplicateId = readingRule({
  id: 'content/duplicate-id',
  severity: 'error',
  why: 'People cite an id on the phone; two records that share it send them to the wrong one.',
  fix: 'Give the newer record an id of its own.',
});
