import { rules } from '../../checks/rules/index.ts';
import type { Command } from '../command.ts';

/** `vigie rules`: every rule with its severity and reason. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: 'List the rules of check, with what each protects',
  usage: '',
  options: {},
  run(_input, io) {
    for (const { id, severity, why } of rules) io.out(`${severity.padEnd(8)} ${id}\n         ${why.en}\n`);
    return 0;
  },
};
