import { rules as allRules } from '../checks/rules/index.ts';
import type { Rule } from '../checks/rule.ts';
import type { Lang } from '../model/text.ts';
import type { Arguments, Options } from './command.ts';
import { isFormat, reporters, type Format } from './reporters/index.ts';
import { wikiOptions, wikiUsage } from './wiki-options.ts';

const FORMATS = Object.keys(reporters).join(', ');

export const checkOptions: Options = {
  ...wikiOptions,
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  changed: { type: 'string' },
  system: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  alerts: { type: 'string', multiple: true },
  'max-warnings': { type: 'string' },
  lang: { type: 'string' },
  watch: { type: 'boolean' },
  schema: { type: 'boolean' },
};

export const checkUsage = `[options]
  -f, --format <name>  ${FORMATS} (text)
  -o, --output <file>  write the report there, and only its counts on the terminal
  --changed <base>     only what the change made worse since it left this revision
  --system <id>        only findings of this system (may be repeated)
  --rule <id>          only this rule (may be repeated)
  --alerts <rules.yml> hold these Prometheus alerts against the runbooks too (may be repeated)
  --max-warnings <n>   fail above this number of warnings
  --lang <en|fr>       language of the findings (en)
  --watch              check again at every edit, until Ctrl-C
  --schema             print the JSON Schema of --format json${wikiUsage}`;

/** What one run of `check` is asked for. */
export interface CheckRequest {
  readonly rules: readonly Rule[];
  /** Empty for all. */
  readonly systems: readonly string[];
  /** Prometheus rule files, as they were named. */
  readonly alerts: readonly string[];
  readonly max: number;
  readonly lang: Lang;
  readonly format: Format;
  readonly output: string | undefined;
  readonly changed: string | undefined;
  readonly watch: boolean;
}

const textOf = (value: Arguments['values'][string]): string | undefined => (typeof value === 'string' ? value : undefined);
const listOf = (value: Arguments['values'][string]): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** The words of a command line as a request, or a sentence on the first that is wrong. */
export function checkRequest({ values, positionals }: Arguments): CheckRequest | string {
  const only = listOf(values['rule']);
  const unknown = only.find((id) => !allRules.some((rule) => rule.id === id));
  if (unknown !== undefined) return `there is no rule ${unknown}; vigie rules lists them`;
  if (positionals.length > 0) return `${positionals.join(' ')} is no option; --system and --rule narrow what is checked`;
  const allowed = textOf(values['max-warnings']);
  if (allowed !== undefined && !/^\d+$/.test(allowed)) return '--max-warnings takes a number';
  const lang = textOf(values['lang']) ?? 'en';
  if (lang !== 'en' && lang !== 'fr') return `--lang takes en or fr, not ${lang}`;
  const format = textOf(values['format']) ?? 'text';
  if (!isFormat(format)) return `--format takes ${FORMATS}, not ${format}`;
  const output = textOf(values['output']);
  if (output === '') return '--output takes the name of a file';
  return {
    rules: only.length === 0 ? allRules : allRules.filter((rule) => only.includes(rule.id)),
    systems: listOf(values['system']),
    alerts: listOf(values['alerts']),
    max: allowed === undefined ? Infinity : Number(allowed),
    lang,
    format,
    output,
    changed: textOf(values['changed']),
    watch: values['watch'] === true,
  };
}
