import type { Room } from '@parley/contracts';
import type { ApiAnswer } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Secrets } from '../check/secrets';
import type { Violation } from '../check/violation';
import type {
  Absence,
  Asked,
  Changing,
  Conflict,
  CursorSight,
  Evidence,
  FaultSpan,
  Lag,
  Leak,
  Sending,
  Timing,
  UnreadWitness,
} from '../history/events';
import type { DatabaseWitness, Head } from '../history/database-witness';
import type { Journal } from '../history/journal';
import type { Random } from '../random';
import type { Member } from './people';

/** A room of the load. What is written in it carries its nonce, so that it is known wherever it turns up. */
export interface ChapterRoom {
  readonly id: string;
  readonly nonce: string;
  readonly owner: Member;
  readonly members: readonly Member[];
  /** Members who are out of it at the moment. */
  readonly out: Set<Member>;
}

/** Some rooms and all that happened in them. A run has many chapters, so that none grows without bound. */
export class Chapter {
  readonly sendings: Sending[] = [];
  readonly absences: Absence[] = [];
  readonly cursors: CursorSight[] = [];
  readonly leaks: Leak[] = [];
  readonly asked: Asked[] = [];
  readonly changings: Changing[] = [];
  readonly timings: Timing[] = [];
  readonly conflicts: Conflict[] = [];
  /** What a fault itself saw that must not be. */
  readonly breaches: Violation[] = [];

  private constructor(
    readonly rooms: readonly ChapterRoom[],
    private readonly database: DatabaseWitness,
  ) {}

  /** Opens rooms and has everybody follow them. */
  static async begin(
    people: readonly Member[],
    size: { readonly rooms: number; readonly members: number },
    surroundings: { database: DatabaseWitness; journal: Journal; random: Random; secrets: Secrets },
  ): Promise<Chapter> {
    const { database, journal, random, secrets } = surroundings;
    const rooms = await Promise.all(
      Array.from({ length: size.rooms }, async (_, index): Promise<ChapterRoom> => {
        // Everybody is in as many rooms as anybody else, with others in each.
        const from = (index * size.members) % people.length;
        const around = [...people, ...people].slice(from, from + people.length);
        const members =
          index < people.length / size.members
            ? around.slice(0, size.members)
            : random.shuffled(people).slice(0, size.members);
        const [owner, ...others] = members;
        if (!owner) throw new Error('A room needs somebody.');
        const nonce = secrets.make(members.map(({ userId }) => userId));
        return {
          ...{ id: await openRoom(owner, others, nonce), nonce },
          owner,
          members,
          out: new Set(),
        };
      }),
    );
    const chapter = new Chapter(rooms, database);
    await Promise.all(
      rooms.flatMap((room) =>
        room.members.map(async (member) => {
          member.bare.follow(room.id);
          await member.library?.follow(room.id, (state) => {
            const { lastReadSeq: cursor } = state;
            chapter.badges.set(`${member.userId} ${room.id}`, { unread: state.unreadCount, cursor });
          });
        }),
      ),
    );
    journal.note({ process: 'rig', f: 'invite', type: 'ok', detail: `${rooms.length} rooms` });
    return chapter;
  }

  /** What the SDK last said of unread messages, by member and room. */
  readonly badges = new Map<string, { unread: number; cursor: number }>();

  get roomIds(): string[] {
    return this.rooms.map(({ id }) => id);
  }

  /** Members that have not everything yet, by name; empty once all have. */
  behind(heads: readonly Head[]): string[] {
    return heads.flatMap(({ room: id, lastSeq, revision }) => {
      const room = this.rooms.find((each) => each.id === id);
      return (room?.members ?? []).flatMap((member) => {
        if (!room || room.out.has(member)) return [];
        const late: string[] = [];
        const { bare, library } = member;
        const heard = bare.reached(id);
        if (heard.messages < lastSeq || heard.revision < revision) {
          late.push(`${bare.name} ${heard.messages}/${lastSeq}, ${heard.revision}/${revision}`);
        }
        const shown = library?.room(id)?.state.get().messages.at(-1)?.seq ?? 0;
        if (library && (shown < lastSeq || (library.room(id)?.revision ?? 0) < revision)) {
          late.push(`${library.name} ${shown}/${lastSeq}`);
        }
        return late;
      });
    });
  }

  heads(): Promise<Head[]> {
    return this.database.heads(this.roomIds);
  }

  /** Reads everything there is, once all is quiet. */
  async evidence(faults: readonly FaultSpan[], lags: readonly Lag[]): Promise<Evidence> {
    const { database, roomIds } = this;
    const everybody = [...new Set(this.rooms.flatMap(({ members }) => members))];
    await Promise.all(everybody.flatMap(({ library }) => library?.finish() ?? []));
    return {
      sendings: this.sendings,
      rows: await database.rows(roomIds),
      heads: await this.heads(),
      views: everybody.flatMap(({ bare, library }) => [...bare.views(), ...(library?.views() ?? [])]),
      absences: this.absences,
      unread: await this.unread(everybody),
      cursors: this.cursors,
      ...{ leaks: this.leaks, asked: this.asked, changings: this.changings, timings: this.timings },
      ...{ faults, lags, conflicts: this.conflicts },
    };
  }

  end(): void {
    for (const { members } of this.rooms) {
      for (const { bare, library } of members) {
        bare.forget(this.roomIds);
        library?.forget();
      }
    }
  }

  private async unread(everybody: readonly Member[]): Promise<UnreadWitness[]> {
    const asked = new Map<string, { unread: number; cursor: number }>();
    await Promise.all(
      everybody.map(async (member) => {
        for (const { id } of this.rooms.filter((room) => room.members.includes(member) && !room.out.has(member))) {
          const counted = await countedFor(member, id);
          if (counted !== null) asked.set(`${member.userId} ${id}`, counted);
        }
      }),
    );
    const stored = await this.database.unread(this.roomIds);
    const asStored = ({ userId, room, unread, cursor }: (typeof stored)[number]): boolean => {
      const badge = this.badges.get(`${userId} ${room}`);
      return badge === undefined || (badge.unread === Math.min(unread, 1_000) && badge.cursor === cursor);
    };
    // A badge is corrected a moment after the last news.
    for (let tries = 0; tries < 40 && !stored.every(asStored); tries++) await pause(250);
    return stored.map(({ userId, room, cursor, unread }) => {
      const key = `${userId} ${room}`;
      return {
        ...{ userId, room, sql: { unread, cursor } },
        api: asked.get(key) ?? null,
        badge: this.badges.get(key) ?? null,
      };
    });
  }
}

/** What the API says of somebody's unread messages; null where it says nothing. */
async function countedFor(member: Member, room: string): Promise<{ unread: number; cursor: number } | null> {
  try {
    const api = await member.api();
    const { status, body } = await api.patch<{ unreadCount: number; lastReadSeq: number }>(`/chatrooms/${room}/me`, {});
    return status === 200 ? { unread: body.unreadCount, cursor: body.lastReadSeq } : null;
  } catch {
    return null;
  }
}

/** A group of these people. @throws Error where it cannot be opened in half a minute */
export async function openRoom(owner: Member, others: readonly Member[], nonce: string): Promise<string> {
  const body = { kind: 'group', title: `${nonce} faults`, memberIds: others.map(({ userId }) => userId) };
  const headers = { 'idempotency-key': randomUUID() };
  const post = async (): Promise<ApiAnswer<Room>> => (await owner.api()).post('/chatrooms', body, { headers });
  for (let tries = 0; ; tries++) {
    const answer = await post().catch(() => null);
    if (answer?.status === 201 || answer?.status === 200) return answer.body.id;
    if (tries > 60) throw new Error(`A room could not be opened: ${JSON.stringify(answer?.body)}`);
    await pause(500);
  }
}
