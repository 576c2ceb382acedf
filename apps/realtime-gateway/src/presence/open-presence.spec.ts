import type { Presence } from '@parley/contracts';
import { memoryPresenceBoard } from '@parley/server-realtime';
import { createLogger } from '@parley/server-runtime';
import { eventually } from '@parley/testing';
import { FakeSockets, type FakeSocket } from '../connection/fake-sockets.fixture';
import type { GatewayServer } from '../connection/gateway-socket';
import { openPresence, type NodePresence } from './open-presence';

const [ana, ben] = ['0199f3a0-0000-7000-8000-00000000000a', '0199f3a0-0000-7000-8000-00000000000b'];
const pair: [string, string] = [ana, ben];

/** Ana and Ben are on one node; whom Ben may see is answered when and as the test says. */
describe('whom a socket may see, after a block', () => {
  let presence: NodePresence;
  let atBen: FakeSocket;
  let told: Presence[];
  let contactable: (userIds: string[]) => Promise<string[]>;
  const isBlocked = () => Promise.resolve<string[]>([]);
  const isNotBlocked = (userIds: string[]) => Promise.resolve(userIds);

  beforeEach(async () => {
    const sockets = new FakeSockets();
    told = [];
    contactable = isNotBlocked;
    const to = () => ({ emit: (_: string, fact: Presence) => told.push(fact) });
    presence = openPresence({
      io: { local: { to } } as unknown as GatewayServer,
      ...{ live: sockets.live, board: memoryPresenceBoard(), isDraining: () => false },
      users: {
        contactable: async ({ userIds }) => ({ userIds: await contactable(userIds) }),
        presenceFacts: ({ userIds }) =>
          Promise.resolve({ users: userIds.map((userId) => ({ userId, showPresence: true, lastSeenAt: null })) }),
        noteSeen: () => Promise.resolve({}),
      },
      log: createLogger({ name: 'test', level: 'silent' }),
    });
    presence.connected((await sockets.connected(ana)).socket);
    atBen = await sockets.connected(ben);
    atBen.socket.emit = (_: string, fact: unknown) => told.push(fact as Presence) > 0;
    presence.connected(atBen.socket);
  });
  afterEach(() => presence.stop());

  const watch = async (): Promise<Presence | undefined> => {
    const { userId, sessionId } = atBen.identity;
    return (await presence.watches.watch({ userId, sessionId }, atBen.socket, { userIds: [ana] })).presences[0];
  };

  it('is asked again until there is an answer', async () => {
    expect(await watch()).toMatchObject({ status: 'online' });
    let failures = 0;
    contactable = () => (failures++ < 2 ? Promise.reject(new Error('the users service is away')) : isBlocked());
    presence.apply({ type: 'blockChanged', userIds: pair });
    await eventually(() => expect(told).toMatchObject([{ userId: ana, status: 'offline', lastSeenAt: null }]));
  });

  it('is asked again where it was asked for a moment before the block and is not yet answered', async () => {
    const before = Promise.withResolvers<string[]>();
    contactable = () => before.promise;
    const watching = watch();
    presence.apply({ type: 'blockChanged', userIds: pair });
    contactable = isBlocked;
    before.resolve([ana]);
    expect(await watching).toMatchObject({ status: 'online' });
    await eventually(() => expect(told).toMatchObject([{ userId: ana, status: 'offline', lastSeenAt: null }]));
  });

  it('does not take the place of what the client is just asking for', async () => {
    await watch();
    const asked = Promise.withResolvers<string[]>();
    contactable = () => asked.promise;
    const watching = watch();
    presence.apply({ type: 'blockChanged', userIds: pair });
    asked.resolve([ana]);
    expect(await watching).toMatchObject({ status: 'online' });
  });
});
