import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { Readiness } from '@parley/server-runtime';
import { httpServer } from './http-server';

it.each([
  ['sends nothing', ''],
  ['ends no header', 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: parley\r\n'],
])(
  'a connection that %s is closed within ten seconds',
  async (_, said) => {
    const { server } = httpServer(new Readiness());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    try {
      const begun = performance.now();
      const connection = connect((server.address() as AddressInfo).port, '127.0.0.1');
      connection.write(said);
      connection.resume();
      await once(connection, 'close');
      expect(performance.now() - begun).toBeLessThan(10_000);
    } finally {
      server.close();
    }
  },
  60_000,
);
