import { buildOptions, buildSite, buildUsage } from '../build-site.ts';
import type { Command } from '../command.ts';
import { cacheOf, outOf, packageRoot } from '../site-paths.ts';

/** `vigie start`: check, build, index, and serve what was built. */
export const start: Command = {
  name: 'start',
  summary: 'Check, build and serve the wiki on http://localhost:4321',
  usage: `[options]
  --port <number>      port to serve on (4321)${buildUsage}`,
  options: { ...buildOptions, port: { type: 'string' } },

  async run(input, io) {
    const port = Number(input.values['port'] ?? 4321);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      io.err(`vigie start: --port takes a port number, not ${String(input.values['port'])}\n`);
      return 2;
    }
    if (!(await buildSite(input, io))) return 1;
    const { preview } = await import('astro');
    const server = await preview({ root: packageRoot, outDir: outOf(input, io), cacheDir: cacheOf(input, io), logLevel: 'error', server: { port, host: 'localhost' } });
    io.out(`\nVigie is served on http://localhost:${server.port}/  (Ctrl-C stops it)\n`);
    await server.closed();
    return 0;
  },
};
