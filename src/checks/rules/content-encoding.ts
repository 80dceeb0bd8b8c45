import { readingRule } from './reading-rule.ts';

export const contentEncoding = readingRule({
  id: 'content/encoding',
  severity: 'error',
  why: 'Wrongly decoded text cannot be searched, and a command copied from it fails.',
  fix: 'Save the file as UTF-8 with the text shown.',
});
