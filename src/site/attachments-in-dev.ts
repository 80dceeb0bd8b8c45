import type { AstroIntegration } from 'astro';

/**
 * `/files/…` in dev. Files have no trailing slash and the route that serves them has no extension in its name, so Astro asks for one
 * there; a published site has the files themselves.
 */
export function attachmentsInDev(): AstroIntegration {
  return {
    name: 'vigie:attachments-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, _response, next) => {
          const [path = '', query] = (request.url ?? '').split('?', 2);
          if (/^(\/[^?]*)?\/files\/[^?]*[^/]$/.test(path)) request.url = `${path}/${query === undefined ? '' : `?${query}`}`;
          next();
        });
      },
    },
  };
}
