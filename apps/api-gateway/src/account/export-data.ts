import { Inject, Injectable } from '@nestjs/common';
import { limits, ParleyError, type ExportRecord } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import { SERVICES } from '../tokens';
import { decodePlace, encodePlace, type ExportPlace } from './export-place';

/** Steps that one answer takes: in a large room most of what is read is by others, and an answer has to come in time. */
const stepsPerAnswer = 8;
/** An answer takes no further step once it holds this much text, in UTF-16 code units: with what one step may add it stays a few megabytes. */
const textPerAnswer = 500_000;

/** What one step has found, and where the next begins; null at the end. */
interface Step {
  readonly records: ExportRecord[];
  readonly next: ExportPlace | null;
}

/** Gathers what a member has here, through the calls by which they see it themselves: nothing of others comes along. */
@Injectable()
export class ExportData {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  /**
   * The next records; without a cursor from the beginning. Nothing is kept between two answers, and no answer holds more than a few pages.
   * @throws ParleyError `validation_failed` for a bad cursor
   */
  async page(actor: Actor, cursor: string | undefined): Promise<{ items: ExportRecord[]; nextCursor: string | null }> {
    const items: ExportRecord[] = [];
    let place: ExportPlace | null = cursor === undefined ? { in: 'account' } : decodePlace(cursor);
    let text = 0;
    for (let steps = 0; place !== null && steps < stepsPerAnswer && text < textPerAnswer; steps++) {
      const step: Step = await this.step(actor, place);
      for (const record of step.records) {
        items.push(record);
        if (record.type === 'message') text += record.message.text?.length ?? 0;
      }
      place = step.next;
    }
    return { items, nextCursor: place && encodePlace(place) };
  }

  private step(actor: Actor, place: ExportPlace): Promise<Step> {
    switch (place.in) {
      case 'account':
        return this.account(actor);
      case 'blocks':
        return this.blocks(actor, place.cursor);
      case 'reports':
        return this.reports(actor, place.cursor);
      case 'rooms':
        return this.rooms(actor, place.room);
    }
  }

  private async account(actor: Actor): Promise<Step> {
    const { users } = this.services;
    const [account, profile, sessions, keys] = await Promise.all([
      users.account({}, { actor }),
      users.me({}, { actor }),
      users.listSessions({}, { actor }),
      users.listApiKeys({}, { actor }),
    ]);
    return {
      records: [
        { type: 'account', account, profile },
        ...sessions.items.map((session): ExportRecord => ({ type: 'session', session })),
        ...keys.items.map((apiKey): ExportRecord => ({ type: 'apiKey', apiKey })),
      ],
      next: { in: 'blocks' },
    };
  }

  private async blocks(actor: Actor, cursor: string | undefined): Promise<Step> {
    const page = await this.services.users.blocks({ limit: limits.pageSizeMax, cursor }, { actor });
    return {
      records: page.items.map((block): ExportRecord => ({ type: 'block', block })),
      next: page.nextCursor === null ? { in: 'reports' } : { in: 'blocks', cursor: page.nextCursor },
    };
  }

  private async reports(actor: Actor, cursor: string | undefined): Promise<Step> {
    const page = await this.services.users.ownReports({ limit: limits.pageSizeMax, cursor }, { actor });
    return {
      records: page.items.map((report): ExportRecord => ({ type: 'report', report })),
      next: page.nextCursor === null ? { in: 'rooms' } : { in: 'reports', cursor: page.nextCursor },
    };
  }

  /** One page of a room's history. Rooms come in the order of their ids: one that is joined or left meanwhile moves no other. */
  private async rooms(actor: Actor, [from, seq]: readonly [string, number] = ['', 0]): Promise<Step> {
    const { roomIds } = await this.services.messages.memberships({}, { actor });
    const [roomId, following] = roomIds.filter((id) => id >= from).toSorted();
    if (roomId === undefined) return { records: [], next: null };
    const { records, next } = await this.room(actor, roomId, roomId === from ? seq : 0);
    if (next !== null) return { records, next: { in: 'rooms', room: [roomId, next] } };
    return { records, next: following === undefined ? null : { in: 'rooms', room: [following, 0] } };
  }

  /** What is of the member in one page of a room's history; `next` is the last message looked at, null at the end. */
  private async room(
    actor: Actor,
    roomId: string,
    after: number,
  ): Promise<{ records: ExportRecord[]; next: number | null }> {
    try {
      const { messages, hasAfter } = await this.services.messages.page(
        { roomId, after, limit: limits.historyPageMax },
        { actor },
      );
      const own = messages.filter(({ senderId }) => senderId === actor.userId);
      const written = own.map((message): ExportRecord => ({ type: 'message', message }));
      const records = after === 0 ? [...(await this.membership(actor, roomId)), ...written] : written;
      return { records, next: hasAfter ? (messages.at(-1)?.seq ?? null) : null };
    } catch (error) {
      // Left since the list was read.
      if (error instanceof ParleyError && error.code === 'not_found') return { records: [], next: null };
      throw error;
    }
  }

  private async membership(actor: Actor, roomId: string): Promise<ExportRecord[]> {
    const { rooms } = await this.services.chatrooms.records({ roomIds: [roomId] }, { actor });
    return rooms.flatMap(({ id, kind, title, members }): ExportRecord[] => {
      const own = members.find(({ userId }) => userId === actor.userId);
      return own ? [{ type: 'room', id, kind, title, role: own.role, joinedAt: own.joinedAt }] : [];
    });
  }
}
