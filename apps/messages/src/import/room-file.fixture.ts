import type { Message, RoomHeadLine, RoomLine, RoomPersonLine } from '@parley/contracts';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';

/** A room's export in its parts, for tests. Its first person owns the room and has written all of it, a second apart. */
export interface FiledRoom {
  readonly head: RoomHeadLine;
  readonly people: readonly RoomPersonLine[];
  readonly messages: readonly Message[];
}

/** @param more changes of the message at a place, by its number */
export function aFiledRoom(count: number, more: Readonly<Record<number, Partial<Message>>> = {}): FiledRoom {
  const [roomId, writer] = [uuidv7(), uuidv7()];
  const createdAt = '2024-05-01T10:00:00.000Z';
  const messages = Array.from({ length: count }, (_, place): Message => {
    const seq = place + 1;
    return {
      ...{
        id: uuidv7(),
        roomId,
        seq,
        revision: seq,
        clientMessageId: uuidv4(),
        senderId: writer,
        text: `number ${seq}`,
      },
      createdAt: new Date(Date.parse(createdAt) + 1_000 * seq).toISOString(),
      ...{ editedAt: null, deletedAt: null, replyTo: null, reactions: [], attachments: [] },
      ...more[seq],
    };
  });
  return {
    head: {
      ...{ type: 'room', format: 1, id: roomId, kind: 'group', title: 'Of old', createdAt },
      ...{ firstSeq: 1, lastSeq: count, revision: count },
    },
    people: [{ type: 'person', id: writer, displayName: 'Ane', role: 'owner', joinedAt: createdAt }],
    messages,
  };
}

/** What the chatrooms service says of the room. */
export const membershipOf = ({ head, people }: FiledRoom) => ({
  ...{ roomId: head.id, kind: head.kind, version: 1, createdAt: head.createdAt },
  members: people.map(({ id, role }) => ({ userId: id, role: role ?? 'member' })),
});

export const linesOf = ({ head, people, messages }: FiledRoom): RoomLine[] => [
  head,
  ...people,
  ...messages.map((message): RoomLine => ({ type: 'message', message })),
];

/** A file of these lines; those that are text stand in it as they are. */
export async function* fileOf(lines: readonly (RoomLine | string)[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const line of lines) yield Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
}
