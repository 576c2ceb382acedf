import { setTimeout as sleep } from 'node:timers/promises';
import { ParleyError, type ErrorCode, type Rpc } from '@parley/contracts';
import { newRequestId, requestContext, withDeadline, type Logger } from '@parley/server-runtime';
import type { Actor } from '../call';
import type { CallTimer } from '../metrics';
import { BODY_CHARACTERS_MAX } from '../wire/envelope';
import { AnsweredErrorSchema } from '../wire/refusal';
import type { Answer, CallMeta } from './connection';
import { NotSent, TimedOut } from './failures';
import type { Instance } from './instance';
import type { InstancePool } from './instance-pool';

export interface CallOptions {
  readonly actor?: Actor | null;
  /** By default that of the request being answered, else a new one. */
  readonly requestId?: string;
  /** How long to wait at most; never longer than whoever waits for us. */
  readonly deadlineMs?: number;
}

export interface CallerOptions {
  readonly pool: InstancePool;
  /** The name of this process. */
  readonly caller: string;
  readonly log: Logger;
  readonly timer: CallTimer;
  readonly deadlineMs: number;
  readonly maxInFlight: number;
  readonly restartGraceMs: number;
}

const PAUSE_FIRST_MS = 25;
const PAUSE_MAX_MS = 400;

/** Makes calls: within one deadline, on one instance after the other where that is safe, and no more at once than there is room for. */
export class Caller {
  readonly #options: CallerOptions;
  #inFlight = 0;

  constructor(options: CallerOptions) {
    this.#options = options;
  }

  /**
   * Makes a call; answers its output as JSON text.
   * @throws ParleyError whatever the handler threw; `unavailable` when no answer came in time or the outcome is not known
   */
  async call(rpc: Rpc, input: unknown, options: CallOptions): Promise<string> {
    const startedAt = performance.now();
    let outcome: 'ok' | ErrorCode = 'unavailable';
    try {
      if (this.#inFlight >= this.#options.maxInFlight) {
        throw new ParleyError('unavailable', 'Parley is very busy right now. Please try again.');
      }
      this.#inFlight++;
      try {
        const json = await this.#call(rpc, input, options, startedAt);
        outcome = 'ok';
        return json;
      } finally {
        this.#inFlight--;
      }
    } catch (error) {
      if (error instanceof ParleyError) outcome = error.code;
      throw error;
    } finally {
      this.#options.timer.record(rpc.pattern, outcome, startedAt);
    }
  }

  async #call(rpc: Rpc, input: unknown, options: CallOptions, startedAt: number): Promise<string> {
    const context = requestContext.getStore();
    const waits = [options.deadlineMs ?? this.#options.deadlineMs];
    if (context?.deadline !== undefined) waits.push(context.deadline - Date.now());
    const deadline = startedAt + Math.min(...waits);
    const body = JSON.stringify(input);
    if (body.length > BODY_CHARACTERS_MAX) throw new ParleyError('payload_too_large', 'That is too much at once.');
    const meta = {
      requestId: options.requestId ?? context?.requestId ?? newRequestId(),
      caller: this.#options.caller,
      actor: options.actor ?? null,
    };
    try {
      return await this.#failOver(rpc, meta, body, deadline);
    } catch (error) {
      if (error instanceof ParleyError) throw error;
      const { requestId } = meta;
      this.#options.log.warn({ requestId, pattern: rpc.pattern, reason: reasonOf(error) }, 'a call got no answer');
      throw new ParleyError('unavailable', 'Parley cannot answer right now. Please try again.', { cause: error });
    }
  }

  /** Asks one instance after the other for as long as that is safe, then all of them again while the service may be restarting. */
  async #failOver(rpc: Rpc, meta: Omit<CallMeta, 'deadlineMs'>, body: string, deadline: number): Promise<string> {
    const { pool } = this.#options;
    if (!pool.isReady) {
      await withDeadline('looking up names', Math.max(0, deadline - performance.now()), () => pool.refresh());
    }
    let pause = PAUSE_FIRST_MS;
    let failed: { readonly error: unknown } | undefined;
    for (;;) {
      const tried = new Set<Instance>();
      for (let instance = pool.pick(tried); instance !== undefined; instance = pool.pick(tried)) {
        const deadlineMs = Math.floor(deadline - performance.now());
        if (deadlineMs <= 0) throw new TimedOut();
        tried.add(instance);
        try {
          const json = readAnswer(await instance.call(rpc.pattern, { ...meta, deadlineMs }, body));
          pool.noteSuccess(instance);
          return json;
        } catch (error) {
          // An error that the handler chose is an answer as good as any other.
          if (error instanceof ParleyError) {
            pool.noteSuccess(instance);
            throw error;
          }
          pool.noteFailure(instance, error);
          if (error instanceof TimedOut || !(error instanceof NotSent || rpc.repeatable)) throw error;
          failed = { error };
        }
      }
      const now = performance.now();
      if (now - pool.lastSuccessAt > this.#options.restartGraceMs || now + pause >= deadline) {
        if (failed === undefined) throw new NotSent('no instance is known');
        throw failed.error;
      }
      await sleep(pause);
      pause = Math.min(PAUSE_MAX_MS, pause * 2);
    }
  }
}

/** @throws ParleyError that was answered; NotSent where the call was turned away */
function readAnswer(answer: Answer): string {
  if ('json' in answer) return answer.json;
  const error = AnsweredErrorSchema.safeParse(answer.error);
  if (!error.success) throw new Error('the answer makes no sense');
  if (!error.data.started) throw new NotSent(error.data.detail);
  throw ParleyError.fromWire(error.data);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
