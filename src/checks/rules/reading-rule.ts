import type { Rule } from '../rule.ts';

/** A rule whose problems the readers meet while they read. It cannot be silenced: what was not read is not checked. */
export const readingRule = (rule: Omit<Rule, 'find' | 'locked'>): Rule => ({
  ...rule,
  locked: true,
  *find({ problems }) {
    for (const problem of problems) if (problem.rule === rule.id) yield problem;
  },
});
