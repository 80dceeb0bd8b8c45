import type { AstroIntegration } from 'astro';

/** The address that Astro knows a file of content/ by; others stay as they are, `files/` of a package among them. */
export function attachmentInDev(url: string, base: string): string {
  const [path = '', query] = url.split('?', 2);
  return path.startsWith(`${base.replace(/\/$/, '')}/files/`) && !path.endsWith('/') ? `${path}/${query === undefined ? '' : `?${query}`}` : url;
}

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
          if (request.url !== undefined) request.url = attachmentInDev(request.url, server.config.base);
          next();
        });
      },
    },
  };
}
