import type { MessageHandler } from '@nestjs/microservices';
import { parseInput, ParleyError, type Rpc } from '@parley/contracts';
import { requestContext, type Logger } from '@parley/server-runtime';
import { isObservable, lastValueFrom } from 'rxjs';
import type { RpcCall } from '../call';
import { logLevelOf, type CallTimer } from '../metrics';
import { ANSWER_CHARACTERS_MAX } from '../wire/envelope';
import type { AnsweredError } from '../wire/refusal';
import { checkOutput } from './check-output';
import { Failure } from './keep-failure';

/** The end of a call: the answer as JSON text, or an error. */
export type CallResult = { readonly json: string } | { readonly error: AnsweredError };

export interface CallRunnerOptions {
  readonly log: Logger;
  readonly timer: CallTimer;
  /** Whether answers are held against the contract; costs time, so tests do it and production does not. */
  readonly checksOutput: boolean;
}

/** Runs authentic calls: rule for the actor, input, handler, answer, errors, log and metrics. Never throws. */
export class CallRunner {
  readonly #options: CallRunnerOptions;

  constructor(options: CallRunnerOptions) {
    this.#options = options;
  }

  async run(rpc: Rpc, handler: MessageHandler, call: RpcCall, body: string): Promise<CallResult> {
    const startedAt = performance.now();
    const { requestId, deadline } = call;
    return requestContext.run({ requestId, deadline }, async () => {
      try {
        const json = await this.#answer(rpc, handler, call, body);
        this.#options.timer.record(rpc.pattern, 'ok', startedAt);
        return { json };
      } catch (thrown) {
        const error = this.#explain(rpc, call, thrown);
        this.#options.timer.record(rpc.pattern, error.code, startedAt);
        return { error: { ...error.toWire(), started: true } };
      }
    });
  }

  async #answer(rpc: Rpc, handler: MessageHandler, call: RpcCall, body: string): Promise<string> {
    if (rpc.caller === 'actor' && call.actor === null) {
      throw new ParleyError('unauthenticated', 'You are not signed in.');
    }
    const input = parseInput(rpc.input, parseJson(body));
    const result: unknown = await handler(input, call);
    const output: unknown = isObservable(result) ? await lastValueFrom(result) : result;
    if (output instanceof Failure) throw output.error;
    const json = JSON.stringify(output);
    if (json === undefined) throw new Error(`The handler of ${rpc.pattern} answered nothing.`);
    if (json.length > ANSWER_CHARACTERS_MAX)
      throw new Error(`The answer of ${rpc.pattern} is too large: ${json.length}`);
    if (this.#options.checksOutput) checkOutput(rpc, json);
    return json;
  }

  /** What the caller is told. The input is never logged: it holds passwords and what people write. */
  #explain(rpc: Rpc, { caller, actor }: RpcCall, thrown: unknown): ParleyError {
    const fields = { pattern: rpc.pattern, caller, userId: actor?.userId };
    if (thrown instanceof ParleyError) {
      const cause = thrown.cause === undefined ? {} : { err: thrown };
      this.#options.log[logLevelOf(thrown.code)](
        { ...fields, ...cause, code: thrown.code },
        'a call was answered with an error',
      );
      return thrown;
    }
    this.#options.log.error({ ...fields, err: thrown }, 'a call failed');
    return new ParleyError('unavailable', 'Parley cannot answer right now. Please try again.');
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ParleyError('validation_failed', 'The request is not valid JSON.', { cause });
  }
}
