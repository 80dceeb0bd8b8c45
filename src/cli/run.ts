import { parseArgs } from 'node:util';
import type { Arguments, Command, ExitCode, Io } from './command.ts';
import { build } from './commands/build.ts';
import { bundle } from './commands/bundle.ts';
import { check } from './commands/check.ts';
import { exportCommand } from './commands/export.ts';
import { dev } from './commands/dev.ts';
import { rulesCommand } from './commands/rules.ts';
import { start } from './commands/start.ts';

const commands: readonly Command[] = [start, dev, build, bundle, check, exportCommand, rulesCommand];

const help = (): string => `vigie — a docs-as-code operations wiki that checks itself

Usage: vigie <command> [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

vigie <command> --help says more. Exit code: 0 fine, 1 something to fix, 2 wrong use.
`;

/** Runs one command line and returns its exit code. A mistake in the words is said in one line, never as a stack trace. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((entry) => entry.name === name);
  if (!command) {
    io.err(`vigie: there is no command ${name}\n\n${help()}`);
    return 2;
  }
  let input: Arguments;
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: { ...command.options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true, strict: true });
    input = { values: values, positionals };
  } catch (error) {
    io.err(`vigie ${name}: ${(error instanceof Error ? error.message : String(error)).split('. ')[0] ?? ''}\n\nUsage: vigie ${name} ${command.usage}\n`);
    return 2;
  }
  if (input.values['help'] === true) {
    io.out(`${command.summary}\n\nUsage: vigie ${name} ${command.usage}\n`);
    return 0;
  }
  return command.run(input, io);
}
