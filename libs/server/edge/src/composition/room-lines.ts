import { ParleyError, type MessagePage, type Room, type RoomLine, type UserSummary } from '@parley/contracts';

/** What a room is read by, a page at a time. */
export interface RoomPages {
  /** Messages after a place, oldest first. */
  readonly page: (after: number) => Promise<MessagePage>;
  /** A name for each of the ids. */
  readonly people: (userIds: Iterable<string>) => Promise<ReadonlyMap<string, Pick<UserSummary, 'displayName'>>>;
}

type RoomHead = Pick<Room, 'id' | 'kind' | 'title' | 'createdAt' | 'lastSeq' | 'revision' | 'members'>;

/**
 * A room as the lines of its export, in portions of a page: what is held is one page, and the ids of who has written so far. It ends with the message that was the last
 * when `room` was read; what is sent meanwhile is left out.
 * @throws ParleyError what `page` throws, so nothing more comes to who is put out of the room meanwhile; `unavailable` where retention drops what was still to come
 */
export async function* roomLines(
  { id, kind, title, createdAt, lastSeq, revision, members }: RoomHead,
  { page, people }: RoomPages,
): AsyncGenerator<RoomLine[], void, undefined> {
  let { messages } = await page(0);
  const firstSeq = Math.min(messages[0]?.seq ?? Infinity, lastSeq + 1);
  const told = new Set(members.map(({ user }) => user.id));
  yield [
    { type: 'room', format: 1, id, kind, title, createdAt, firstSeq, lastSeq, revision },
    ...members.map(({ user, role, joinedAt }): RoomLine => {
      return { type: 'person', id: user.id, displayName: user.displayName, role, joinedAt };
    }),
  ];
  for (let after = firstSeq - 1; after < lastSeq;) {
    const portion = messages.filter(({ seq }) => seq <= lastSeq);
    if (portion[0]?.seq !== after + 1)
      throw new ParleyError('unavailable', 'What was to come next is not kept any more.');
    const writers = new Set(portion.map(({ senderId }) => senderId).filter((senderId) => !told.has(senderId)));
    const names = await people(writers);
    yield [
      ...Array.from(writers, (writer): RoomLine => {
        told.add(writer);
        return {
          type: 'person',
          id: writer,
          displayName: names.get(writer)?.displayName ?? '',
          role: null,
          joinedAt: null,
        };
      }),
      ...portion.map((message): RoomLine => ({ type: 'message', message })),
    ];
    after = portion.at(-1)?.seq ?? lastSeq;
    if (after < lastSeq) ({ messages } = await page(after));
  }
}
