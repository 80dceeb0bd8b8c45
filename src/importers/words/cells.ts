import { key, plain } from '../plain.ts';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(',').map((word) => key(word)));

/** What stands in a cell that says nothing. */
const NOTHING = new Set(['', '-', '–', '—', 'n/a', 'na', '/', '?', 'none', 'neant', 'sans objet', 'aucun', 'aucune', 'keine', 'ninguno', 'nessuno', 'nenhum', 'geen', '...', '…']);
export const isNothing = (text: string): boolean => !/[\p{Extended_Pictographic}]/u.test(text) && (NOTHING.has(text.trim()) || NOTHING.has(key(text)) || /^[\s\-–—.…_]*$/.test(plain(text)));

const TOTALS = listed('total, totaux, total général, sous-total, somme, average, sum, subtotal, grand total, gesamt, summe, insgesamt, suma, totale, somma, totaal, som, durchschnitt, promedio');
/** The first words of a row that adds up the rows above it. */
export const isTotal = (text: string): boolean => TOTALS.has(key(text).replace(/\s*\(.*$/, '')) || /^(?:sous-)?total\b|^gesamt(?:summe)?\b|^totaal\b|^totale\b/i.test(key(text));

/** A cell to be filled in: `[Titre du risque]`, `<nom>`, `R-XX`, `à compléter`, `TBD`. */
export const isTemplate = (text: string): boolean => {
  const words = plain(text).trim();
  return /^[[<{«]\s*.*[\]>}»]$/.test(words) || /^(?:[A-Z]{1,4}-?)?[Xx]{2,}$/.test(words) || /^(?:à compléter|a completer|à définir|a definir|tbd|tbc|todo|to be (?:defined|completed|filled)|xxx+|…|\.{3}|exemple\s*:?.*|jj\/mm\/aaaa|yyyy-mm-dd|dd\/mm\/yyyy|por definir|zu ergänzen|da definire|a definir|in te vullen)$/i.test(words);
};

const YES = listed('oui, yes, ja, sí, si, sim, sì, vrai, true, x, ok, activé, enabled, actif');
const NO = listed('non, no, nein, não, nee, faux, false, désactivé, disabled, non chiffré');
export const yesOrNo = (text: string): boolean | undefined => {
  if (/^\s*[✅✔☑✓]/u.test(text)) return true;
  if (/^\s*[❌✘✖☒]/u.test(text)) return false;
  const first = key(text.replace(/\(.*$/, ''));
  return YES.has(first) ? true : NO.has(first) ? false : undefined;
};

const EMPTY: readonly [string, string][] = [];
const map = (...lines: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => new Map([...EMPTY, ...lines.flatMap(([to, words]) => words.split(',').map((word): [string, string] => [key(word), to]))]);

export const RISK_STATES = map(
  ['open', 'actif, active, ouvert, open, en cours de suivi, identifié, offen, abierto, activo, aperto, attivo, aberto, ativo, open, actief, nouveau, new'],
  ['treating', 'en traitement, en cours, en cours de traitement, treating, in progress, mitigating, in treatment, in bearbeitung, en curso, in corso, em curso, lopend, in behandeling'],
  ['accepted', 'accepté, acceptée, accepted, akzeptiert, aceptado, accettato, aceite, aceito, geaccepteerd'],
  ['materialised', 'survenu, avéré, matérialisé, materialised, materialized, occurred, issue, eingetreten, materializado, ocurrido, verificatosi, opgetreden'],
  ['closed', 'clos, close, fermé, closed, clôturé, geschlossen, cerrado, chiuso, fechado, gesloten, résolu, resolved'],
);

export const TREATMENTS = map(
  ['mitigate', 'réduire, atténuer, mitiger, réduction, traiter, reduce, mitigate, mitigation, treat, reduction, reducir, mitigar, mindern, reduzieren, verminderung, reduzir, ridurre, mitigare, verminderen, beperken, reduceren'],
  ['avoid', 'éviter, évitement, supprimer, refuser, avoid, avoidance, terminate, evitar, vermeiden, vermeidung, evitare, vermijden'],
  ['transfer', 'transférer, transfert, partager, externaliser, assurer, transfer, share, transferir, übertragen, transferieren, verlagern, trasferire, overdragen'],
  ['accept', 'accepter, accepté, acceptation, tolérer, conserver, accept, accepted, acceptance, tolerate, retain, aceptar, akzeptieren, akzeptanz, tragen, aceitar, accettare, accepteren'],
);

export const ACTION_STATES = map(
  ['proposed', 'proposé, proposée, proposed, proposition, vorgeschlagen, propuesto, proposto, voorgesteld'],
  ['open', 'ouvert, ouverte, à faire, a faire, todo, to do, open, planned, planifié, planifiée, non démarré, not started, offen, abierto, pendiente, aperto, da fare, aberto, pendente, gepland, geplant'],
  ['in-progress', 'en cours, in progress, wip, ongoing, started, in bearbeitung, en curso, in corso, em curso, em andamento, lopend, bezig, läuft'],
  ['done', 'fait, faite, terminé, terminée, clos, close, done, closed, completed, complete, réalisé, réalisée, erledigt, abgeschlossen, hecho, terminado, completado, fatto, completato, feito, concluído, gereed, afgerond, voltooid'],
  ['cancelled', 'annulé, annulée, abandonné, abandonnée, cancelled, canceled, abgebrochen, cancelado, annullato, geannuleerd'],
);

export const DOCUMENTATION = map(
  ['undocumented', 'non documenté, non documentée, absent, manquant, inexistant, à rédiger, not documented, undocumented, missing, no, non, fehlt, nicht dokumentiert, no documentado, falta, non documentato, mancante, não documentado, niet gedocumenteerd, ontbreekt'],
  ['partial', 'partiel, partielle, incomplet, brouillon, partial, partially documented, draft, teilweise, parcial, parziale, gedeeltelijk'],
  ['documented', 'documenté, documentée, complet, à jour, oui, documented, complete, up to date, yes, dokumentiert, documentado, documentato, gedocumenteerd'],
  ['obsolete', 'obsolète, périmé, obsolete, outdated, veraltet, obsoleto, verouderd'],
);

export const CATEGORIES = map(
  ['technical', 'technique, techniques, technical, it, informatique, technisch, técnico, tecnico, système'],
  ['operational', 'opérationnel, opérationnels, operational, exploitation, ops, operationell, operativ, operativo, operacional, operationeel'],
  ['security', 'sécurité, security, cyber, cybersécurité, sicherheit, seguridad, sicurezza, segurança, veiligheid, beveiliging'],
  ['business', 'métier, métiers, business, commercial, geschäftlich, negocio, aziendale, negócio, zakelijk'],
  ['legal', 'légal, légaux, juridique, conformité, legal, compliance, rechtlich, jurídico, legale, juridisch'],
  ['financial', 'financier, financiers, financial, budget, finanziell, financiero, finanziario, financeiro, financieel'],
);

/** The key of a cell's first words in a map: `Accepté. Les…` is `accepted`. */
export function wordIn(words: ReadonlyMap<string, string>, text: string): string | undefined {
  const whole = key(text);
  const first = key(text.split(/[.;:(,\n]|\s[–—-]\s/)[0] ?? '');
  return words.get(whole) ?? words.get(first);
}

const MONTHS: readonly string[][] = [
  ['janvier', 'january', 'jan', 'enero', 'januar', 'janeiro', 'januari', 'gennaio', 'janv'],
  ['fevrier', 'february', 'feb', 'febrero', 'februar', 'fevereiro', 'februari', 'febbraio', 'fev'],
  ['mars', 'march', 'mar', 'marzo', 'marz', 'marco', 'maart'],
  ['avril', 'april', 'apr', 'abril', 'aprile', 'avr'],
  ['mai', 'may', 'mayo', 'maio', 'mei', 'maggio'],
  ['juin', 'june', 'jun', 'junio', 'juni', 'junho', 'giugno'],
  ['juillet', 'july', 'jul', 'julio', 'juli', 'julho', 'luglio', 'juil'],
  ['aout', 'august', 'aug', 'agosto', 'augustus'],
  ['septembre', 'september', 'sep', 'sept', 'septiembre', 'setembro', 'settembre'],
  ['octobre', 'october', 'oct', 'octubre', 'oktober', 'outubro', 'ottobre', 'okt'],
  ['novembre', 'november', 'nov', 'noviembre', 'novembro'],
  ['decembre', 'december', 'dec', 'diciembre', 'dezember', 'dezembro', 'dicembre', 'dez'],
];

export const monthOf = (word: string): number | undefined => {
  const index = MONTHS.findIndex((names) => names.includes(key(word).replace(/\.$/, '')));
  return index < 0 ? undefined : index + 1;
};

/** A date in a cell as YYYY-MM-DD: ISO, `31/03/2026` (day first, as everywhere but in the United States), `31 mars 2026`, `March 31, 2026`. */
export function dateIn(text: string): string | undefined {
  const iso = (year: number, month: number, day: number): string | undefined => {
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1990 && year < 2100 ? date.toISOString().slice(0, 10) : undefined;
  };
  const words = plain(text);
  const international = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(words);
  if (international) return iso(Number(international[1]), Number(international[2]), Number(international[3]));
  const numbers = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(words);
  if (numbers) return iso(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const dayFirst = /\b(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+)?(\d{4})\b/u.exec(words);
  const month = dayFirst ? monthOf(dayFirst[2] ?? '') : undefined;
  if (dayFirst && month !== undefined) return iso(Number(dayFirst[3]), month, Number(dayFirst[1]));
  const monthFirst = /\b(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(words);
  const first = monthFirst ? monthOf(monthFirst[1] ?? '') : undefined;
  return monthFirst && first !== undefined ? iso(Number(monthFirst[3]), first, Number(monthFirst[2])) : undefined;
}
