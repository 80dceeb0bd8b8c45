import { parseArgs } from 'node:util';
import type { Arguments, Command, ExitCode, Io } from './command.ts';

/** Commands load when they are asked for: `build` waits for another process and should be small. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).init,
  start: async () => (await import('./commands/start.ts')).start,
  dev: async () => (await import('./commands/dev.ts')).dev,
  build: async () => (await import('./commands/build.ts')).build,
  bundle: async () => (await import('./commands/bundle.ts')).bundle,
  check: async () => (await import('./commands/check.ts')).check,
  diff: async () => (await import('./commands/diff.ts')).diff,
  changelog: async () => (await import('./commands/changelog.ts')).changelog,
  fix: async () => (await import('./commands/fix.ts')).fix,
  import: async () => (await import('./commands/import.ts')).importCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  schema: async () => (await import('./commands/schema.ts')).schema,
  codeowners: async () => (await import('./commands/codeowners.ts')).codeowners,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  snapshot: async () => (await import('./commands/snapshot.ts')).snapshot,
  verify: async () => (await import('./commands/verify.ts')).verify,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
};

const help = async (): Promise<string> => `vigie — a docs-as-code operations wiki that checks itself

Usage: vigie <command> [options]

${(await Promise.all(Object.values(commands).map((load) => load()))).map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

vigie <command> --help says more. Exit code: 0 fine, 1 something to fix, 2 wrong use.
`;

/** Runs one command line and returns its exit code. A mistake in the words is said in one line, never as a stack trace. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(await help());
    return name === undefined ? 2 : 0;
  }
  const command = await (Object.hasOwn(commands, name) ? commands[name] : undefined)?.();
  if (!command) {
    io.err(`vigie: there is no command ${name}\n\n${await help()}`);
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
