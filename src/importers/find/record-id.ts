import { plain, withoutPictures } from '../plain.ts';
import type { RecordKind } from '../vocabulary.ts';
import { RECORD_NOUNS } from '../words/nouns.ts';

/** What the ids of a kind begin with, where the source gives only a number, or none. */
export const PREFIXES: Readonly<Record<RecordKind, string>> = { risk: 'R', severity: 'G', role: 'role', scenario: 'S', backup: 'BK', activity: 'M', indicator: 'I', action: 'A', runbook: 'RB' };

/** An id as Vigie takes it: `1` of a risk table is `R1`, `R 01` is `R-01`. */
export function idOf(kind: RecordKind, raw: string | undefined): string | undefined {
  const text = withoutPictures(plain(raw ?? '')).trim();
  if (text === '') return undefined;
  if (/^\d+(?:\.0)?$/.test(text)) return `${PREFIXES[kind]}${Number(text)}`;
  const id = text.replace(/\s+/g, '-').replace(/[^\p{L}\p{N}._-]+/gu, '').replace(/^[._-]+|[._-]+$/g, '').slice(0, 64);
  return id === '' ? undefined : id;
}

const NOUN = new RegExp(`^(?:${RECORD_NOUNS.join('|')})$`, 'iu');

const titleOf = (text: string): string => text.replace(/\s*\((?:criticit[eé]|score|criticality)\s*:?\s*\d+\)\s*$/i, '').replace(/\s*:\s*$/, '').trim();

/** `R-T01 – Saturation mémoire (Criticité : 16)`, `Risque 1 : Panne`, `### R-01 Panne` → id and title. */
export function recordHeading(text: string): { id?: string | undefined; title: string } {
  const words = withoutPictures(plain(text)).replace(/^\d+(?:\.\d+)+\.?\s+/, '');
  const coded = /^\[?([A-Z]{1,6}[-_ ]?[A-Z]{0,4}[-_]?\d{1,4})\]?\s*(?:[:–—.|-]\s*|\s)\s*(\S.*)$/.exec(words);
  if (coded) return { id: (coded[1] ?? '').replace(/ /g, '-'), title: titleOf(coded[2] ?? '') };
  const named = /^(\p{L}+)\s+(?:n[°o]\s*)?([A-Z]{0,4}-?[A-Z]?\d{1,4}|[A-Z]{2,6})\s*[:–—-]\s*(\S.*)$/u.exec(words);
  return named && NOUN.test(named[1] ?? '') ? { id: named[2], title: titleOf(named[3] ?? '') } : { title: titleOf(words) };
}
