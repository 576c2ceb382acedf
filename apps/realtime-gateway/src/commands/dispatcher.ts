import {
  commands,
  parseInput,
  ParleyError,
  type Ack,
  type Command,
  type CommandData,
  type CommandName,
  type CommandPayload,
} from '@parley/contracts';
import {
  assertAllowed,
  commandLimit,
  rateLimited,
  type ErrorLog,
  type Identity,
  type RateLimiter,
  type RevocationWatch,
} from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import { newRequestId, requestContext, withDeadline } from '@parley/server-runtime';
import type { Histogram } from 'prom-client';
import type { GatewaySocket } from '../connection/gateway-socket';
import { asParleyError } from './as-parley-error';

/** Who gives a command, and on which socket. */
export interface CommandCall {
  readonly actor: Actor;
  readonly socket: GatewaySocket;
}

/** One handler for every command of the contracts: one that is missing or does not fit does not compile. */
export type CommandHandlers = {
  readonly [N in CommandName]: (payload: CommandPayload<N>, call: CommandCall) => Promise<CommandData<N>>;
};

export interface DispatcherParts {
  readonly handlers: CommandHandlers;
  readonly limiter: RateLimiter;
  readonly revocations: RevocationWatch;
  readonly seconds: Histogram<'command' | 'outcome'>;
  readonly errors: ErrorLog;
}

/** How long the answer to a command may take in all. */
const DEADLINE_MS = 5_000;
/** What somebody may do whose token has just expired: it brings another one. */
const RENEWAL: CommandName = 'session:renew';
/** What stands for every event name that is none, in limits and metrics. */
const UNKNOWN = 'unknown';

type Run = (payload: unknown, call: CommandCall) => Promise<unknown>;

/** Takes every event that a client sends and answers it, whatever it is: with the handler's data or with an error, exactly once. */
export class Dispatcher {
  /** A map: names such as `constructor` are no commands. */
  private readonly runners: ReadonlyMap<string, Run>;

  constructor(private readonly parts: DispatcherParts) {
    const names = Object.keys(commands) as CommandName[];
    this.runners = new Map(names.map((name) => [name, this.runnerOf(name)]));
  }

  /** Listens to everything that comes on a socket. */
  attach(socket: GatewaySocket): void {
    socket.onAny((event: unknown, ...args: unknown[]) => void this.dispatch(socket, event, args));
  }

  /** Answers one event. Never rejects. */
  async dispatch(socket: GatewaySocket, event: unknown, args: readonly unknown[]): Promise<void> {
    const last = args.at(-1);
    const payload = isAcknowledgement(last) ? args.slice(0, -1) : args;
    const startedAt = performance.now();
    const command = typeof event === 'string' && this.runners.has(event) ? event : UNKNOWN;
    const answer = await this.answer(socket, command, payload);
    this.parts.seconds.observe(
      { command, outcome: answer.ok ? 'ok' : answer.error.code },
      (performance.now() - startedAt) / 1_000,
    );
    // A client that wants no acknowledgement gives no function; what it sent is done all the same.
    if (isAcknowledgement(last)) last(answer);
  }

  private runnerOf<N extends CommandName>(name: N): Run {
    const { access, payload: schema }: Command = commands[name];
    const handler = this.parts.handlers[name];
    return async (payload, call) => {
      assertAllowed(access, call.socket.data.identity);
      // What this command's own schema has just answered.
      const checked = parseInput(schema, payload) as CommandPayload<N>;
      return handler(checked, call);
    };
  }

  private async answer(socket: GatewaySocket, command: string, payload: readonly unknown[]): Promise<Ack<unknown>> {
    const context = { requestId: newRequestId(), deadline: Date.now() + DEADLINE_MS };
    return requestContext.run(context, async () => {
      try {
        const data = await withDeadline(command, DEADLINE_MS, () => this.run(socket, command, payload));
        return { ok: true, data };
      } catch (thrown) {
        const error = asParleyError(thrown);
        this.parts.errors.write(error, { command });
        return { ok: false, error: error.toWire() };
      }
    });
  }

  private async run(socket: GatewaySocket, command: string, payload: readonly unknown[]): Promise<unknown> {
    const { userId, sessionId, expiresAt }: Identity = socket.data.identity;
    // The clock that ends sockets with their token looks once a second, and not at all while the process stands still.
    if (expiresAt <= Date.now() && command !== RENEWAL)
      throw new ParleyError('unauthenticated', 'The access token has expired.');
    await this.parts.revocations.assertLive(sessionId);
    const verdict = await this.parts.limiter.take(commandLimit(command), userId);
    if (!verdict.allowed) throw rateLimited(verdict);
    const run = this.runners.get(command);
    if (run === undefined) throw new ParleyError('not_found', 'There is no such command.');
    if (payload.length !== 1) throw new ParleyError('validation_failed', 'A command has exactly one payload.');
    return run(payload[0], { socket, actor: { userId, sessionId } });
  }
}

/** Socket.IO makes a function of the client's wish to be answered; nothing that a client can send is one itself. */
function isAcknowledgement(value: unknown): value is (answer: Ack<unknown>) => void {
  return typeof value === 'function';
}
