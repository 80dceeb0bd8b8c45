import { findDiagramError } from '../../../plugins/mermaid/index.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { rules } from '../../checks/rules/index.ts';
import { readDiagrams } from '../../readers/diagrams.ts';
import type { Command } from '../command.ts';
import { openWiki } from '../open-wiki.ts';
import { textReport } from '../reporters/text.ts';
import { contentOf, wikiOptions, wikiUsage } from '../wiki-options.ts';

/** `vigie check`: everything wrong in content/, in one run. */
export const check: Command = {
  name: 'check',
  summary: 'Check content/ and print every finding with its place, why and fix',
  usage: `[options]
  --system <id>        only findings of this system (may be repeated)
  --rule <id>          only this rule (may be repeated)
  --max-warnings <n>   fail above this number of warnings
  --lang <en|fr>       language of the findings (en)${wikiUsage}`,
  options: { ...wikiOptions, system: { type: 'string', multiple: true }, rule: { type: 'string', multiple: true }, 'max-warnings': { type: 'string' }, lang: { type: 'string' } },

  async run(input, io) {
    const only = (input.values['rule'] ?? []) as readonly string[];
    const systems = (input.values['system'] ?? []) as readonly string[];
    const unknown = only.find((id) => !rules.some((rule) => rule.id === id));
    if (unknown !== undefined) {
      io.err(`vigie check: there is no rule ${unknown}; vigie rules lists them\n`);
      return 2;
    }
    if (input.positionals.length > 0) {
      io.err(`vigie check: ${input.positionals.join(' ')} is no option; --system and --rule narrow what is checked\n`);
      return 2;
    }
    const allowed = input.values['max-warnings'];
    const max = allowed === undefined ? Infinity : Number(allowed);
    if (allowed !== undefined && !/^\d+$/.test(String(allowed))) {
      io.err('vigie check: --max-warnings takes a number\n');
      return 2;
    }
    const lang = input.values['lang'] ?? 'en';
    if (lang !== 'en' && lang !== 'fr') {
      io.err(`vigie check: --lang takes en or fr, not ${String(lang)}\n`);
      return 2;
    }
    const opened = openWiki(input, io);
    if (!opened) return 2;
    const wiki = await readDiagrams(opened, findDiagramError);
    const all = runChecks(wiki, only.length === 0 ? rules : rules.filter((rule) => only.includes(rule.id)), lang);
    const known = [...new Set([...wiki.folders.map(({ id }) => id), ...all.findings.map(({ system }) => system)])];
    const stranger = systems.find((id) => !known.includes(id));
    if (stranger !== undefined) {
      io.err(`vigie check: there is no system ${stranger}; there are ${known.join(', ')}\n`);
      return 2;
    }
    const here = ({ system }: { system: string }): boolean => systems.length === 0 || systems.includes(system);
    const findings = all.findings.filter(here);
    const result = { findings, waived: all.waived.filter(here), errors: findings.filter(({ severity }) => severity === 'error').length, warnings: findings.filter(({ severity }) => severity === 'warning').length };
    io.out(textReport(result, { color: io.color, prefix: `${contentOf(input)}/`, lang }));
    return result.errors > 0 || result.warnings > max ? 1 : 0;
  },
};
