import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const MAIN = join(resolve(import.meta.dirname, '../..'), 'src/cli/main.ts');

export interface DevServer {
  readonly origin: string;
  /** What the terminal shows so far. */
  readonly printed: () => string;
  /** Ctrl-C; the exit code and the signal that ended it. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** Starts `vigie dev` in a folder that holds content/, as a person does. Vitest's own environment would make Astro serve nothing. */
export async function startDev(folder: string, ...words: string[]): Promise<DevServer> {
  const { NODE_ENV: _node, VITEST: _vitest, ...env } = process.env;
  const child = spawn(process.execPath, [MAIN, 'dev', '--port', '0', ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const served = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes('is served on')) served.resolve();
    });
  }
  const ended = new Promise<Awaited<ReturnType<DevServer['stop']>>>((done) => child.once('exit', (code, signal) => done({ code, signal })));
  await Promise.race([served.promise, ended.then(() => Promise.reject(new Error(printed)))]);
  return {
    origin: /served on (http:\/\/\S+?)\/ /.exec(printed)?.[1] ?? '',
    printed: () => printed,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}
