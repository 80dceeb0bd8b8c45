/** Words that, before a number or an id, name one record (`Défaillance 2 : …`). Small letters; accents as written. */
export const RECORD_NOUNS: readonly string[] = [
  'risques?', 'menace', 'scénario', 'scenario', 'défaillance', 'defaillance', 'alerte', 'incident', 'action', 'procédure', 'procedure', 'runbook', 'playbook', 'panne',
  'risk', 'threat', 'failure', 'alert', 'riesgo', 'escenario', 'risiko', 'szenario', 'risico', 'rischio', 'risco', 'cenário', 'ausfall', 'guasto', 'falha', 'fallo', 'storing',
];

/** Titles of a table of contents, as `key` writes them. */
export const CONTENTS_WORDS: readonly string[] = ['table des matieres', 'sommaire', 'table of contents', 'contents', 'toc', 'inhaltsverzeichnis', 'inhalt', 'indice', 'contenido', 'tabla de contenido', 'inhoudsopgave', 'inhoud', 'sumario'];
