/** Texts about the copy that a device keeps, and about the version that is read. */
export const fr = {
  'offline.held': 'Disponible hors ligne, version du {date}',
  'offline.copying': 'Copie en cours, {percent}',
  'offline.away': 'Hors ligne : vous lisez la version du {date}',
  'offline.away-short': 'Hors ligne',
  'offline.newer': 'Une version plus récente est publiée : recharger',
  'offline.newer-short': 'Version plus récente',
  'offline.storage': 'Copie impossible : stockage refusé ou plein',
  'offline.altered': 'Copie impossible : les fichiers reçus ne sont pas ceux qui sont publiés',
  'offline.network': 'Copie interrompue, elle reprendra à la prochaine visite',
  'offline.spared': 'Pas de copie hors ligne : économie de données demandée',
  'offline.saved': 'Copie enregistrée, version du {date}',
  'offline.clock': 'Horloge de cet appareil à vérifier : elle précède cette version, du {date}',
} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'offline.held': 'Available offline, version of {date}',
  'offline.copying': 'Copying, {percent}',
  'offline.away': 'Offline: you are reading the version of {date}',
  'offline.away-short': 'Offline',
  'offline.newer': 'A newer version is published: reload',
  'offline.newer-short': 'Newer version',
  'offline.storage': 'Cannot copy: storage is refused or full',
  'offline.altered': 'Cannot copy: the files received are not those published',
  'offline.network': 'Copy interrupted, it goes on at the next visit',
  'offline.spared': 'No offline copy: data saving was asked for',
  'offline.saved': 'Saved copy, version of {date}',
  'offline.clock': 'Check this device’s clock: it is before this version, of {date}',
};
