import { fr as records } from './areas/records.ts';
import { fr as risks } from './areas/risks.ts';
import { fr as explore } from './areas/explore.ts';
import { fr as portfolio } from './areas/portfolio.ts';
import { fr as coverage } from './areas/coverage.ts';
import { fr as checks } from './areas/checks.ts';
import { fr as runbooks } from './areas/runbooks.ts';
import { fr as incidents } from './areas/incidents.ts';
import { fr as systems } from './areas/systems.ts';
import { fr as calendar } from './areas/calendar.ts';
import { fr as body } from './areas/body.ts';
import { fr as feed } from './areas/feed.ts';
import { fr as backups } from './areas/backups.ts';
import { fr as indicators } from './areas/indicators.ts';
import { fr as decisions } from './areas/decisions.ts';
import { fr as pages } from './areas/pages.ts';
import { fr as offline } from './areas/offline.ts';
import { fr as data } from './areas/data.ts';
import { fr as snapshot } from './areas/snapshot.ts';
import { fr as published } from './areas/published.ts';
import { fr as live } from './areas/live.ts';

/** Texts of the interface. `_one` and `_other` are plural forms of one key, chosen by `count`. */
export const fr = {
  ...body,
  ...calendar,
  ...systems,
  ...incidents,
  ...runbooks,
  ...feed,
  ...records,
  ...risks,
  ...explore,
  ...portfolio,
  ...coverage,
  ...checks,
  ...backups,
  ...indicators,
  ...decisions,
  ...pages,
  ...offline,
  ...data,
  ...snapshot,
  ...published,
  ...live,
  // Frame
  'site.name': 'Vigie',
  'frame.skip': 'Aller au contenu',
  'frame.main-nav': 'Navigation principale',
  'frame.menu': 'Menu',
  'frame.quick': 'Accès rapide',
  'frame.theme': 'Changer de thème (clair, sombre)',
  'frame.crumbs': 'Fil d’Ariane',
  'frame.colon': '{words} :',
  'frame.tabs': 'Rubriques du système',
  'nav.portfolio': 'Portefeuille',
  'nav.risks': 'Risques',
  'nav.incidents': 'Incidents',
  'nav.runbooks': 'Runbooks',
  'nav.coverage': 'Couverture',
  'nav.home': 'Accueil',
  'nav.find': 'Chercher',
  'nav.call': 'Appeler',
  'nav.who-to-call': 'Qui appeler',
  'nav.search': 'Rechercher',

  // Sections of a system
  'tab.overview': 'Vue d’ensemble',
  'tab.risks': 'Risques',
  'tab.incidents': 'Incidents',
  'tab.runbooks': 'Runbooks',
  'tab.continuity': 'Continuité',
  'tab.backups': 'Sauvegardes',
  'tab.indicators': 'Indicateurs',
  'tab.decisions': 'Décisions',
  'tab.pages': 'Pages',

  // Provenance
  'prov.source': 'Source',
  'prov.commit': 'Commit',
  'prov.commit-of': '{commit} du {date}',
  'prov.authors': 'Écrit par',
  'prov.tree': 'Empreinte de l’arbre',
  'prov.rendered': 'Rendu',
  'prov.reviewed': 'Relecture',
  'prov.never-reviewed': 'Jamais relu',
  'prov.edit': 'Modifier cette page',
  'prov.files': 'Modifier ses fichiers',
  'prov.history': 'Historique',
  'prov.permalink': 'Lien permanent',

  // Search
  'search.title': 'Recherche',
  'search.label': 'Rechercher un symptôme, un service, un code',
  'search.placeholder': 'Symptôme, service, code',
  'search.close': 'Fermer',
  'search.results': 'Résultats',
  'search.wait': 'Recherche en cours…',
  'search.preview': 'Aperçu',
  'search.count_one': '{count} résultat',
  'search.count_other': '{count} résultats',
  'search.exact': 'Nom ou code exact',
  'search.more_one': '{count} autre',
  'search.more_other': '{count} autres',
  'search.instead': 'pour « {words} » : aucune page ne contient tous les mots',
  'search.none': 'Aucun résultat pour « {query} ».',
  'search.none-help': 'Essayez le nom du service ou le message d’alerte. En cas d’urgence, appelez l’astreinte.',
  'search.failed': 'La recherche ne répond pas.',
  'search.failed-help': 'Son index n’a pas pu être lu. Les runbooks restent accessibles par leur liste.',
  'search.propose': 'Proposer un runbook',
  'search.open': 'Ouvrir',
  'search.key-browse': 'parcourir',
  'search.key-open': 'ouvrir',
  'search.key-close': 'fermer',
  'search.key-enter': 'Entrée',
  'search.key-escape': 'Échap',
  'search.more-filters': 'Plus de filtres',
  'search.all': 'Tout',
  'search.type': 'Type',
  'search.system': 'Système',
  'search.all-systems': 'Tous systèmes',
  'search.level': 'Niveau minimum',
  'search.all-levels': 'Tous niveaux',
  'search.level-and-up': '{level} et plus',
  'search.severity': 'Gravité',
  'search.all-severities': 'Toutes gravités',
  'search.owner': 'Responsable',
  'search.all-owners': 'Tous responsables',
  'search.state': 'État',
  'search.all-states': 'Tous états',
  'search.needs-script': 'La recherche a besoin de JavaScript, qui est désactivé ici.',
  'search.without-script': 'Tout reste lisible sans lui : partez d’une de ces listes.',

  // Kinds of results
  'kind.runbook': 'Runbooks',
  'kind.scenario': 'Scénarios',
  'kind.risk': 'Risques',
  'kind.incident': 'Incidents',
  'kind.contact': 'Contacts',
  'kind.system': 'Systèmes',
  'kind.backup': 'Sauvegardes',
  'kind.maintenance': 'Maintenance',
  'kind.decision': 'Décisions',
  'kind.page': 'Pages',

  // Levels, severities, states
  'level.1': 'Faible',
  'level.2': 'Moyen',
  'level.3': 'Élevé',
  'level.4': 'Critique',
  'level.count-1_one': '{count} faible',
  'level.count-1_other': '{count} faibles',
  'level.count-2_one': '{count} moyen',
  'level.count-2_other': '{count} moyens',
  'level.count-3_one': '{count} élevé',
  'level.count-3_other': '{count} élevés',
  'level.count-4_one': '{count} critique',
  'level.count-4_other': '{count} critiques',
  'state.done': 'Fait',
  'state.today': 'Aujourd’hui',
  'state.in-days_one': 'Dans {count} j',
  'state.in-days_other': 'Dans {count} j',
  'state.late-days_one': 'Retard {count} j',
  'state.late-days_other': 'Retard {count} j',
  'state.due': 'le {date}',
  'state.was-due': 'prévu le {date}',
  'state.review-was-due': 'prévue le {date}',
  'state.never': 'Jamais',
  'state.no-date': 'Aucune date',
  'state.no-action': 'Aucune action',
  'state.not-required': 'Non requise',
  'state.not-measured': 'Non mesuré',
  'state.not-tested': 'Jamais testé',
  'state.not-rated': 'Non coté',
  'state.unknown': 'Inconnu',
  'state.held': 'Tenu',
  'state.propose': 'Proposer',

  // Banners
  'banner.draft': 'Brouillon : ce document n’a pas encore été approuvé.',
  'banner.deprecated': 'Document abandonné : ne le suivez pas.',
  'banner.replaced-by': 'Lire {title}',
  'banner.review-late': 'Relecture en retard de {days} : vérifiez avant d’agir.',

  // Empty places
  'empty.propose-change': 'Proposer un changement',
  'empty.register': 'Registre absent',
  'empty.register-why': 'Sans registre, personne ne sait ce qui peut arriver ni qui s’en occupe.',
  'empty.register-do': 'Créer le registre',
  'empty.runbook': 'Runbook à écrire',
  'empty.runbook-why': 'La nuit de la panne, il faudra improviser.',
  'empty.runbook-do': 'Écrire le runbook',
  'empty.contact': 'Aucun contact documenté',
  'empty.contact-why': 'En cas de panne, personne ne saura qui appeler.',
  'empty.contact-do': 'Ajouter un contact',
  'empty.backup': 'Aucune sauvegarde',

  // Buttons
  'action.csv': 'CSV',
  'action.propose': 'Proposer',
  'action.propose-rest': ' un changement',
  'action.copy': 'Copier',
  'action.copy-command': 'Copier la commande',
  'action.copied': 'Copié',
  'action.copy-failed': 'Échec : sélectionnez le texte',
  'action.show-all': 'Tout afficher',
  'action.call-whom': 'Appeler : {who}',

  // Register
  'register.title': 'Registre des risques',
  'register.heatmap': 'Grille de criticité',
  'register.all': 'Tous les risques',
  'register.plan': 'Plan d’action prioritaire',
  'register.active_one': '{count} risque actif',
  'register.active_other': '{count} risques actifs',
  'register.threshold': 'Seuil d’action : {score}',
  'frame.shown-rest': 'sur {total} à l’écran',
  'register.likelihood': 'Probabilité',
  'register.impact': 'Impact',
  'register.score': 'Score',
  'register.risk': 'Risque',
  'register.category': 'Catégorie',
  'register.level': 'Niveau',
  'register.owner': 'Responsable',
  'register.action': 'Action',
  'register.review': 'Revue',
  'register.cost': 'Coût',
  'register.due': 'Échéance',
  'register.all-categories': 'Toutes catégories',
  'register.all-levels': 'Tous niveaux',
  'register.all-actions': 'Toutes actions',
  'register.all-owners': 'Tous responsables',
  'register.without-action': 'Sans action',
  'register.late': 'En retard',
  'register.to-decide': 'À décider',
  'register.changed': 'Ce qui a changé',
  'register.indicators': 'Indicateurs du registre',

  // Who to call
  'call.title': 'Qui appeler maintenant ?',
  'call.severity': 'Gravité',
  'call.slot': 'Créneau',
  'call.no-answer': 'Pas de réponse en {delay} ?',
  'call.nobody': 'Personne à appeler',
  'call.reachable-now': 'Joignables maintenant',

  // Runbook
  'runbook.right-place': 'Vous êtes au bon endroit si',
  'runbook.budget': 'Budget de temps',
  'runbook.timer': 'Chronomètre',
  'runbook.before-rto': 'avant le RTO',
  'runbook.after-rto': 'après le RTO',
  'runbook.start': 'Démarrer',
  'runbook.stop': 'Arrêter',
  'runbook.resume': 'Reprendre',
  'runbook.reset': 'Remettre à zéro',
  'runbook.finished': 'Terminé',
  'runbook.copy-log': 'Copier le journal daté',
  'runbook.not-kept': 'Cet appareil ne garde rien : la page doit rester ouverte.',

  // Home
  'home.question': 'Que se passe-t-il ?',
  'home.urgent': 'Runbooks d’urgence',
  'home.to-do': 'À traiter',
  'home.changes': 'Changements récents',

  // Page not found
  'missing.title': 'Page introuvable',
  'missing.what': 'Aucune page n’est à cette adresse.',
  'missing.why': 'Elle a pu être renommée. Cherchez son code ou son titre. En cas d’urgence, appelez.',
} as const;

export type EntryKey = keyof typeof fr;
