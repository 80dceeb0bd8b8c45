#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { codeCache } from './code-cache.ts';

// In this process, and in those that it starts.
enableCompileCache(codeCache);
process.env['NODE_COMPILE_CACHE'] ??= codeCache;

// Hours and dates are computed in named zones; the zone of the process must not matter.
process.env['TZ'] = 'UTC';

// Astro would ask its own servers about versions and tell them of its use: nothing here asks anything of the network.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';

// A Git hook hands these on, from the top of its repository: a wiki's own is found from its folder.
for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']) Reflect.deleteProperty(process.env, name);

// A reader that closes early (`vigie export json | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** Read line by line from the terminal; loaded by the few commands that ask. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // The input may end instead: that is no answer.
  const ended = new Promise<string>((done) => terminal.on('close', () => done('')));
  try {
    return await Promise.race([terminal.question(question), ended]);
  } finally {
    terminal.close();
  }
}

/** Ctrl-C tells a command that goes on to end; a second one ends the process. Others, which do not ask for this, end at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop.signal;
}
let signal: AbortSignal | undefined;

const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  now: new Date(),
  color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  progress: process.stderr.isTTY,
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
  get signal() {
    return (signal ??= stopSignal());
  },
});

// Whoever stops it does not wait for what a server still holds.
if (signal?.aborted) process.exit();
