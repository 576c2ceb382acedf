import type { WireError } from '@parley/contracts';

/** A message on its way. `waiting` for its turn or for the connection, `sending`, or `failed` for good until a person retries or removes it. */
export interface OutboxEntry {
  readonly clientMessageId: string;
  readonly roomId: string;
  /** Whose message it is: nobody else's session sends it. */
  readonly senderId: string;
  readonly text: string;
  /** The place of the message that it answers, where it answers one. */
  readonly replyToSeq?: number | undefined;
  /** Its place among the messages of the program that wrote it: no clock has a say in the order of sending. */
  readonly place: number;
  /** Milliseconds of the epoch, by this machine's clock: for the eye only, never for order. */
  readonly queuedAt: number;
  readonly status: 'waiting' | 'sending' | 'failed';
  readonly error: WireError | null;
}
