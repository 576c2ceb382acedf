import type { CommandData, CommandName, CommandRequest, OverviewItem } from '@parley/contracts';
import type { Machine } from '../machine';
import type { Outbox } from '../outbox/outbox';
import type { RestClient } from '../rest/rest-client';

/** The REST calls that rooms make. */
export interface RoomApi {
  readonly messages: Pick<RestClient['messages'], 'history'>;
  readonly chatrooms: Pick<RestClient['chatrooms'], 'overview' | 'create' | 'setMine' | 'answerRequest'>;
}

/** What a room needs of the client around it. */
export interface RoomContext {
  readonly rest: RoomApi;
  readonly outbox: Outbox;
  readonly machine: Machine;
  /** The signed-in user's id; empty where nobody is. */
  ownId(): string;
  isOnline(): boolean;
  command<N extends CommandName>(name: N, payload: CommandRequest<N>): Promise<CommandData<N>>;
  /** The present overview item of a room. @throws ParleyError `not_found` where the caller is not in it. */
  fetchItem(roomId: string): Promise<OverviewItem>;
  /** Asks for what this room missed; requests close together become one. */
  requestSync(roomId: string): void;
  /** Nobody looks at this room any more. */
  closed(): void;
  itemChanged(roomId: string, item: OverviewItem): void;
  /** The server says that the caller is not in this room. */
  left(roomId: string): void;
  /** Told of an error that is no answer of the server's: a defect, which must not go unseen. */
  defect(error: unknown): void;
}
