/** Texts of decisions and of post-incident reviews. */
export const fr = {
  'decisions.title': 'Décisions',
  'reviews.title': 'Revues d’incident',
} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'decisions.title': 'Decisions',
  'reviews.title': 'Incident reviews',
};
