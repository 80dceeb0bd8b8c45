import type { Rule } from '../rule.ts';

export const contentDiagram: Rule = {
  id: 'content/diagram',
  severity: 'warning',
  why: 'A diagram that does not parse is published as its source: whoever needs the picture has to draw it in their head.',
  fix: 'Correct the line shown; put labels that hold punctuation between double quotes.',

  *find({ problems }) {
    for (const problem of problems) if (problem.rule === 'content/diagram') yield problem;
  },
};
