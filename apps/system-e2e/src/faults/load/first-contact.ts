import type { Message, Room } from '@parley/contracts';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Member } from './people';

const TRIES = 60;
const PAUSE_MS = 2_000;

/** A first contact that was asked for and is never answered. The one who was asked reads and types there all the same: nothing of that may be told. */
export class FirstContact {
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly asked: Member,
    private readonly roomId: string,
  ) {}

  /** @param nonce of the room that the two have then */
  static async begin(asker: Member, asked: Member, nonce: string): Promise<FirstContact> {
    asker.bare.hush(asked.userId);
    const headers = { 'idempotency-key': randomUUID() };
    const { id } = await answered<Room>(async () =>
      (await asker.api()).post('/chatrooms', { kind: 'direct', memberIds: [asked.userId] }, { headers }),
    );
    const message = { clientMessageId: randomUUID(), text: `${nonce} hello` };
    await answered<Message>(async () => (await asker.api()).post(`/chatrooms/${id}/messages`, message));
    const contact = new FirstContact(asked, id);
    contact.timer = setInterval(() => contact.act(), PAUSE_MS);
    return contact;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private act(): void {
    const { client } = this.asked.bare;
    for (const [name, payload] of [
      ['room:read', { roomId: this.roomId, seq: 1 }],
      ['typing:set', { roomId: this.roomId, active: true }],
    ] as const) {
      client.command(name, payload).catch(() => undefined);
    }
  }
}

async function answered<T>(call: () => Promise<{ status: number; body: unknown }>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const answer = await call().catch(() => null);
    if (answer !== null && (answer.status === 200 || answer.status === 201)) return answer.body as T;
    if (tries === TRIES) throw new Error(`A first contact could not be asked for: ${JSON.stringify(answer?.body)}`);
    await pause(500);
  }
}
