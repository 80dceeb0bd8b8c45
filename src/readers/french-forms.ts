/**
 * What the primitives of src/schemas say of a value, and how French asks for the same. Schemas speak English, because editors
 * show what they say; a test holds this list against them.
 */
const FORMS: Readonly<Record<string, string>> = {
  // What a value must be.
  'letters, digits, dot, dash and underscore only, no space': 'formé de lettres, chiffres, points, tirets et tirets bas, sans espace',
  'an id, or system/id': 'un identifiant, ou system/id',
  'a date as YYYY-MM-DD': 'une date écrite AAAA-MM-JJ',
  'YYYY-MM-DD or YYYY-MM-DDTHH:MM': 'écrit AAAA-MM-JJ ou AAAA-MM-JJTHH:MM',
  'a duration such as 15 min, 4 h, 90 d, 1 business day or PT15M': 'une durée comme 15 min, 4 h, 90 d, 1 business day ou PT15M',
  'a country as two capital letters (FR), or a day (2026-03-12)': 'un pays en deux capitales (FR), ou un jour (2026-03-12)',
  'all, none, or the id of a system': 'all, none ou l’identifiant d’un système',
  'an account such as @ops or @ops/on-call, or an e-mail address': 'un compte comme @ops ou @ops/on-call, ou une adresse électronique',
  // What it is instead.
  'a day or an hour that does not exist': 'un jour ou une heure qui n’existe pas',
  'score: grid needs a grid, one row of levels an impact': 'score: grid demande une grille (grid), une ligne de niveaux par impact',
  'a level needs from, its lowest score, where score is product': 'un niveau demande from, son score le plus bas, quand score est product',
  // What a field holds.
  'Permanent id, unique inside its system and never reused.': 'un identifiant permanent, unique dans son système et jamais réutilisé',
  'Id of a record, or system/id for a record of another system.': 'l’identifiant d’une fiche, ou system/id pour celle d’un autre système',
  'Ids of records.': 'des identifiants de fiches',
  'Role id, or free text.': 'l’identifiant d’un rôle, ou un texte libre',
  'A date, YYYY-MM-DD.': 'une date, AAAA-MM-JJ',
  'A date, with a time of day where it is known.': 'une date, avec l’heure si elle est connue',
  'A duration: 15 min, 4 h, 90 d, 6 mo, 1 y, 1 business day, or ISO 8601 (PT15M).': 'une durée : 15 min, 4 h, 90 d, 6 mo, 1 y, 1 business day, ou ISO 8601 (PT15M)',
  'Opening hours in OpenStreetMap syntax (24/7, Mo-Fr 09:00-18:00; PH off).': 'des horaires dans la syntaxe d’OpenStreetMap (24/7, Mo-Fr 09:00-18:00; PH off)',
  'daily at 03:00, weekly on sunday at 03:00, every 30 min, monthly, quarterly, yearly in october, continuous, or cron.': 'daily at 03:00, weekly on sunday at 03:00, every 30 min, monthly, quarterly, yearly in october, continuous ou une expression cron',
  'Public holidays, which close PH off hours: a country (FR), days (2026-03-12), or a list of a country and more days.': 'des jours fériés, que PH off ferme : un pays (FR), des jours (2026-03-12), ou une liste d’un pays et d’autres jours',
  'A point of the method’s likelihood scale.': 'un point de l’échelle de probabilité de la méthode',
  'A point of the method’s impact scale.': 'un point de l’échelle d’impact de la méthode',
  'Likelihood and impact on the scales of the method.': 'une probabilité (likelihood) et un impact sur les échelles de la méthode',
  'An amount, as written (2000 €, 500 €/an, 5 j).': 'un montant, tel qu’on l’écrit (2000 €, 500 €/an, 5 j)',
};

/** How French says what a schema asks for; undefined where only the schema knows. */
export const frenchForm = (english: string): string | undefined => FORMS[english];
