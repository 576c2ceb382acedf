import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort, freePorts, isPortFree } from './ports';

describe('ports', () => {
  it('gives different ports that can be listened on', async () => {
    const ports = await freePorts(8);
    expect(new Set(ports).size).toBe(8);
    for (const port of ports) expect(await isPortFree(port)).toBe(true);
  });

  it('sees that one is taken', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await isPortFree(port)).toBe(false);
    server.close();
    await once(server, 'close');
    expect(await isPortFree(port)).toBe(true);
  });
});
