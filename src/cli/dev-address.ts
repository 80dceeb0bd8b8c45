import { createServer } from 'node:net';
import type { Arguments } from './command.ts';

/** Where `vigie dev` serves. */
export interface DevAddress {
  readonly host: string;
  readonly port: number;
  /** The port that was taken, where another is served on. */
  readonly instead?: number | undefined;
}

const PORT = 4321;
/** Ports tried after the usual one. */
const TRIED = 20;

/** Undefined where a server can listen there; else the system's word for why not. */
function refusal(host: string, port: number): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const server = createServer();
  server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  server.listen(port, host, () => server.close(() => resolve(undefined)));
  return promise;
}

const SAID: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) => `port ${port} is in use; stop what listens there, or choose another with --port`,
  EACCES: (_host, port) => `port ${port} needs rights that this account does not have; choose one above 1023 with --port`,
  EADDRNOTAVAIL: (host) => `${host} is no address of this machine; --host takes one, or 0.0.0.0 for all`,
  ENOTFOUND: (host) => `${host} is no address of this machine; --host takes one, or 0.0.0.0 for all`,
};

/** The address that the command line asks for, or a sentence that says why it cannot be. A port that was not asked for by name may be another one. */
export async function devAddress({ values }: Arguments): Promise<DevAddress | string> {
  const host = typeof values['host'] === 'string' ? values['host'] : 'localhost';
  const asked = values['port'];
  const port = asked === undefined ? PORT : Number(asked);
  if (typeof asked === 'string' && !/^\d{1,5}$/.test(asked) || port > 65_535) return `--port takes a port number, not ${String(asked)}`;
  if (host === '') return '--host takes an address of this machine, or 0.0.0.0 for all';
  const refused = await refusal(host, port);
  if (refused === undefined) return { host, port };
  if (asked === undefined && refused === 'EADDRINUSE') {
    for (let next = PORT + 1; next <= PORT + TRIED; next += 1) if ((await refusal(host, next)) === undefined) return { host, port: next, instead: PORT };
  }
  return SAID[refused]?.(host, port) ?? `cannot serve on ${host}, port ${port} (${refused})`;
}
