/** Texts of the checks, of the rules' documentation and of the journal of changes. */
export const fr = {
  'checks.title': 'Contrôles',
  'rules.title': 'Règles',
  'changes.title': 'Changements',
} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'checks.title': 'Checks',
  'rules.title': 'Rules',
  'changes.title': 'Changes',
};
