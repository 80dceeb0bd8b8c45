import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.xml': 'application/xml', '.csv': 'text/csv; charset=utf-8', '.ics': 'text/calendar; charset=utf-8', '.txt': 'text/plain; charset=utf-8' };

/** A file whose name changes with its bytes. */
const HASHED = /^\/_astro\/[^/]+\.[\w-]{8}\.\w+$/;

/**
 * Serves a built site on loopback the way a plain static host does. `before` may delay an answer, and breaks the connection
 * where it resolves to false. `compress` sends text as hosts do, by gzip; without it answers are sooner there. `keep` lets a
 * browser keep what is named by its hash, as hosts do, so that a visit of many pages asks for it once: not where the network
 * is cut, which a file kept in that way would hide.
 */
export async function serve(root: string, before?: (path: string, request: IncomingMessage) => Promise<boolean> | boolean, { compress = false, keep = false }: { compress?: boolean; keep?: boolean } = {}): Promise<{ origin: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    if (before && !(await before(path, request))) {
      request.socket.destroy();
      return;
    }
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const packed = compress && /^(text|application\/(json|xml)|image\/svg)/.test(type);
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': type, ...(keep && HASHED.test(path) && { 'cache-control': 'public, max-age=31536000, immutable' }), ...(packed && { 'content-encoding': 'gzip' }) }).end(packed ? gzipSync(body) : body),
      async () => response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(await readFile(join(root, '404.html'))),
    );
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
