import { chatroomsRpc, messagesRpc, usersRpc } from '@parley/contracts';
import { standInService } from './stand-in-service';
import { World } from './world';
import { worldChatrooms } from './world-chatrooms';
import { worldMessages } from './world-messages';
import { worldUsers } from './world-users';

/** A world whose services answer over TCP. */
export interface RunningWorld {
  readonly world: World;
  /** What an edge's configuration says of where the services are. */
  readonly environment: Readonly<
    Record<'USERS_RPC' | 'CHATROOMS_RPC' | 'MESSAGES_RPC' | 'RPC_SECRET' | 'PUBLIC_ORIGIN', string>
  >;
  close(): Promise<void>;
}

/** Starts the three services over one world in memory, for tests of the edges. */
export async function startWorld(): Promise<RunningWorld> {
  const world = await World.create();
  const onCall = (pattern: string): Promise<void> | undefined => {
    world.calls.push(pattern);
    return world.holds.get(pattern);
  };
  const options = { secret: world.secret, onCall };
  const [users, chatrooms, messages] = await Promise.all([
    standInService(usersRpc, worldUsers(world), options),
    standInService(chatroomsRpc, worldChatrooms(world), options),
    standInService(messagesRpc, worldMessages(world), options),
  ]);
  return {
    world,
    environment: {
      ...{ USERS_RPC: users.address, CHATROOMS_RPC: chatrooms.address, MESSAGES_RPC: messages.address },
      ...{ RPC_SECRET: world.secret, PUBLIC_ORIGIN: world.origin },
    },
    close: async () => {
      await Promise.all([users.close(), chatrooms.close(), messages.close()]);
    },
  };
}
