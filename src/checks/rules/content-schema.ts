import { readingRule } from './reading-rule.ts';

export const contentSchema = readingRule({
  id: 'content/schema',
  severity: 'error',
  why: 'A field that is misspelt or of the wrong type says nothing: the record is published without what its author meant.',
  fix: 'Correct the field at the place shown, or remove it.',
});
