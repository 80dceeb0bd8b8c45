import { readingRule } from './reading-rule.ts';

export const contentDuplicateId = readingRule({
  id: 'content/duplicate-id',
  title: { en: 'Id used twice', fr: 'Identifiant porté deux fois' },
  severity: 'error',
  why: {
    en: 'People cite an id on the phone; two records that share it send them to the wrong one.',
    fr: 'Un identifiant se cite au téléphone : quand deux fiches le portent, on envoie à la mauvaise.',
  },
  fix: {
    en: 'Give the newer record an id of its own.',
    fr: 'Donner à la fiche la plus récente un identifiant bien à elle.',
  },
});
