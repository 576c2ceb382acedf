import { ParleyError, type CommandData, type CommandName, type CommandRequest } from '@parley/contracts';
import { thisMachine } from '../machine';
import { Outbox } from '../outbox/outbox';
import { memoryOutboxStore } from '../outbox/outbox-store';
import { OwnRoom } from './model-server.fixture';
import type { RoomApi } from './room-context';
import { Rooms } from './rooms';
import { SyncEngine } from './sync-engine';

/** A client of the model server over a network that tests cut and that loses, doubles and reorders what the test says. */
export function setup({
  overview = 'all',
  rest = (own) => own,
}: { overview?: 'all' | 'none'; rest?: (own: RoomApi) => RoomApi } = {}) {
  const server = new OwnRoom('r', 'ana');
  const network = { online: true, losesAcks: false, hasExpired: false };

  async function command<N extends CommandName>(name: N, payload: CommandRequest<N>): Promise<CommandData<N>> {
    await Promise.resolve();
    if (!network.online) throw new ParleyError('unavailable', 'There is no connection.');
    if (network.hasExpired) throw new ParleyError('unauthenticated', 'The access token has expired.');
    const data = answer(name, payload) as CommandData<N>;
    await Promise.resolve();
    if (network.losesAcks) throw new ParleyError('unavailable', 'No answer came in time.');
    return data;
  }

  function answer(name: CommandName, payload: CommandRequest<CommandName>): unknown {
    if (name === 'rooms:sync') return server.sync(payload as CommandRequest<'rooms:sync'>);
    if (name === 'room:read') return server.read('ana', (payload as CommandRequest<'room:read'>).seq);
    const { clientMessageId } = payload as CommandRequest<'message:send'>;
    return (
      server.messages.find((message) => message.clientMessageId === clientMessageId) ??
      server.send('ana', clientMessageId)
    );
  }

  const machine = { ...thisMachine, random: () => 0.5 };
  const defect = (error: unknown): void => {
    throw error;
  };
  const outbox: Outbox = new Outbox({
    store: memoryOutboxStore(),
    machine,
    defect,
    ownId: () => 'ana',
    online: () => network.online,
    delivered: (message) => rooms.room('r').hear(message),
    send: ({ roomId, clientMessageId, text }) => command('message:send', { roomId, clientMessageId, text }),
  });
  const rooms: Rooms = new Rooms(rest(server.rest(overview)), {
    outbox,
    machine,
    defect,
    ownId: () => 'ana',
    isOnline: () => network.online,
    command,
    requestSync: (roomId) => engine.requestSync(roomId),
  });
  const engine: SyncEngine = new SyncEngine(
    {
      command,
      get isOnline() {
        return network.online;
      },
    },
    rooms,
    machine,
    defect,
  );
  const mend = (): void => {
    Object.assign(network, { online: true, losesAcks: false, hasExpired: false });
    engine.catchUp();
    outbox.flush();
  };
  return { server, network, mend, rooms, engine, room: rooms.room('r') };
}
