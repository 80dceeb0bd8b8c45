/** Texts of the panel that shows, while the wiki is written, what an edit broke. */
export const fr = {
  'live.title': 'Erreurs dans content/',
  'live.stays_one': '{count} erreur : le dernier wiki correct reste affiché',
  'live.stays_other': '{count} erreurs : le dernier wiki correct reste affiché',
  'live.stands_one': '{count} erreur dans ce qui est affiché',
  'live.stands_other': '{count} erreurs dans ce qui est affiché',
  'live.error': 'erreur',
  'live.why': 'Pourquoi',
  'live.fix': 'Que faire',
  'live.more_one': '{count} autre erreur, dans le terminal',
  'live.more_other': '{count} autres erreurs, dans le terminal',
  'live.frame': 'La ligne, {path}',
  'live.fold': 'Réduire',
  'live.unfold_one': 'Montrer l’erreur',
  'live.unfold_other': 'Montrer les {count} erreurs',
} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'live.title': 'Errors in content/',
  'live.stays_one': '{count} error: the last good wiki stays on screen',
  'live.stays_other': '{count} errors: the last good wiki stays on screen',
  'live.stands_one': '{count} error in what is on screen',
  'live.stands_other': '{count} errors in what is on screen',
  'live.error': 'error',
  'live.why': 'Why',
  'live.fix': 'Fix',
  'live.more_one': '{count} more error, in the terminal',
  'live.more_other': '{count} more errors, in the terminal',
  'live.frame': 'The line, {path}',
  'live.fold': 'Fold',
  'live.unfold_one': 'Show the error',
  'live.unfold_other': 'Show the {count} errors',
};
