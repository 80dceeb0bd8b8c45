import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { devAddress } from '../../src/cli/dev-address.ts';

const ask = (values: Record<string, string>) => devAddress({ values, positionals: [] });

describe('where vigie dev serves', () => {
  const taken: Server[] = [];
  const take = async (port: number): Promise<number> => {
    const server = createServer();
    taken.push(server);
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
    return (server.address() as AddressInfo).port;
  };
  afterEach(() => taken.splice(0).forEach((server) => server.close()));

  it('says in a sentence that a port is in use', async () => {
    const port = await take(0);
    expect(await ask({ port: String(port) })).toBe(`port ${port} is in use; stop what listens there, or choose another with --port`);
  });

  it('takes the next port that is free where none was asked for', async () => {
    // Whoever holds it already, it is taken.
    await take(4321).catch(() => undefined);
    const found = await ask({});
    expect(found).toMatchObject({ host: 'localhost', instead: 4321 });
    expect((found as { port: number }).port).toBeGreaterThan(4321);
  });

  it('takes any port for 0', async () => expect(await ask({ port: '0' })).toEqual({ host: 'localhost', port: 0 }));

  it.each(['', 'x', '1e3', '-1', '65536', '80.5'])('refuses the port %j', async (port) => expect(await ask({ port })).toBe(`--port takes a port number, not ${port}`));

  it('says that an address is none of this machine', async () => {
    expect(await ask({ host: '192.0.2.1', port: '0' })).toBe('192.0.2.1 is no address of this machine; --host takes one, or 0.0.0.0 for all');
    expect(await ask({ host: '', port: '0' })).toBe('--host takes an address of this machine, or 0.0.0.0 for all');
  });
});
