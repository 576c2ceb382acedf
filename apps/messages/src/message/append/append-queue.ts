import type { NewMessage } from './commit-messages';

/** A message that waits for its commit. */
export interface Waiting {
  readonly message: NewMessage;
  /** Its commit failed for a reason that may lie in it, or in one that was with it: it is tried again by itself. */
  isAlone: boolean;
}

/** Messages to be committed together. */
export interface Batch<W extends Waiting> {
  readonly waiting: readonly W[];
  /** All are of one room, which somebody else held a moment ago: this commit waits for it. */
  readonly waits: boolean;
}

export interface BatchLimits {
  readonly messages: number;
  /** UTF-16 units of text. */
  readonly text: number;
}

/**
 * Messages in the order in which they came, room by room. A room that is in a batch under way is left alone until that has ended, so
 * nothing overtakes within a room; and of several messages under one clientMessageId the next one waits for the outcome of the first.
 */
export class AppendQueue<W extends Waiting> {
  /** The room that was served longest ago comes first. */
  readonly #rooms = new Map<string, W[]>();
  readonly #underWay = new Set<string>();
  readonly #held = new Set<string>();
  #size = 0;
  #text = 0;

  /** How many messages wait. */
  get size(): number {
    return this.#size;
  }

  /** UTF-16 units of text that wait. */
  get text(): number {
    return this.#text;
  }

  add(waiting: W): void {
    this.#put(waiting, 'push');
  }

  /**
   * The next batch of rooms that nobody else is known to hold.
   * @param enough with so many messages no further room is taken; what waits in one room is not divided by it
   */
  take(limits: BatchLimits, enough = Infinity): Batch<W> | undefined {
    const taken: W[] = [];
    const room = { messages: limits.messages, text: limits.text };
    for (const [roomId, queue] of this.#rooms) {
      if (room.messages === 0 || taken.length >= enough) break;
      if (this.#underWay.has(roomId) || this.#held.has(roomId)) continue;
      if (queue[0]?.isAlone) {
        if (taken.length > 0) continue;
        return { waiting: this.#leave(roomId, queue, 1), waits: false };
      }
      const count = fitting(queue, room);
      if (count === 0) break;
      taken.push(...this.#leave(roomId, queue, count));
    }
    return taken.length === 0 ? undefined : { waiting: taken, waits: false };
  }

  /** The next batch of a room that somebody else holds. */
  takeHeld(limits: BatchLimits): Batch<W> | undefined {
    for (const roomId of this.#held) {
      const queue = this.#rooms.get(roomId);
      if (this.#underWay.has(roomId)) continue;
      this.#held.delete(roomId);
      if (queue === undefined) continue;
      const count = queue[0]?.isAlone ? 1 : fitting(queue, { ...limits });
      return { waiting: this.#leave(roomId, queue, count), waits: true };
    }
    return undefined;
  }

  /** The batch has ended; those of its messages that are to be tried again keep their places before all that came later. */
  end({ waiting }: Batch<W>, again: readonly W[]): void {
    for (const { message } of waiting) this.#underWay.delete(message.roomId);
    for (const one of again.toReversed()) this.#put(one, 'unshift');
  }

  /** The room's next batch is to wait for it. */
  markHeld(roomId: string): void {
    this.#held.add(roomId);
  }

  #put(waiting: W, where: 'push' | 'unshift'): void {
    const { roomId, text } = waiting.message;
    const queue = this.#rooms.get(roomId);
    if (queue) queue[where](waiting);
    else this.#rooms.set(roomId, [waiting]);
    this.#size++;
    this.#text += text.length;
  }

  #leave(roomId: string, queue: W[], count: number): W[] {
    const taken = queue.splice(0, count);
    this.#underWay.add(roomId);
    this.#rooms.delete(roomId);
    // At the end: the others come first next time.
    if (queue.length > 0) this.#rooms.set(roomId, queue);
    this.#size -= taken.length;
    for (const { message } of taken) this.#text -= message.text.length;
    return taken;
  }
}

/** How many from the queue's beginning there is room for, which gets smaller by them. A first message always fits an empty batch. */
function fitting(queue: readonly Waiting[], room: { messages: number; text: number }): number {
  const seen = new Set<string>();
  for (const { message, isAlone } of queue) {
    const key = message.senderId + message.clientMessageId;
    if (room.messages === 0 || room.text <= 0 || isAlone || seen.has(key)) break;
    seen.add(key);
    room.messages--;
    room.text -= message.text.length;
  }
  return seen.size;
}
