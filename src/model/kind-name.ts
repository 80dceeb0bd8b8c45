import type { RecordKind } from './records.ts';
import type { Text } from './text.ts';

/** A record of a kind in a sentence, with its article. */
export const kindName: Readonly<Record<RecordKind, Text>> = {
  system: { en: 'a system', fr: 'un système' },
  method: { en: 'a method', fr: 'une méthode' },
  component: { en: 'a component', fr: 'un composant' },
  environment: { en: 'an environment', fr: 'un environnement' },
  supplier: { en: 'a supplier', fr: 'un fournisseur' },
  register: { en: 'a register', fr: 'un registre' },
  risk: { en: 'a risk', fr: 'un risque' },
  severity: { en: 'a severity', fr: 'une gravité' },
  alert: { en: 'an alert', fr: 'une alerte' },
  role: { en: 'a role', fr: 'un rôle' },
  policy: { en: 'a policy', fr: 'une politique d’escalade' },
  runbook: { en: 'a runbook', fr: 'un runbook' },
  scenario: { en: 'a scenario', fr: 'un scénario' },
  'business-activity': { en: 'a business activity', fr: 'une activité métier' },
  'degraded-mode': { en: 'a degraded mode', fr: 'un mode dégradé' },
  backup: { en: 'a backup', fr: 'une sauvegarde' },
  activity: { en: 'a scheduled activity', fr: 'une activité planifiée' },
  indicator: { en: 'an indicator', fr: 'un indicateur' },
  action: { en: 'an action', fr: 'une action' },
  decision: { en: 'a decision', fr: 'une décision' },
  choice: { en: 'a choice', fr: 'un choix' },
  review: { en: 'an incident review', fr: 'une revue d’incident' },
  page: { en: 'a page', fr: 'une page' },
};
