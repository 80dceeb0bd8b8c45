import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml';
import type { AlertRule } from '../model/alert-rule.ts';
import type { Place } from '../model/place.ts';
import type { ReadingProblem } from '../model/problem.ts';
import { MAX_DEPTH, yamlProblems } from './yaml-problems.ts';

export interface AlertRules {
  readonly alerts: readonly AlertRule[];
  /** Why the file, or a part of it, is no list of alerts. */
  readonly problems: readonly ReadingProblem[];
}

/** A node itself, where an alias stands for it. */
const whole = (document: Document.Parsed, node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);

/** What a mapping has under a key, its own or from what it merges in (`<<`), be it itself. */
function childOf(document: Document.Parsed, parent: unknown, key: string, depth = 0): Node | undefined {
  const node = whole(document, parent);
  if (!isMap(node) || depth > MAX_DEPTH) return undefined;
  const own = whole(document, node.get(key, true)) as Node | undefined;
  if (own !== undefined || key === '<<') return own;
  const merged = childOf(document, node, '<<');
  return (isSeq(merged) ? merged.items : [merged]).map((each) => childOf(document, each, key, depth + 1)).find((found) => found !== undefined);
}

const itemsOf = (node: unknown): readonly unknown[] => (isSeq(node) ? node.items : []);
const textOf = (node: unknown): string | undefined => (isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number') ? String(node.value) : undefined);

/** The rules of a document: a Prometheus rule file, or a PrometheusRule of its operator, which has the same under spec. */
function rulesOf(document: Document.Parsed): unknown[] | undefined {
  const groups = childOf(document, document.contents, 'groups') ?? childOf(document, childOf(document, document.contents, 'spec'), 'groups');
  return isSeq(groups) ? groups.items.flatMap((group) => itemsOf(childOf(document, group, 'rules'))) : undefined;
}

/** Reads the alerting rules of a Prometheus file with the place of each. `file` is how places name it. */
export function readAlertRules(text: string, file: string): AlertRules {
  const counter = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: counter, prettyErrors: false, version: '1.2' });
  const documents = Array.isArray(parsed) ? parsed : [];
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = documents.flatMap((document) => yamlProblems(document.errors, text, at));
  if (problems.length > 0) return { alerts: [], problems };
  const rules = documents.map(rulesOf);
  if (rules.every((each) => each === undefined)) {
    return {
      alerts: [],
      problems: [
        {
          rule: 'content/syntax',
          what: { en: 'there is no group of Prometheus rules', fr: 'il n’y a aucun groupe de règles Prometheus' },
          place: { file, line: 1, column: 1 },
          fix: { en: 'Name a file with groups:, each with rules:, or a PrometheusRule.', fr: 'Nommer un fichier avec groups:, chacun avec rules:, ou un PrometheusRule.' },
        },
      ],
    };
  }
  const alertOf = (document: Document.Parsed, rule: unknown): AlertRule[] => {
    const nameNode = childOf(document, rule, 'alert');
    const name = textOf(nameNode);
    if (name === undefined) return [];
    const urlNode = childOf(document, childOf(document, rule, 'annotations'), 'runbook_url');
    const url = textOf(urlNode);
    const placeOfName = at(nameNode?.range?.[0] ?? 0);
    return [{ name, runbookUrl: url === undefined || url.trim() === '' ? undefined : url, placeOfName, placeOfUrl: urlNode?.range ? at(urlNode.range[0]) : placeOfName }];
  };
  return { alerts: documents.flatMap((document, index) => (rules[index] ?? []).flatMap((rule) => alertOf(document, rule))), problems: [] };
}

/** A file that site.yml names and that content/ does not have. */
export const missingAlerts = (file: string): AlertRules => ({
  alerts: [],
  problems: [
    {
      rule: 'content/syntax',
      what: { en: `site.yml names ${file} under alerts, and there is no such file`, fr: `site.yml nomme ${file} sous alerts, et ce fichier n’existe pas` },
      place: { file: 'site.yml', line: 1, column: 1 },
      fix: { en: 'Name a file of content/, or give vigie check a file from elsewhere with --alerts.', fr: 'Nommer un fichier de content/, ou en donner un d’ailleurs à vigie check avec --alerts.' },
    },
  ],
});
