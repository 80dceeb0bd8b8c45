import { readingRule } from './reading-rule.ts';

export const contentSyntax = readingRule({
  id: 'content/syntax',
  title: { en: 'Unreadable file', fr: 'Fichier illisible' },
  severity: 'error',
  why: {
    en: 'A file that cannot be read is missing from every page, check and export, and nobody sees that it is.',
    fr: 'Un fichier illisible manque à chaque page, à chaque contrôle et à chaque export, sans que personne le voie.',
  },
  fix: {
    en: 'Repair the file at the place shown.',
    fr: 'Réparer le fichier à l’endroit montré.',
  },
});
