import type { Finding } from '../checks/finding.ts';
import type { LiveEdit } from '../checks/live-edit.ts';
import { lineFrame } from '../model/line-frame.ts';

/** An error as the terminal shows it. */
export interface NoticeFinding {
  readonly rule: string;
  readonly what: string;
  /** The place, the line with its number, and a caret under the word that is meant, in columns. */
  readonly frame: string;
  readonly path: string;
  readonly why: string;
  readonly fix: string;
}

export interface LiveNotice {
  readonly findings: readonly NoticeFinding[];
  /** Errors that are not among them. */
  readonly more: number;
}

/** What a page can show without becoming a list; the terminal has them all. */
const MOST = 5;

function frameOf({ place, line }: Finding, path: string): string {
  const gutter = ' '.repeat(String(place.line).length);
  const head = `${gutter} ┌ ${path}`;
  if (line === undefined) return head;
  const { before, at, after, caret } = lineFrame(line, place.column);
  return `${head}\n${place.line} │ ${before}${at}${after}\n${gutter} │ ${' '.repeat(caret)}^`;
}

/** What a page says of the errors that stand, while the wiki is written. */
export function liveNotice({ errors }: LiveEdit, prefix: string): LiveNotice {
  const findings = errors.slice(0, MOST).map((finding): NoticeFinding => {
    const path = `${prefix}${finding.place.file}:${finding.place.line}:${finding.place.column}`;
    return { rule: finding.rule, what: finding.what, path, frame: frameOf(finding, path), why: finding.why, fix: finding.fix };
  });
  return { findings, more: errors.length - findings.length };
}
