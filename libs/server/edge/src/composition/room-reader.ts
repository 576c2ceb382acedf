import {
  limits,
  ParleyError,
  type OverviewItem,
  type Room,
  type RoomRecord,
  type RoomState,
  type RpcRequest,
  type chatroomsRpc,
  type UserSummary,
} from '@parley/contracts';
import type { Actor } from '@parley/server-rpc';
import type { Services } from '../services';
import { composeOverviewItem, composeRoom } from './compose-room';
import type { MemberSummaries } from './member-summaries';

type OverviewQuestion = RpcRequest<typeof chatroomsRpc.overview>;

/** A room with all that is needed to show it. */
interface Parts {
  readonly record: RoomRecord;
  readonly state: RoomState;
  readonly people: ReadonlyMap<string, UserSummary>;
}

/** Reads rooms as one member sees them, out of three services: the same few calls for a page whatever it holds. */
export class RoomReader {
  constructor(
    private readonly services: Pick<Services, 'chatrooms' | 'messages'>,
    private readonly summaries: MemberSummaries,
  ) {}

  /** One page of the overview, in its order. */
  async overview(
    actor: Actor,
    question: OverviewQuestion,
  ): Promise<{ items: OverviewItem[]; nextCursor: string | null }> {
    const { rooms, nextCursor } = await this.services.chatrooms.overview(question, { actor });
    const parts = await this.complete(actor, rooms);
    return {
      items: parts.map(({ record, state, people }) => composeOverviewItem(record, state, people, actor.userId)),
      nextCursor,
    };
  }

  /** Overview items by room id, in the order asked; rooms that the actor is not in are left out. */
  async items(actor: Actor, roomIds: readonly string[]): Promise<OverviewItem[]> {
    const pages = [];
    for (let from = 0; from < roomIds.length; from += limits.pageSizeMax) {
      pages.push(this.parts(actor, roomIds.slice(from, from + limits.pageSizeMax)));
    }
    const parts = (await Promise.all(pages)).flat();
    return parts.map(({ record, state, people }) => composeOverviewItem(record, state, people, actor.userId));
  }

  /**
   * The overview item of a room that the actor has come into, and the room's last place when they did, where that was noted. Undefined where they are not in it.
   */
  async entered(actor: Actor, roomId: string): Promise<{ item: OverviewItem; joinedSeq: number | null } | undefined> {
    const [parts] = await this.parts(actor, [roomId]);
    if (parts === undefined) return undefined;
    const { record, state, people } = parts;
    return { item: composeOverviewItem(record, state, people, actor.userId), joinedSeq: state.joinedSeq ?? null };
  }

  /** One room. @throws ParleyError `not_found` where the actor is not in it */
  async room(actor: Actor, roomId: string): Promise<Room> {
    const { record, state, people } = await this.one(actor, roomId);
    return composeRoom(record, state, people, actor.userId);
  }

  /** One room as all its members may see it, read through the eyes of one. @throws ParleyError `not_found` */
  async roomForAll(seenBy: Actor, roomId: string): Promise<Room> {
    const { record, state, people } = await this.one(seenBy, roomId);
    return composeRoom(record, state, people);
  }

  /** The room behind a record that a command has just answered. */
  async roomOf(actor: Actor, record: RoomRecord): Promise<Room> {
    const { state, people } = await this.only(actor, record);
    return composeRoom(record, state, people, actor.userId);
  }

  /** The overview item behind a record that a command has just answered. */
  async itemOf(actor: Actor, record: RoomRecord): Promise<OverviewItem> {
    const { state, people } = await this.only(actor, record);
    return composeOverviewItem(record, state, people, actor.userId);
  }

  private async one(actor: Actor, roomId: string): Promise<Parts> {
    const [room] = await this.parts(actor, [roomId]);
    if (!room) throw new ParleyError('not_found', 'There is no such room.');
    return room;
  }

  private async only(actor: Actor, record: RoomRecord): Promise<Parts> {
    const [parts] = await this.complete(actor, [record]);
    // The command was done; its room is shown as soon as the messages service has heard of it.
    if (!parts) throw new ParleyError('unavailable', 'The room is not ready yet.');
    return parts;
  }

  private async parts(actor: Actor, roomIds: string[]): Promise<Parts[]> {
    const [{ rooms }, { states }] = await Promise.all([
      this.services.chatrooms.records({ roomIds }, { actor }),
      this.services.messages.roomStates({ roomIds }, { actor }),
    ]);
    const byId = new Map(rooms.map((record) => [record.id, record]));
    const inOrder = roomIds.flatMap((id) => byId.get(id) ?? []);
    return this.join(inOrder, states, await this.summaries.of(membersOf(inOrder)));
  }

  private async complete(actor: Actor, records: readonly RoomRecord[]): Promise<Parts[]> {
    if (records.length === 0) return [];
    const [{ states }, people] = await Promise.all([
      this.services.messages.roomStates({ roomIds: records.map(({ id }) => id) }, { actor }),
      this.summaries.of(membersOf(records)),
    ]);
    return this.join(records, states, people);
  }

  /** A room that one of the two services does not know (it is being joined or left just now) is left out. */
  private join(
    records: readonly RoomRecord[],
    states: readonly RoomState[],
    people: ReadonlyMap<string, UserSummary>,
  ): Parts[] {
    const stateOf = new Map(states.map((state) => [state.roomId, state]));
    return records.flatMap((record) => {
      const state = stateOf.get(record.id);
      return state ? [{ record, state, people }] : [];
    });
  }
}

function membersOf(records: readonly RoomRecord[]): string[] {
  return records.flatMap(({ members }) => members.map(({ userId }) => userId));
}
