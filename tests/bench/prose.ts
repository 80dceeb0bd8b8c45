import type { Random } from './random.ts';

const subjects = ['L’équipe d’astreinte', 'Le service de paiement', 'La file de messages', 'Le responsable technique', 'La réplique secondaire', 'Le tableau de bord', 'L’API publique', 'Le traitement de nuit', 'La passerelle', 'Le fournisseur', 'Le support de niveau 1', 'L’entrepôt de données', 'La sauvegarde complète', 'Le cache', 'Le certificat', 'La sonde', 'Le journal d’audit', 'L’ordonnanceur', 'Le pare-feu applicatif', 'La recette', 'Le comité de revue', 'L’opérateur', 'Le disque du nœud principal', 'Le plan de reprise', 'La cellule de crise', 'Le connecteur', 'L’annuaire', 'Le registre d’images'];
const verbs = ['surveille', 'redémarre', 'interroge', 'remplace', 'alimente', 'protège', 'ralentit', 'valide', 'recopie', 'compare', 'isole', 'restaure', 'signale', 'contourne', 'réconcilie', 'archive', 'purge', 'prévient', 'mesure', 'limite', 'documente', 'reprend', 'sature', 'vérifie', 'déclenche', 'publie', 'bloque', 'annule'];
const objects = ['les écritures en attente', 'la table des commandes', 'les sessions ouvertes', 'le dernier instantané', 'les jetons expirés', 'la configuration active', 'les messages rejetés', 'le volume partagé', 'les rapports hebdomadaires', 'la bascule manuelle', 'les connexions inactives', 'le pic de charge', 'les fichiers déposés', 'la chaîne de déploiement', 'les indicateurs de qualité', 'le schéma de la base', 'les accès privilégiés', 'la zone de disponibilité', 'les lots incomplets', 'le contrat de service', 'les index fragmentés', 'la clé de chiffrement', 'les partitions froides', 'le délai de réponse', 'les remboursements', 'la copie hors site', 'les seuils d’alerte', 'le mode dégradé'];
const moments = ['avant chaque livraison', 'dès que le seuil est franchi', 'pendant la fenêtre de maintenance', 'tant que le réseau reste instable', 'au plus tard à 6 h', 'sans intervention humaine', 'quand la mémoire dépasse 80 %', 'sous le contrôle d’un pair', 'après la clôture mensuelle', 'si deux mesures se suivent', 'hors des heures ouvrées', 'en présence du fournisseur', 'jusqu’au retour du primaire', 'à la demande de l’auditeur', 'selon la procédure approuvée', 'en moins de 15 minutes', 'depuis le poste de secours', 'une fois par trimestre'];
const reasons = ['car une perte de données ne se rattrape pas', 'ce qui évite de réveiller deux personnes', 'faute de quoi le contrat prévoit une pénalité', 'parce que la cause reste inconnue', 'afin que la revue puisse s’appuyer sur des faits', 'et consigne le résultat dans le ticket', 'puis attend la confirmation écrite', 'au prix d’une latence plus élevée', 'mais laisse les lectures ouvertes', 'comme l’exercice de mars l’a montré'];
const nouns = ['Portée', 'Contexte', 'Prérequis', 'Architecture', 'Dépendances', 'Limites connues', 'Coûts', 'Conséquences', 'Historique', 'Mesures', 'Responsabilités', 'Points de vigilance', 'Alternatives', 'Suivi', 'Calendrier', 'Retour d’expérience', 'Conformité', 'Capacité', 'Supervision', 'Communication'];

/** A French sentence; about one in three carries a figure, so that texts differ. */
export function sentence(random: Random): string {
  const middle = random.chance(0.35) ? ` (${random.between(2, 980)} ${random.pick(['par heure', 'Mo', 'ms', 'lignes', 'fois par jour', '€ par mois'])})` : '';
  return `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)}${middle} ${random.pick(moments)}${random.chance(0.6) ? `, ${random.pick(reasons)}` : ''}.`;
}

export const paragraph = (random: Random, sentences: number): string => Array.from({ length: sentences }, () => sentence(random)).join(' ');

/** A few words, for titles and cells. */
export const phrase = (random: Random): string => `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)}`;

export const subject = (random: Random): string => random.pick(subjects);
export const object = (random: Random): string => random.pick(objects);
export const headings = (random: Random, count: number): string[] => random.some(nouns, count);

export function table(random: Random): string {
  const rows = Array.from({ length: random.between(4, 8) }, () => `| ${random.pick(objects)} | ${random.between(1, 99)} % | ${random.pick(moments)} | ${random.pick(['oui', 'non', 'partiel'])} |`);
  return ['| Élément | Part | Quand | Couvert |', '| --- | ---: | --- | :---: |', ...rows].join('\n');
}

export const bullets = (random: Random): string => Array.from({ length: random.between(3, 6) }, () => `- **${random.pick(subjects)}** : ${random.pick(objects)}, ${random.pick(moments)}`).join('\n');
export const tasks = (random: Random): string => Array.from({ length: random.between(3, 6) }, () => `- [${random.chance(0.3) ? 'x' : ' '}] ${random.pick(['Vérifier', 'Relever', 'Consigner', 'Comparer', 'Purger', 'Redémarrer'])} ${random.pick(objects)}`).join('\n');
export const alert = (random: Random): string => `> [!${random.pick(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'])}]\n> ${sentence(random)}`;

const samples: Record<string, (random: Random, number: number) => string> = {
  bash: (random, n) => `# Contrôle du nœud ${n}\nset -euo pipefail\nfor host in db-${n} db-${n + 1}; do\n  ssh "$host" "systemctl is-active postgresql" || echo "$host: arrêté" >&2\ndone\npg_basebackup --host db-${n} --pgdata /srv/restore/${random.between(100, 999)} --wal-method=stream --progress`,
  sql: (random, n) => `-- Écritures en attente depuis plus de ${random.between(5, 90)} minutes\nSELECT id, account_id, amount, created_at\nFROM ledger_${n}\nWHERE state = 'pending' AND created_at < now() - interval '${random.between(5, 90)} minutes'\nORDER BY created_at\nLIMIT ${random.between(20, 400)};`,
  yaml: (random, n) => `service: api-${n}\nreplicas: ${random.between(2, 12)}\nresources:\n  memory: ${random.between(256, 4096)}Mi\n  cpu: "${random.between(1, 8)}"\nprobes:\n  path: /healthz\n  every: ${random.between(5, 60)}s`,
  json: (random, n) => `{\n  "node": "db-${n}",\n  "lagSeconds": ${random.between(0, 300)},\n  "state": "${random.pick(['primary', 'replica'])}",\n  "tags": ["prod", "eu-${random.between(1, 3)}"]\n}`,
};

/** A fence with a language; a few name none, as people write them. */
export function fence(random: Random): string {
  const number = random.between(1, 9999);
  if (random.chance(0.25)) return `\`\`\`\n${random.pick(['kubectl get pods -n prod', 'systemctl status api', 'redis-cli info memory'])} --node=${number}\n\`\`\``;
  const language = random.pick(Object.keys(samples));
  return `\`\`\`${language}\n${samples[language]!(random, number)}\n\`\`\``;
}
