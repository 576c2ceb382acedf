import { setImmediate as nextTurn } from 'node:timers/promises';
import { limits, type messagesRpc, type RpcOutput } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import { newRequestId, requestContext } from '@parley/server-runtime';

/** The rooms of one member, and each one's revision and last `seq`. */
export type Memberships = Omit<RpcOutput<typeof messagesRpc.membershipsOf>['members'][number], 'userId'>;

/** Calls under way at the same time. */
const CALLS = 2;
const DEADLINE_MS = 4_000;
const NO_ROOMS: Memberships = { roomIds: [], heads: [] };

/**
 * Reads which rooms members are in, for handshakes. Those who ask while earlier questions are under way are asked about together: alone, somebody
 * waits for nobody, and in a storm a call serves dozens. What is answered was read after it was asked for.
 */
export class MembershipReader {
  private readonly waiting = new Map<string, PromiseWithResolvers<Memberships>>();
  private running = 0;

  constructor(private readonly messages: Pick<Services['messages'], 'membershipsOf'>) {}

  /** @throws ParleyError `unavailable` */
  read(userId: string): Promise<Memberships> {
    const asked = this.waiting.get(userId) ?? Promise.withResolvers<Memberships>();
    this.waiting.set(userId, asked);
    if (this.running < CALLS) void this.run();
    return asked.promise;
  }

  private async run(): Promise<void> {
    this.running++;
    // Those who ask in the same turn go together.
    await nextTurn();
    while (this.waiting.size > 0) {
      const batch = [...this.waiting].slice(0, limits.membershipsAtOnce);
      for (const [userId] of batch) this.waiting.delete(userId);
      await this.answer(batch);
    }
    this.running--;
  }

  /** Never rejects: whoever asked is told. */
  private async answer(batch: readonly (readonly [string, PromiseWithResolvers<Memberships>])[]): Promise<void> {
    try {
      const userIds = batch.map(([userId]) => userId);
      // Not in the name of whoever happened to ask first, nor within what is left of their time.
      const { members } = await requestContext.run({ requestId: newRequestId() }, () =>
        this.messages.membershipsOf({ userIds }, { deadlineMs: DEADLINE_MS }),
      );
      const found = new Map(members.map(({ userId, ...memberships }) => [userId, memberships]));
      for (const [userId, { resolve }] of batch) resolve(found.get(userId) ?? NO_ROOMS);
    } catch (error) {
      for (const [, { reject }] of batch) reject(error);
    }
  }
}
