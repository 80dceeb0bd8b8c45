import type { Finding, WaivedFinding } from '../../src/checks/finding.ts';
import { countFindings } from '../../src/checks/count-findings.ts';
import { rules } from '../../src/checks/rules/index.ts';
import type { Report } from '../../src/cli/reporters/report.ts';

/** What authors, parsers and spreadsheets put into a sentence. */
export const NASTY: readonly string[] = [
  `it's "quoted", 100 % sure: a,b::c %0A %25`,
  'two\nlines\r\nand a\ttab',
  'an end of CDATA ]]> and <script>alert(1)</script> & &amp;',
  'a | bar || and \\| one escaped',
  '::error file=x::no command ::set-output name=a::b',
  'accents é, emoji 🧯, a zero‑width \u200B joiner, right-to-left \u202Eabc',
  'control \u0000\u0008\u001B[31m signs and half a pair \uD800',
  '`code` ``more`` *bold* _it_ [link](javascript:alert(1)) ![img](x) <b>html</b> ~~no~~ $x$',
  '@everyone and mail@example.org, https://example.org/x#y',
  '- a list', '1. a list', '# a heading', '> a quote', '+ plus', '=== rule', '   ',
];

const finding = (text: string, index: number): Finding => ({
  rule: index % 2 === 0 ? 'content/schema' : 'risk/no-owner',
  title: text,
  severity: index % 2 === 0 ? 'error' : 'warning',
  what: text,
  fact: text,
  why: `why ${text}`,
  fix: text,
  place: { file: index % 3 === 0 ? 'shop/Procédure d’été #1 100%, (v2).md' : 'shop/a.md', line: index + 1, column: 3 },
  system: 'shop',
  record: index % 2 === 0 ? undefined : `shop/R-${index}`,
  line: index === 1 ? undefined : text,
});

/** A report whose every text is one of them. */
export function nastyReport(lang: 'en' | 'fr' = 'en'): Report {
  const findings = NASTY.map(finding);
  const waived: WaivedFinding[] = NASTY.map((text, index) => ({ ...finding(text, index), waiver: { rule: 'risk/no-owner', reason: text, by: text, until: '2027-01-01' } }));
  return { result: countFindings(findings, waived), rules, lang, asOf: '2026-03-12', version: '0.1.0', prefix: 'wiki/content/', shown: 'content/', color: false, compared: { revision: 'feature/"x"|y', commit: '0123456789abcdef', standing: 3 } };
}
