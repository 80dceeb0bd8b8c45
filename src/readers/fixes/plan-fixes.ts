import { applyEdits, inOrder, type TextEdit } from '../../model/text-edit.ts';
import type { Wiki } from '../../model/wiki.ts';
import { SITE_FILE } from '../site-file.ts';
import { walkContent } from '../walk.ts';
import { yamlSource } from '../yaml-source.ts';
import { fixDerivedValues } from './derived-values.ts';
import { fixDurations } from './durations.ts';
import { openEditable, type Editable } from './editable.ts';
import { fixEncoding } from './encoding.ts';
import type { Fix } from './fix.ts';

/** What would be written to one file. */
export interface FilePlan {
  readonly file: string;
  readonly opened: Editable;
  /** In order, none meeting another. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

export interface FixPlan {
  readonly files: readonly FilePlan[];
  readonly fixes: number;
  /** Fixes that meet another one: they come the next time. */
  readonly later: number;
}

/** Whether somebody asked for a fix, by its rule and the record or file it is for. */
export type Wanted = (rule: string, subject: { readonly file: string; readonly record?: string }) => boolean;

/** The fixes of a file that do not meet, the first ones first. */
function together(fixes: readonly Fix[]): { taken: Fix[]; edits: readonly TextEdit[] } {
  const taken: Fix[] = [];
  let edits: readonly TextEdit[] = [];
  for (const fix of fixes) {
    const next = inOrder([...edits, ...fix.edits]);
    if (!next) continue;
    taken.push(fix);
    edits = next;
  }
  return { taken, edits };
}

/** Every safe fix of a wiki, as edits of its files; nothing is written. */
export function planFixes(root: string, wiki: Wiki, wanted: Wanted): FixPlan {
  const found = new Map<string, Fix[]>();
  const opened = new Map<string, Editable>();
  const records = Map.groupBy(wiki.records.values(), ({ document }) => document.file);
  for (const file of [SITE_FILE, ...walkContent(root).documents]) {
    const editable = wiki.textOf(file) === undefined ? undefined : openEditable(root, file);
    if (!editable) continue;
    const source = file === SITE_FILE ? undefined : yamlSource(editable.text);
    const fixes = [
      ...(wanted('content/encoding', { file }) ? fixEncoding(editable.text, file) : []),
      ...(source && wanted('content/schema', { file }) ? fixDurations(source, file) : []),
      ...(source ? (records.get(file) ?? []).flatMap((record) => fixDerivedValues(record, source).filter(({ rule }) => wanted(rule, { file, record: record.key }))) : []),
    ];
    if (fixes.length === 0) continue;
    found.set(file, fixes);
    opened.set(file, editable);
  }
  const files: FilePlan[] = [];
  let [taken, later] = [0, 0];
  for (const [file, fixes] of found) {
    const editable = opened.get(file);
    if (!editable) continue;
    const chosen = together(fixes);
    taken += chosen.taken.length;
    later += fixes.length - chosen.taken.length;
    files.push({ file, opened: editable, edits: chosen.edits, text: applyEdits(editable.text, chosen.edits) });
  }
  return { files, fixes: taken, later };
}
