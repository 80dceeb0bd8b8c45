import type { Block, FenceBlock, ListBlock, TableBlock } from './block.ts';
import { columnsOf } from './columns.ts';
import { plain, withoutPictures } from './plain.ts';
import { isTotal } from './words/cells.ts';
import { durationIn } from './words/times.ts';

const NUMBERED = /^(\s*)(\d{1,2})[.)]\s+(.+)$/;
const BOX = /^(\s*)(?:[-*]\s+)?\[([ xX]?)\]\s+(.+)$/;
const SHELL = new Set(['sh', 'bash', 'shell', 'console', 'zsh', 'powershell', 'ps1', 'sql', 'cmd', 'bat']);

/** Whether a fence holds steps in words, not a program. */
export function isStepFence({ lang, lines }: FenceBlock): boolean {
  if (lang !== '' && lang !== 'text' && lang !== 'txt') return false;
  const steps = lines.filter((line) => BOX.test(line)).length;
  const numbers = lines.filter((line) => NUMBERED.test(line)).length;
  return steps >= 2 || numbers >= 3;
}

export const isCommandFence = ({ lang }: FenceBlock): boolean => SHELL.has(lang.toLowerCase());

/** `Méthode : manuelle`: a list of facts, not of steps. */
export const isFactList = ({ items }: ListBlock): boolean => items.filter(({ text, level }) => level > 0 || /^[^:.]{2,40}\s?:\s/.test(text)).length > items.length / 2;

const isReference = (source: string): boolean => /^\[[^\]]+\]\([^)]+\)|^<?https?:/.test(source.trim());

/** A list that tells what to do. */
export const isStepList = (list: ListBlock): boolean => list.items.filter(({ level, text }) => level === 0 && text !== '').length >= 2 && !isFactList(list) && list.items.filter(({ source }) => isReference(source)).length < list.items.length / 2;

/** `(5 min)` at the end of a step, as a runbook writes it. */
function timed(text: string, cell: string | undefined): string {
  const read = cell === undefined ? undefined : durationIn(cell);
  return read && read.value !== 0 ? `${text} (${read.value})` : cell === undefined || cell.trim() === '' ? text : `${text} (${cell.trim()})`;
}

/** The steps of a table (`Étape | Action | Temps estimé`), and the total that its last row gives. */
export function tableSteps(table: TableBlock): { body: string[]; total?: string | undefined } {
  const columns = columnsOf('steps', table.header.cells.map(({ text }) => text));
  const at = (field: string): number => columns.at[field] ?? -1;
  const body: string[] = [];
  let total: string | undefined;
  for (const { cells } of table.rows) {
    if (cells.some(({ text }) => isTotal(text))) {
      const read = durationIn(cells[at('duration')]?.text ?? '');
      if (read && read.value !== 0) total = read.value;
      continue;
    }
    body.push(`- [ ] ${timed(cells[at('title')]?.source ?? '', cells[at('duration')]?.text)}`);
    // A time that is explained keeps its words under the step.
    const explained = durationIn(cells[at('duration')]?.text ?? '')?.whole === false;
    const others = table.header.cells.flatMap(({ text }, index) => ([at('id'), at('title'), ...(explained ? [] : [at('duration')])].includes(index) || (cells[index]?.text ?? '') === '' ? [] : [`${text} : ${cells[index]?.source ?? ''}`]));
    if (others.length > 0) body.push('', `  ${others.join(' ; ')}`, '');
  }
  return { body, total };
}

/** A fence of steps as phases and task items; what is neither stays, indented under its step. */
export function fenceSteps({ lines }: FenceBlock): string[] {
  const boxes = lines.some((line) => BOX.test(line));
  const body: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const box = BOX.exec(line);
    const number = NUMBERED.exec(line);
    if (boxes && number && (number[1] ?? '').length <= 2) {
      body.push('', `## ${(number[3] ?? '').trim()}`, '');
      inside = false;
    } else if (boxes && /^\s{0,4}Option\s+[A-Z0-9]\s*[:–—-]/i.test(line)) {
      body.push('', `### ${line.trim()}`, '');
      inside = false;
    } else if (box ?? (!boxes && number)) {
      body.push(`- [ ] ${((box ?? number)?.[3] ?? '').trim()}`);
      inside = true;
    } else if (/^[\s─—\-=_]+$/.test(line)) continue;
    else if (inside && /^\s/.test(line)) body.push('', `  ${line.trim()}`, '');
    else {
      body.push('', line.trim(), '');
      inside = false;
    }
  }
  return squeeze(body);
}

/** A list as task items, with what stands below each. */
export function listSteps({ items }: ListBlock): string[] {
  return items.filter(({ text }) => text !== '').map(({ source, level }) => `${'  '.repeat(level)}- [ ] ${source.replace(/\n/g, `\n${'  '.repeat(level + 1)}`)}`);
}

/** At most one blank line in a row. */
export const squeeze = (lines: readonly string[]): string[] => lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));

const TYPES: readonly (readonly [string, RegExp])[] = [
  ['exercise', /\b(?:game day|exercice|simulation|drill|exercise|übung|simulacro|esercitazione|oefening)\b/i],
  ['rollback', /\b(?:rollback|retour arri[eè]re)\b/i],
  ['rotation', /\brotation\b/i],
  ['restore', /\b(?:restaur\w*|restor\w*|r[eé]cup[eé]ration|wiederherstell\w*|herstel\w*|ripristino|recover\w*|recuperaci\w*|reprise|r[eé]conciliation)\b/i],
  ['failover', /\b(?:failover|bascul\w*|fallback|switch ?over|contourn\w*|down|indisponible|unavailable|crash)\b/i],
  ['deployment', /\b(?:d[eé]ploiement|deploy\w*|despliegue|bereitstellung)\b/i],
  ['communication', /\b(?:communication|cyclone|incidents?)\b/i],
  ['maintenance', /\b(?:maintenance|checklist|cl[oô]ture|wartung|manten\w*|onderhoud)\b/i],
  ['alert', /\b(?:alerte?|sc[eé]nario)\b/i],
];

/** What kind of procedure a title names; a search for the cause where it does not say. */
export const typeOf = (title: string): string => TYPES.find(([, pattern]) => pattern.test(title))?.[0] ?? 'diagnosis';

/** A title without the words that only say that it is a procedure: `4.2 Procedure : Supabase down (S1)` → `Supabase down (S1)`. */
export const procedureTitle = (text: string): string => {
  const words = withoutPictures(plain(text)).replace(/^\d+(?:\.\d+)*[.)]?\s*/, '').replace(/\s*:\s*$/, '');
  const short = words.replace(/^(?:proc[eé]dure|procedure|runbook|playbook|protocole|d[eé]faillance|sc[eé]nario|scenario|panne|failure|incident|procedimiento|verfahren|procedura|procedimento)\s*(?:n[°o]\s*)?(?:\d+\s*)?[:–—-]\s*/i, '').trim();
  return short === '' ? words : short;
};

/** Words that a whole document says of one block, as Markdown. */
export const blockText = (block: Block, lines: readonly string[]): string[] => lines.slice(block.line - 1, block.end);
