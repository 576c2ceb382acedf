import { Inject, Injectable } from '@nestjs/common';
import { limits, ParleyError, type Message, type ReportInput, type ReportReceipt } from '@parley/contracts';
import { transaction } from '@parley/server-database';
import type { Actor } from '@parley/server-rpc';
import { DataSource, type EntityManager, IsNull, MoreThan } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { AccountEntity } from '../accounts/account.entity';
import { messagesClient, type MessagesClient } from '../blocks/messages-client';
import { ReportEntity } from './report.entity';

const dayMs = 24 * 3_600_000;

/** Keeps what members report of each other. */
@Injectable()
export class ReportMember {
  constructor(
    private readonly db: DataSource,
    @Inject(messagesClient) private readonly messages: MessagesClient,
  ) {}

  /**
   * A block between the two does not matter. The same report again within a day is the first one: a repeat after an answer that was lost is kept once.
   * @throws ParleyError `validation_failed` for oneself and for a message that is somebody else's; `not_found` for a member that there is not, a room
   * that the actor is not in, a message that is not in it; `rate_limited` where the actor has reported too much in a day
   */
  async run(input: ReportInput, actor: Actor): Promise<ReportReceipt> {
    const { userId, roomId, seq, reason, note = '' } = input;
    if (userId === actor.userId) throw wrong('userId', 'is your own');
    if (!(await this.db.manager.existsBy(AccountEntity, { id: userId }))) {
      throw new ParleyError('not_found', 'There is no such member.');
    }
    const message = roomId === undefined ? null : await this.concerned(roomId, seq, actor);
    if (message !== null && message.senderId !== userId) throw wrong('seq', 'is no message of theirs');
    // After the message itself: a text that is replaced in between is kept twice, and none is lost.
    const earlierTexts =
      message && (await this.messages.earlierTexts({ roomId: message.roomId, seq: message.seq })).texts;
    const report = { reporterId: actor.userId, userId, roomId: roomId ?? null, seq: seq ?? null, reason, note };
    return transaction(this.db, async (manager) => {
      // Those of one member at the same time are looked at one after the other.
      await manager.query('SELECT FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [actor.userId]);
      return (
        (await this.repeated(manager, { ...report, message })) ??
        this.keep(manager, { ...report, message, earlierTexts })
      );
    });
  }

  /** The message as the actor sees it now; null where none is named, and the actor is in the room. */
  private async concerned(roomId: string, seq: number | undefined, actor: Actor): Promise<Message | null> {
    const page = await this.messages.page({ roomId, after: (seq ?? 1) - 1, limit: 1 }, { actor });
    if (seq === undefined) return null;
    const message = page.messages.find((each) => each.seq === seq);
    if (message === undefined) throw new ParleyError('not_found', 'There is no such message.');
    return message;
  }

  /** The same that nobody has looked at yet, of the message as it still is: a message that was changed since is another matter. */
  private async repeated(
    manager: EntityManager,
    {
      message,
      roomId,
      seq,
      ...named
    }: Pick<ReportEntity, 'reporterId' | 'userId' | 'roomId' | 'seq' | 'reason' | 'note' | 'message'>,
  ): Promise<ReportReceipt | null> {
    const known = await manager.findBy(ReportEntity, {
      ...named,
      ...{ roomId: roomId ?? IsNull(), seq: seq ?? IsNull(), createdAt: MoreThan(new Date(Date.now() - dayMs)) },
      closedAt: IsNull(),
    });
    const same = known.find((report) => report.message?.revision === message?.revision);
    return same ? { id: same.id, createdAt: same.createdAt.toISOString() } : null;
  }

  private async keep(
    manager: EntityManager,
    report: Omit<ReportEntity, 'id' | 'createdAt' | 'closedAt' | 'closedBy' | 'resolution'>,
  ): Promise<ReportReceipt> {
    const now = new Date();
    const latest = await manager.find(ReportEntity, {
      select: { id: true, createdAt: true },
      where: { reporterId: report.reporterId, createdAt: MoreThan(new Date(now.getTime() - dayMs)) },
      order: { createdAt: 'DESC' },
      take: limits.reportsPerDay,
    });
    const oldest = latest[limits.reportsPerDay - 1];
    if (oldest !== undefined) {
      throw new ParleyError('rate_limited', `At most ${limits.reportsPerDay} reports in a day.`, {
        retryAfterMs: Math.max(1, oldest.createdAt.getTime() + dayMs - now.getTime()),
      });
    }
    const id = uuidV7();
    await manager.insert(ReportEntity, { ...report, id, createdAt: now });
    return { id, createdAt: now.toISOString() };
  }
}

function wrong(path: string, message: string): ParleyError {
  return new ParleyError('validation_failed', `${path}: ${message}`, { errors: [{ path, message }] });
}
