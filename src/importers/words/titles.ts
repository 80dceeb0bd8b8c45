/** Titles of documents whose source gives them none. */
export const titles = {
  fr: { risks: 'Registre des risques', method: 'Méthode de cotation', numbers: 'en chiffres', words: 'en mots', incidents: 'Gravité des incidents', escalation: 'Rôles et contacts', continuity: 'Scénarios et continuité', backups: 'Sauvegardes', schedule: 'Calendrier', indicators: 'Indicateurs', actions: 'Plan d’action', source: 'Source', document: 'Document d’origine' },
  en: { risks: 'Risk register', method: 'Scoring', numbers: 'in numbers', words: 'in words', incidents: 'Severity of incidents', escalation: 'Roles and contacts', continuity: 'Scenarios and continuity', backups: 'Backups', schedule: 'Calendar', indicators: 'Indicators', actions: 'Action plan', source: 'Source', document: 'Original document' },
} as const;
