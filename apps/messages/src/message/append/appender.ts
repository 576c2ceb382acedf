import { ParleyError } from '@parley/contracts';
import { isConnectionLoss } from '@parley/server-database';
import type { Logger } from '@parley/server-runtime';
import { Histogram, type Registry } from 'prom-client';
import { AppendQueue, type Batch, type BatchLimits, type Waiting } from './append-queue';
import type { Commit, NewMessage, Outcome } from './commit-messages';
import { Pace } from './pace';

/** An outcome for whoever sent the message. */
export type Appended = Exclude<Outcome, { kind: 'busy' }>;

export interface AppenderOptions {
  /** Stores a batch. Faults are injected around this: before it runs nothing is stored, once it has resolved everything is. */
  readonly commit: Commit;
  readonly log: Logger;
  readonly metrics?: Registry | undefined;
  /** Commits under way at once, besides those that wait for a room; 2 by default. */
  readonly commits?: number;
  /** One more commit begins beside another only when so many messages wait, and what waits is divided only where it is twice as many; 24 by default. */
  readonly crowd?: number;
  /** Commits under way that wait for a room which somebody else holds; 3 by default. */
  readonly waitingCommits?: number;
  readonly batch?: BatchLimits;
  /** What may wait at most; one message more is `unavailable`. */
  readonly queue?: BatchLimits;
}

interface Sent extends Waiting {
  readonly deadline: number;
  readonly resolve: (outcome: Appended) => void;
  readonly reject: (error: unknown) => void;
  failures: number;
}

const BATCH: BatchLimits = { messages: 256, text: 1_000_000 };
const QUEUE: BatchLimits = { messages: 5_000, text: 16_000_000 };
/** A message is tried so often where its commit failed; it is stored once all the same. */
const TRIES = 2;

/**
 * Commits messages in groups: what arrives while a commit is under way makes up the next one, and where very many come so does what comes within some
 * milliseconds; where several commits may run beside each other, a crowd for each is divided among them. A message that comes alone is committed at once. Each
 * message has its own outcome: where a whole commit fails, each of its messages is tried again by itself.
 */
export class Appender {
  readonly #options: AppenderOptions;
  readonly #queue = new AppendQueue<Sent>();
  readonly #batchSizes: Histogram | undefined;
  #underWay = 0;
  #waitingUnderWay = 0;
  #isScheduled = false;
  readonly #pace = new Pace();
  #putOff: NodeJS.Timeout | undefined;

  constructor(options: AppenderOptions) {
    this.#options = options;
    this.#batchSizes = options.metrics && batchSizes(options.metrics);
  }

  /**
   * Resolves when the message is stored, or why it is not.
   * @param deadline epoch milliseconds; a message that has not been committed by then is not begun. One whose commit is under way may
   * still be stored: whoever sends it again gets the stored one.
   * @throws ParleyError `unavailable` where too many wait, or the deadline has passed; whatever the commit failed with
   */
  append(message: NewMessage, deadline: number): Promise<Appended> {
    const { messages, text } = this.#options.queue ?? QUEUE;
    if (this.#queue.size >= messages || this.#queue.text >= text) {
      return Promise.reject(new ParleyError('unavailable', 'Parley is very busy right now. Please try again.'));
    }
    this.#pace.came();
    return new Promise((resolve, reject) => {
      this.#queue.add({ message, deadline, resolve, reject, failures: 0, isAlone: false });
      this.#schedule();
    });
  }

  /** What was read from the network in one go is committed in one go. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#begin();
    });
  }

  #begin(): void {
    const { commits = 2, crowd = 24, waitingCommits = 3, batch: limits = BATCH } = this.#options;
    while (this.#waitingUnderWay < waitingCommits) {
      const batch = this.#queue.takeHeld(limits);
      if (batch === undefined) break;
      this.#waitingUnderWay++;
      void this.#run(batch).finally(() => {
        this.#waitingUnderWay--;
        this.#schedule();
      });
    }
    if (this.#isPutOff(crowd)) return;
    while (this.#underWay === 0 || (this.#underWay < commits && this.#queue.size >= crowd)) {
      // Several crowds are divided among the commits that may run beside each other: in one, the database, this process and whoever sends would wait in turns.
      const { size } = this.#queue;
      const parts = Math.max(1, Math.min(commits - this.#underWay, Math.floor(size / crowd)));
      const batch = this.#queue.take(limits, Math.ceil(size / parts));
      if (batch === undefined) break;
      this.#pace.begun(batch.waiting.length);
      this.#underWay++;
      void this.#run(batch).finally(() => {
        this.#underWay--;
        this.#schedule();
      });
    }
  }

  /** Whether what waits is better off with what comes within the next moment; then that is looked at again. */
  #isPutOff(crowd: number): boolean {
    const { size } = this.#queue;
    const putOffMs = size === 0 || size >= crowd ? 0 : this.#pace.putOffMs(size);
    if (putOffMs <= 0) return false;
    this.#putOff ??= setTimeout(() => {
      this.#putOff = undefined;
      this.#begin();
    }, putOffMs);
    return true;
  }

  /** Never rejects. */
  async #run(batch: Batch<Sent>): Promise<void> {
    const now = Date.now();
    const live = batch.waiting.filter((sent) => sent.deadline > now);
    for (const sent of batch.waiting) if (sent.deadline <= now) sent.reject(tooLate());
    const again = live.length === 0 ? [] : await this.#commit(live, batch.waits);
    this.#queue.end(batch, again);
  }

  /** Commits and tells; answers those that are to be tried again. */
  async #commit(live: readonly Sent[], waits: boolean): Promise<Sent[]> {
    this.#batchSizes?.observe(live.length);
    try {
      const outcomes = await this.#options.commit(
        live.map(({ message }) => message),
        waits,
      );
      return live.filter((sent, index) => !this.#settle(sent, outcomes[index]));
    } catch (error) {
      return live.filter((sent) => this.#mayTryAgain(sent, error, live.length > 1));
    }
  }

  /** Tells what became of the message; false where that is not known yet. */
  #settle(sent: Sent, outcome: Outcome | undefined): boolean {
    if (outcome === undefined) {
      sent.reject(new Error('A message was committed without an outcome.'));
      return true;
    }
    if (outcome.kind === 'busy') {
      this.#queue.markHeld(sent.message.roomId);
      return false;
    }
    if (Date.now() > sent.deadline) {
      this.#options.log.info(
        { outcome: outcome.kind },
        'a message was stored or refused after its sender had stopped waiting',
      );
    }
    sent.resolve(outcome);
    return true;
  }

  #mayTryAgain(sent: Sent, error: unknown, hadCompany: boolean): boolean {
    sent.failures++;
    // A connection that broke is nobody's fault. Anything else may be this message's, or that of one that was with it.
    const isLost = isConnectionLoss(error);
    sent.isAlone = !isLost;
    if (sent.failures < TRIES && (isLost || hadCompany)) return true;
    sent.reject(error);
    return false;
  }
}

function tooLate(): ParleyError {
  return new ParleyError('unavailable', 'Parley cannot answer right now. Please try again.');
}

function batchSizes(registry: Registry): Histogram {
  return new Histogram({
    name: 'parley_messages_append_batch_size',
    help: 'Messages that were committed together',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers: [registry],
  });
}
