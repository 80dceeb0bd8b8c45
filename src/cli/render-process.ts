import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Arguments, Io } from './command.ts';
import type { Progress } from './progress.ts';
import { packageRoot } from './site-paths.ts';
import type { Announced, Rendered, RenderMessage, RenderOrder } from './render-messages.ts';

/** Memory that Astro's bundler and the C library let go of is given back at once, not kept for later: the indexer works beside. */
const FRUGAL = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', MIMALLOC_PURGE_DELAY: '0', MIMALLOC_ARENA_EAGER_COMMIT: '0' };
/** V8 collects when the heap has grown by this much, not when it has doubled; and what is young before it has grown to the many megabytes that V8 would let it. */
const HEAP = ['--heap-growing-percent=60', '--max-semi-space-size=16'];

/** Where the package is installed below node_modules, its TypeScript is read by its own loader, in this process as in the first; and pages find its packages. */
const LOADERS = ['strip-types.js', 'built-pages.js'].flatMap((name) => ['--import', pathToFileURL(join(packageRoot, 'src/cli/bin', name)).href]);

/** A rendering that goes on in another process. */
export interface Rendering {
  /** What the site will be; undefined where rendering ended before that was known. */
  readonly announced: Promise<Announced | undefined>;
  /** Settled once so many of the announced pages are written, or none will be any more: true for the first. */
  readonly reached: (count: number) => Promise<boolean>;
  /** Undefined where the site cannot be built, which has been said. */
  readonly rendered: Promise<Rendered | undefined>;
}

/**
 * Renders the site in a process of its own: others read the pages while they are written, and its memory is given back before the search
 * index takes its own.
 */
export function renderAside(input: Arguments, io: Io, progress: Progress, into: string): Rendering {
  const order: RenderOrder = { input, into, cwd: io.cwd, now: io.now.toISOString(), color: io.color, progress: io.progress };
  const child = fork(join(import.meta.dirname, 'render-main.ts'), [JSON.stringify(order)], { cwd: io.cwd, execArgv: [...HEAP, ...LOADERS], env: { ...process.env, ...FRUGAL }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  child.stdout?.on('data', (chunk: Buffer) => io.err(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => io.err(chunk.toString()));
  const announced = Promise.withResolvers<Announced | undefined>();
  const rendered = Promise.withResolvers<Rendered | undefined>();
  const going = new Map<string, () => void>();
  let written = 0;
  let waiting: { readonly count: number; readonly settle: (reached: boolean) => void }[] = [];
  const settle = (ended = false): void => {
    for (const { count, settle: tell } of waiting) if (ended || count <= written) tell(count <= written);
    waiting = waiting.filter(({ count }) => !ended && count > written);
  };
  let over = false;
  let result: Rendered | undefined;
  let said = false;
  const say = (why: string): void => {
    said = true;
    io.err(`The site is not built, and the one built before stands: ${why}\n`);
  };
  child.on('message', (message: RenderMessage) => {
    if ('begin' in message) void progress.phase(message.begin, () => new Promise<void>((resolve) => going.set(message.begin, resolve)));
    else if ('end' in message) going.get(message.end)?.();
    else if ('announced' in message) announced.resolve(message.announced);
    else if ('written' in message) {
      written = message.written;
      settle();
    }
    else if ('rendered' in message) result = message.rendered;
    else {
      said = true;
      io.err(message.err);
    }
  });
  child.on('error', (error) => say(error.message));
  child.on('close', (code, signal) => {
    for (const end of going.values()) end();
    if (!result && (!said || signal !== null)) say(`rendering ended early (${signal ?? `exit code ${code}`}); where memory ran out, NODE_OPTIONS=--max-old-space-size=<MiB> allows more.`);
    over = true;
    settle(true);
    announced.resolve(undefined);
    rendered.resolve(result);
  });
  const reached = (count: number): Promise<boolean> => (over || count <= written ? Promise.resolve(count <= written) : new Promise((tell) => waiting.push({ count, settle: tell })));
  return { announced: announced.promise, reached, rendered: rendered.promise };
}
