import { readingRule } from './reading-rule.ts';

export const contentEncoding = readingRule({
  id: 'content/encoding',
  title: { en: 'Wrongly decoded text', fr: 'Texte mal décodé' },
  severity: 'error',
  why: {
    en: 'Wrongly decoded text cannot be searched, and a command copied from it fails.',
    fr: 'Un texte mal décodé échappe à la recherche, et une commande qu’on y copie échoue.',
  },
  fix: {
    en: 'Save the file as UTF-8 with the text shown.',
    fr: 'Enregistrer le fichier en UTF-8 avec le texte montré.',
  },
});
