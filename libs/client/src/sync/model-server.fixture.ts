import type { CommandData, CommandRequest, Message, OverviewItem } from '@parley/contracts';
import { ModelRoom } from './model-room.fixture';
import type { RoomApi } from './room-context';

/** A room of the model as one member's client meets it: what that client's state must end up equal to. */
export class OwnRoom extends ModelRoom {
  constructor(
    id: string,
    private readonly me: string,
  ) {
    super(id, [me]);
  }

  get lastReadSeq(): number {
    return this.cursorOf(this.me);
  }

  get unreadCount(): number {
    return this.unreadOf(this.me);
  }

  /** As a database does that was restored from a backup. */
  forgetCursor(): void {
    this.cursors.delete(this.me);
  }

  send(senderId: string, clientMessageId = `c${this.messages.length + 1}`): Message {
    return this.append(senderId, clientMessageId, `text ${this.messages.length + 1}`).message;
  }

  override item(userId = this.me): OverviewItem {
    return super.item(userId);
  }

  sync({ rooms, read = {} }: CommandRequest<'rooms:sync'>): CommandData<'rooms:sync'> {
    const changes = this.changesAfter(this.me, rooms[this.id] ?? 0);
    const moved = this.cursorIfElsewhere(this.me, read[this.id]);
    return {
      rooms: changes ? { [this.id]: changes } : {},
      joined: [],
      left: [],
      ...(moved ? { read: { [this.id]: moved } } : {}),
    };
  }

  /** The REST calls that a room makes. */
  rest(shown: 'all' | 'none' = 'all'): RoomApi {
    const item = async (): Promise<OverviewItem> => {
      await Promise.resolve();
      return this.item();
    };
    return {
      messages: {
        history: async ({ query = {} }) => {
          await Promise.resolve();
          return this.page({ ...query });
        },
      },
      chatrooms: {
        create: item,
        answerRequest: item,
        setMine: item,
        overview: async () => {
          const items = shown === 'all' ? [this.item()] : [];
          await Promise.resolve();
          return { items, nextCursor: null };
        },
      },
    };
  }
}
