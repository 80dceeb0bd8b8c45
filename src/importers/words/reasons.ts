import type { Text } from '../../model/text.ts';

/** Why a line of a source stands in no document. */
export const reasons = {
  'separator': { en: 'a separator', fr: 'un séparateur' },
  'contents': { en: 'a table of contents', fr: 'un sommaire' },
  'comment': { en: 'a comment', fr: 'un commentaire' },
  'empty-heading': { en: 'a heading with nothing under it', fr: 'un titre sans rien dessous' },
  'empty-item': { en: 'an empty item', fr: 'un point vide' },
  'bare-item': { en: 'an item without fields among items with fields', fr: 'un point sans champ parmi des points qui en ont' },
  'empty-row': { en: 'an empty row', fr: 'une ligne vide' },
  'header-again': { en: 'the header again', fr: 'l’en-tête répété' },
  'totals-row': { en: 'a totals row', fr: 'une ligne de totaux' },
  'template-row': { en: 'a template row', fr: 'une ligne de modèle' },
  'note-in-table': { en: 'a heading or a note inside a table', fr: 'un titre ou une note dans un tableau' },
  'restore-test': { en: 'a restore test', fr: 'un test de restauration' },
  'objective': { en: 'an objective', fr: 'un objectif' },
  'no-title': { en: 'no title', fr: 'pas de titre' },
  'unrecognised': { en: 'nothing recognised it', fr: 'rien ne l’a reconnue' },
} as const satisfies Readonly<Record<string, Text>>;

export type Reason = keyof typeof reasons;
