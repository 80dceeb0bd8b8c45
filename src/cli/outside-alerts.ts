import { readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { AlertRule } from '../model/alert-rule.ts';
import type { Wiki } from '../model/wiki.ts';
import { readAlertRules } from '../readers/alert-rules.ts';
import { decode, MAX_BYTES } from '../readers/decode.ts';
import type { Io } from './command.ts';

/** The text of a file of rules, or why there is none. */
function textOf(path: string, name: string): { readonly text: string } | string {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return `${name} is a folder: name the files of rules`;
    if (!stat.isFile()) return `${name} is not a file`;
    if (stat.size > MAX_BYTES) return `${name} is ${Math.ceil(stat.size / 1e6)} MB: that is no file of rules`;
    const { text, problems } = decode(readFileSync(path), name);
    const [problem] = problems;
    return text === undefined || problem ? `${name} cannot be read: ${problem?.what.en ?? 'it is no text'}` : { text };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
    return code === 'ENOENT' ? `there is no file ${name}` : `${name} cannot be read (${code})`;
  }
}

/** The wiki with the alerts of files that stand anywhere; a sentence on the first that is no list of alerts. Their places are named from content/. */
export function withAlerts(wiki: Wiki, root: string, names: readonly string[], io: Io): Wiki | string {
  const alerts: AlertRule[] = [...wiki.alertRules];
  const texts = new Map<string, string>();
  for (const name of names) {
    const path = resolve(io.cwd, name);
    const file = relative(root, path).replaceAll('\\', '/');
    // site.yml names it already, or the same is named twice.
    if (wiki.site.alerts.includes(file) || texts.has(file)) continue;
    const read = textOf(path, name);
    if (typeof read === 'string') return read;
    const { alerts: found, problems } = readAlertRules(read.text, file);
    const [problem] = problems;
    if (problem) return `${name}:${problem.place.line}:${problem.place.column} holds no alerts: ${problem.what.en}`;
    texts.set(file, read.text);
    alerts.push(...found);
  }
  return texts.size === 0 ? wiki : { ...wiki, alertRules: alerts, textOf: (file) => texts.get(file) ?? wiki.textOf(file) };
}
