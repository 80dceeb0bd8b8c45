import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../model/text.ts';

export interface ExampleFile {
  /** Relative to the example's content/. */
  readonly file: string;
  readonly text: string;
}

/** The example that a rule is tested with: a wiki that it refuses, what `check` prints in a language, the same wiki once mended. */
export interface RuleExample {
  readonly wrong: readonly ExampleFile[];
  readonly printed: string;
  readonly right: readonly ExampleFile[];
}

function filesOf(folder: string): ExampleFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((path) => ({ file: path.slice(folder.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

/** Reads the example of a rule below the package's own folder; undefined where the package came without its tests. */
export function readRuleExample(packageRoot: string, rule: string, lang: Lang): RuleExample | undefined {
  const folder = join(packageRoot, 'tests/fixtures/checks', rule.replace('/', '-'));
  const printed = join(folder, lang === 'en' ? 'expected.txt' : `expected.${lang}.txt`);
  if (!existsSync(printed)) return undefined;
  return { wrong: filesOf(join(folder, 'content')), printed: readFileSync(printed, 'utf8'), right: filesOf(join(folder, 'right/content')) };
}
