import { visit, type Document, type YAMLError } from 'yaml';
import type { Place } from '../model/place.ts';
import type { ReadingProblem } from '../model/problem.ts';
import type { Text } from '../model/text.ts';

type At = (offset: number) => Place;

/** The deepest schema nests six levels; beyond this a parser runs out of stack before an author runs out of patience. */
export const MAX_DEPTH = 50;

/** One mistake in YAML often makes every line below it wrong. */
const MAX_SYNTAX_PROBLEMS = 5;

export const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

const TAB = { what: { en: 'a tab indents this line, and YAML allows only spaces', fr: 'une tabulation indente cette ligne, et YAML n’admet que des espaces' }, fix: { en: 'Indent with spaces.', fr: 'Indenter avec des espaces.' } };

/** What the YAML parser says, in an author's words, a line at most once. */
export function yamlProblems(errors: readonly YAMLError[], source: string, at: At): ReadingProblem[] {
  const lines = source.split('\n');
  const first = at(0).line;
  const problems: ReadingProblem[] = [];
  for (const error of errors) {
    const place = at(error.pos[0]);
    if (problems.some((problem) => problem.place.line === place.line)) continue;
    if (problems.length === MAX_SYNTAX_PROBLEMS) break;
    const tab = error.code === 'TAB_AS_INDENT' ? place.column - 1 : /^ *\t/.exec(lines[place.line - first] ?? '') ? (lines[place.line - first] ?? '').indexOf('\t') : -1;
    problems.push({ rule: 'content/syntax', ...(tab >= 0 ? TAB : yamlMessage(error)), place: tab >= 0 ? { ...place, column: tab + 1 } : place });
  }
  return problems;
}

/** The parser explains itself in English only; French says as much as its code does. */
const FRENCH: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'un alias est mal écrit',
  BAD_DQ_ESCAPE: 'un échappement entre guillemets n’existe pas',
  BAD_INDENT: 'l’indentation est fausse, ou un crochet ou une accolade n’est pas fermé',
  BAD_SCALAR_START: 'une valeur commence par un signe que YAML réserve',
  BLOCK_IN_FLOW: 'un bloc commence à l’intérieur de crochets ou d’accolades',
  KEY_OVER_1024_CHARS: 'une clé dépasse 1024 caractères',
  MISSING_CHAR: 'il manque un signe : guillemet, crochet, accolade, virgule ou deux-points',
  MULTILINE_IMPLICIT_KEY: 'une clé s’étend sur plusieurs lignes',
  MULTIPLE_DOCS: 'une ligne --- ouvre un second document',
  TAG_RESOLVE_FAILED: 'une étiquette (!) est inconnue',
  UNEXPECTED_TOKEN: 'un signe n’est pas attendu à cet endroit',
};

function yamlMessage({ code, message }: YAMLError): { what: Text; fix?: Text } {
  if (code === 'DUPLICATE_KEY') return { what: { en: 'this key stands twice', fr: 'cette clé est écrite deux fois' }, fix: { en: 'Keep one of them.', fr: 'N’en garder qu’une.' } };
  // French puts a space before the colon: « Retard : 3 jours » reads as a key and its value.
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return {
      what: { en: 'this text holds a colon followed by a space, which YAML takes for a key', fr: 'ce texte contient un deux-points suivi d’un espace, que YAML prend pour une clé' },
      fix: { en: 'Put the whole text between quotes: "…".', fr: 'Mettre tout le texte entre guillemets droits : "…".' },
    };
  }
  if (message.includes('call stack')) return { what: { en: `the YAML is nested deeper than ${MAX_DEPTH} levels`, fr: `le YAML s’imbrique au-delà de ${MAX_DEPTH} niveaux` }, fix: { en: 'Write it with fewer levels.', fr: 'L’écrire avec moins de niveaux.' } };
  return { what: { en: `the YAML cannot be read: ${firstLine(message).replace(/ at line \d+, column \d+:?$/, '')}`, fr: `le YAML est illisible : ${FRENCH[code] ?? `erreur ${code}`}` } };
}

/** Why values could not be expanded: an alias that nothing names, or too many of them. */
export function aliasProblem(error: unknown, document: Document.Parsed, at: At): ReadingProblem {
  const found: { offset: number; name: string }[] = [];
  visit(document, {
    Alias(_key, node) {
      if (!node.resolve(document)) found.push({ offset: node.range?.[0] ?? 0, name: node.source });
    },
  });
  const [unknown] = found;
  if (unknown) {
    return {
      rule: 'content/syntax',
      what: { en: `*${unknown.name} repeats a value that nothing above names &${unknown.name}`, fr: `*${unknown.name} reprend une valeur que rien, plus haut, ne nomme &${unknown.name}` },
      place: at(unknown.offset),
      fix: { en: 'Put a value that begins with * between quotes.', fr: 'Mettre entre guillemets droits une valeur qui commence par *.' },
    };
  }
  return {
    rule: 'content/syntax',
    what: { en: `the values cannot be expanded: ${firstLine(error)}`, fr: 'les valeurs ne peuvent pas être développées : elles répètent trop d’alias' },
    place: at(0),
    fix: { en: 'Write the values out instead of repeating aliases.', fr: 'Écrire les valeurs en entier plutôt que de répéter des alias.' },
  };
}
