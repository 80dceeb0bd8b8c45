/** Texts of the page of a system's backups. */
export const fr = {
  'backups.title': 'Sauvegardes',
} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'backups.title': 'Backups',
};
