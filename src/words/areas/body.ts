/** Texts around the narrative of documents. An area holds its texts in both languages; `en` must have the keys of `fr`. */
export const fr = {
  'body.anchor': 'Lien vers « {heading} »',
  'body.alert.note': 'À noter',
  'body.alert.tip': 'Conseil',
  'body.alert.important': 'Important',
  'body.alert.warning': 'Attention',
  'body.alert.caution': 'Danger',
  'body.table': 'Tableau : {head}',
  'body.code': 'Code : {start}',
  'body.diagram': 'Schéma : {heading}',
  'body.diagram.error': 'Ce schéma ne peut pas être dessiné (ligne {line} : {message}). Voici sa source.',
  'body.footnotes': 'Notes',
  'body.footnotes.back': 'Retour au texte, note {reference}',
  'body.view.unknown': 'La vue « {view} » n’existe pas.',
  'provenance.shallow': 'L’historique Git est tronqué : les dates de modification peuvent manquer.',
} as const;

export const en: Readonly<Record<keyof typeof fr, string>> = {
  'body.anchor': 'Link to “{heading}”',
  'body.alert.note': 'Note',
  'body.alert.tip': 'Tip',
  'body.alert.important': 'Important',
  'body.alert.warning': 'Warning',
  'body.alert.caution': 'Caution',
  'body.table': 'Table: {head}',
  'body.code': 'Code: {start}',
  'body.diagram': 'Diagram: {heading}',
  'body.diagram.error': 'This diagram cannot be drawn (line {line}: {message}). Here is its source.',
  'body.footnotes': 'Notes',
  'body.footnotes.back': 'Back to the text, note {reference}',
  'body.view.unknown': 'There is no view called “{view}”.',
  'provenance.shallow': 'The Git history is cut short: dates of change may be missing.',
};
