import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { openWiki } from '../open-wiki.ts';
import { describeSite, packageRoot } from '../site-paths.ts';
import { contentOf, wikiOptions, wikiUsage } from '../wiki-options.ts';

/** `vigie dev`: the wiki while it is being written. A mistake shows in the page and in the terminal; the last good wiki stays up. */
export const dev: Command = {
  name: 'dev',
  summary: 'Serve the wiki while it is edited, with live reload',
  usage: `[options]
  --port <number>      port to serve on (4321)${wikiUsage}`,
  options: { ...wikiOptions, port: { type: 'string' } },

  async run(input, io) {
    const wiki = openWiki(input, io);
    if (!wiki) return 2;
    describeSite(wiki.site, resolve(io.cwd, contentOf(input)));
    const { dev: serve } = await import('astro');
    const server = await serve({ root: packageRoot, logLevel: 'warn', server: { port: Number(input.values['port'] ?? 4321), host: 'localhost' } });
    io.out(`\nVigie is served on http://localhost:${server.address.port}/ and follows ${contentOf(input)}/  (Ctrl-C stops it)\n`);
    await new Promise<never>(() => undefined);
    return 0;
  },
};
