import { findDiagramError } from '../../plugins/mermaid/index.ts';
import { countFindings } from '../checks/count-findings.ts';
import type { CheckResult } from '../checks/finding.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Wiki } from '../model/wiki.ts';
import { readDiagrams } from '../readers/diagrams.ts';
import type { CheckRequest } from './check-request.ts';

type DiagramError = ReturnType<typeof findDiagramError>;

/** By source: a diagram that did not change is right or wrong as it was. */
const diagrams = new Map<string, DiagramError>();

export function diagramError(source: string): DiagramError {
  const found = diagrams.get(source) ?? findDiagramError(source);
  diagrams.set(source, found);
  return found;
}

/** What is found in a wiki, as far as it was asked for; a sentence where a system that was named does not exist in it. */
export async function checkWiki(read: Wiki, { rules, systems, lang }: Pick<CheckRequest, 'rules' | 'systems' | 'lang'>): Promise<CheckResult | string> {
  const wiki = rules.some(({ id }) => id === 'content/diagram') ? await readDiagrams(read, diagramError) : read;
  const all = runChecks(wiki, rules, lang);
  if (systems.length === 0) return all;
  const known = [...new Set([...wiki.folders.map(({ id }) => id), ...all.findings.map(({ system }) => system)])];
  const stranger = systems.find((id) => !known.includes(id));
  if (stranger !== undefined) return `there is no system ${stranger}; there are ${known.join(', ')}`;
  const here = ({ system }: { system: string }): boolean => systems.includes(system);
  return countFindings(all.findings.filter(here), all.waived.filter(here));
}
