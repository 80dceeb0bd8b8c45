import { createHash } from 'node:crypto';
import type { Connect } from 'vite';

/** What a page says: its title and its body. The frame of development around it, such as style sheets, changes by itself. */
const says = (html: string): string => (/<title>[^<]*/.exec(html)?.[0] ?? '') + html.slice(Math.max(0, html.indexOf('<body')));

export const digestOf = (html: string): string => createHash('sha256').update(says(html)).digest('base64url').slice(0, 22);

type Send = (chunk?: unknown, ...rest: unknown[]) => unknown;

/** In dev: each page carries a digest of itself at its end, so that an open page can tell whether it is still the same, and the number of the last edit that it knows. */
export const pageDigest = (edit: () => number): Connect.NextHandleFunction => (request, response, next) => {
  if (request.method !== 'GET' || !/^[^?#]*\/(\?|$)/.test(request.url ?? '')) {
    next();
    return;
  }
  const number = edit();
  const parts: Buffer[] = [];
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string') parts.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
  };
  const write = response.write.bind(response) as Send;
  const end = response.end.bind(response) as Send;
  const whole: Send = (chunk, ...rest) => {
    keep(chunk);
    return write(chunk, ...rest);
  };
  const last: Send = (...given) => {
    const [chunk] = given;
    const done = given.find((one) => typeof one === 'function');
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) whole(chunk);
    const page = String(response.getHeader('content-type') ?? '').startsWith('text/html');
    const mark = page ? `<meta name="vigie-page" content="${digestOf(Buffer.concat(parts).toString())} ${number}">` : undefined;
    return end(mark, done);
  };
  Object.assign(response, { write: whole, end: last });
  next();
};
