import type { Message, Role, RoomKind } from '@parley/contracts';
import { eventually, testDatabase, testLog } from '@parley/testing';
import type { DataSource } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { entities } from './entities';
import { appendMessage } from './message/append-message';
import { Appender } from './message/append/appender';
import { commitMessages } from './message/append/commit-messages';
import { importMessages } from './message/import-messages';
import { migrations } from './migrations';
import { setMembership } from './room/set-membership';

/** A room with people in it, for tests. The first of `people` owns a group. */
export interface TestRoom {
  readonly roomId: string;
  readonly people: readonly string[];
  /** Replaces the members by the next version of the membership. */
  setPeople(people: readonly string[]): Promise<void>;
}

/** A migrated database of a suite's own, and short ways to fill it. */
export interface MessagesFixture {
  readonly url: string;
  readonly db: DataSource;
  readonly appender: Appender;
  aRoom(room?: {
    kind?: RoomKind;
    people?: readonly string[];
    createdAt?: string;
    requestedBy?: string;
  }): Promise<TestRoom>;
  /** Sends a text under a new clientMessageId. */
  send(roomId: string, senderId: string, text?: string): Promise<Message>;
  /** Imports `count` messages of one sender, a second apart, ending at `until`; all with this text, or each with one of its own. */
  fill(roomId: string, senderId: string, count: number, until?: Date, text?: string): Promise<void>;
  /** Resolves when a connection waits for a lock that another one holds. */
  someoneWaits(): Promise<void>;
  close(): Promise<void>;
}

export async function messagesFixture(): Promise<MessagesFixture> {
  const { dataSource: db, url, close } = await testDatabase('messages', migrations, { entities, plansOnce: true });
  const appender = new Appender({ commit: commitMessages(db), log: testLog() });

  async function aRoom(
    room: { kind?: RoomKind; people?: readonly string[]; createdAt?: string; requestedBy?: string } = {},
  ): Promise<TestRoom> {
    const { kind = 'group', people = [aPerson(), aPerson()], createdAt = now(), requestedBy } = room;
    const roomId = uuidv7();
    let version = 0;
    async function setPeople(userIds: readonly string[]): Promise<void> {
      version++;
      const members = userIds.map((userId, place): { userId: string; role: Role } => ({
        userId,
        role: kind === 'group' && place === 0 ? 'owner' : 'member',
      }));
      await setMembership(db, { roomId, kind, version, createdAt, members, requestedBy });
    }
    await setPeople(people);
    return { roomId, people, setPeople };
  }

  async function send(roomId: string, senderId: string, text = 'Kaixo!'): Promise<Message> {
    return (await appendMessage(appender, senderId, { roomId, clientMessageId: uuidv4(), text })).message;
  }

  async function fill(
    roomId: string,
    senderId: string,
    count: number,
    until = new Date(),
    text?: string,
  ): Promise<void> {
    for (let done = 0; done < count; done += 500) {
      const messages = Array.from({ length: Math.min(500, count - done) }, (_, place) => ({
        senderId,
        clientMessageId: uuidv4(),
        text: text ?? `Message ${done + place + 1}`,
        createdAt: new Date(until.getTime() - 1_000 * (count - done - place - 1)).toISOString(),
      }));
      await importMessages(db, { roomId, messages });
    }
  }

  async function someoneWaits(): Promise<void> {
    await eventually(async () => {
      const waiting = await db.query<object[]>(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      if (waiting.length === 0) throw new Error('Nobody waits for a lock.');
    });
  }

  return { url, db, appender, aRoom, send, fill, someoneWaits, close };
}

export const aPerson = (): string => uuidv7();

const now = (): string => new Date().toISOString();
