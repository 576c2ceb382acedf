import { FakeSockets } from './fake-sockets.fixture';

it('a socket hears the rooms read for it, but those that its member has left meanwhile or is known not to be in', async () => {
  const { live, begin } = bound();
  const socket = begin('ana');
  live.leave('ana', 'left');
  live.bar('barred', () => false);
  live.bar('hers', (userId) => userId === 'ana');
  await socket.enter('left', 'barred', 'hers');
  expect(['left', 'barred', 'hers'].map((room) => socket.hears(room))).toEqual([false, false, true]);
  expect(live.isHeard('hers')).toBe(true);
  expect(live.isHeard('left')).toBe(false);
});

it('a socket that was gone before its rooms were read comes to hear nothing', async () => {
  const { live, begin } = bound();
  const socket = begin('ana');
  live.remove(socket.socket, socket.identity);
  await socket.enter('a room');
  live.join('ana', 'another');
  expect([socket.hears('a room'), socket.hears('another'), live.isHeard('a room')]).toEqual([false, false, false]);
});

it('tells which sockets of a member are deaf to a room, those included that are still connecting', async () => {
  const { live, begin, connected } = bound();
  const [hearing, deaf, connecting] = [await connected('ana', 'r'), await connected('ana'), begin('ana')];
  expect(live.deaf('ana', 'r')).toEqual([deaf.socket, connecting.socket]);
  expect(live.isEntering('ana')).toBe(true);
  await connecting.enter();
  expect(live.isEntering('ana')).toBe(false);
  // Between the end of its handshake and its being connected.
  expect(live.deaf('ana', 'r')).toEqual([deaf.socket, connecting.socket]);
  live.join('ana', 'r');
  expect([hearing, deaf, connecting].map((each) => each.hears('r'))).toEqual([true, true, true]);
  expect(live.listeners('r')).toEqual(['ana']);
});

function bound() {
  const sockets = new FakeSockets();
  return {
    live: sockets.live,
    begin: (userId: string) => sockets.begin(userId),
    connected: (userId: string, ...roomIds: string[]) => sockets.connected(userId, ...roomIds),
  };
}
