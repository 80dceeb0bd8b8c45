import { parseDuration, type Duration } from './duration.ts';

const BRACKETS = /^(.*?)\s*\(([^()]*)\)\s*(?:[—–:-]+\s*(.+))?$/s;

/** Words after a dash that speak of the phase and are not part of its name. */
const SUFFIX = /^(.*?)\s+[—–]\s+((?:(?:si|if|sinon|autrement|otherwise|else|hors|outside|en parallèle|in parallel|automatique|automatic|manuelle?|manual|optionnelle?|optional)\b|s[’']).*)$/is;

/** Splits `Title (5 min) — si …` into its parts. Brackets that hold no duration belong to the title. */
export function timedTitle(source: string): { title: string; duration?: Duration | undefined; suffix?: string | undefined } {
  // Runs of spaces are one space to a reader, and would make the patterns below backtrack for minutes.
  const text = source.replace(/\s+/g, ' ');
  const match = BRACKETS.exec(text);
  const duration = match ? parseDuration(match[2]) : undefined;
  if (match && duration) return { title: (match[1] ?? '').trim(), duration, suffix: match[3]?.trim() };
  const dashed = SUFFIX.exec(text);
  return dashed ? { title: dashed[1] ?? text, suffix: dashed[2] } : { title: text };
}
