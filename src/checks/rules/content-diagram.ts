import type { Rule } from '../rule.ts';

export const contentDiagram: Rule = {
  id: 'content/diagram',
  title: { en: 'Diagram that cannot be drawn', fr: 'Schéma qui ne se dessine pas' },
  severity: 'warning',
  why: {
    en: 'A diagram that does not parse is published as its source: whoever needs the picture has to draw it in their head.',
    fr: 'Un schéma illisible est publié sous forme de source : qui a besoin de l’image doit se la dessiner de tête.',
  },
  fix: {
    en: 'Correct the line shown; put labels that hold punctuation between double quotes.',
    fr: 'Corriger la ligne montrée ; mettre entre guillemets droits les libellés qui contiennent de la ponctuation.',
  },

  *find({ problems }) {
    for (const problem of problems) if (problem.rule === 'content/diagram') yield problem;
  },
};
