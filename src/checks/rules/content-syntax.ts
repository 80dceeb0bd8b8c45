import { readingRule } from './reading-rule.ts';

export const contentSyntax = readingRule({
  id: 'content/syntax',
  severity: 'error',
  why: 'A file that cannot be read is missing from every page, check and export, and nobody sees that it is.',
  fix: 'Repair the file at the place shown.',
});
