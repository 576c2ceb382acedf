import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { receiveLine, sendLine } from './protocol';

describe('a line of the lender', () => {
  const server = createServer();
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  async function pair(): Promise<{ ours: Socket; theirs: Socket }> {
    const ours = connect((server.address() as AddressInfo).port, '127.0.0.1');
    ours.on('error', () => undefined);
    const [theirs] = (await once(server, 'connection')) as [Socket];
    return { ours, theirs };
  }

  it('comes as it was sent, and the connection may be reset at any time after', async () => {
    const { ours, theirs } = await pair();
    sendLine(theirs, { workspace: 'here', url: 'there' });
    expect(await receiveLine(ours)).toEqual({ workspace: 'here', url: 'there' });
    const closed = new Promise((resolve) => ours.once('close', resolve));
    theirs.resetAndDestroy();
    // Whether by a reset: what nobody listened to would fail this test.
    expect(await closed).toBe(true);
  });

  it('does not come where the connection ends or is reset before it', async () => {
    const [reset, ended] = [await pair(), await pair()];
    const lines = Promise.all([receiveLine(reset.ours), receiveLine(ended.ours)]);
    reset.theirs.resetAndDestroy();
    ended.theirs.end();
    expect(await lines).toEqual([undefined, undefined]);
  });
});
