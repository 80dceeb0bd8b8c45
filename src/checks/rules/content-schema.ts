import { readingRule } from './reading-rule.ts';

export const contentSchema = readingRule({
  id: 'content/schema',
  title: { en: 'Unknown or mistyped field', fr: 'Champ inconnu ou mal typé' },
  severity: 'error',
  why: {
    en: 'A field that is misspelt or of the wrong type says nothing: the record is published without what its author meant.',
    fr: 'Un champ mal orthographié ou du mauvais type ne dit rien : la fiche est publiée sans ce que son auteur voulait y mettre.',
  },
  fix: {
    en: 'Correct the field at the place shown, or remove it.',
    fr: 'Corriger le champ à l’endroit montré, ou le retirer.',
  },
});
