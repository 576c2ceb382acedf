import { Controller, Module } from '@nestjs/common';
import { defineRpc, ErrorCodeSchema, ParleyError, type RpcInput, type RpcOutput } from '@parley/contracts';
import { currentRequestId } from '@parley/server-runtime';
import { z } from 'zod';
import type { ActorCall, RpcCall } from './call';
import { Handle } from './handle';

/** The secret that the services of the tests share. */
export const secret = 'the secret of the tests, long enough';
export const ada = { userId: 'ada', sessionId: 'session-of-ada' };

const nothing = z.object({});

/** A service to try the machinery with. */
export const echoRpc = {
  shout: defineRpc({
    pattern: 'echo.shout',
    caller: 'actor',
    repeatable: true,
    input: z.object({ text: z.string().max(1_000_000) }),
    output: z.object({ text: z.string(), by: z.string() }),
  }),
  /** What the handler knows of the call. */
  describe: defineRpc({
    pattern: 'echo.describe',
    caller: 'public',
    repeatable: true,
    input: nothing,
    output: z.object({
      pid: z.number(),
      requestId: z.string(),
      contextRequestId: z.string(),
      caller: z.string(),
      actor: z.object({ userId: z.string(), sessionId: z.string() }).nullable(),
      remainingMs: z.number(),
    }),
  }),
  fail: defineRpc({
    pattern: 'echo.fail',
    caller: 'public',
    repeatable: true,
    input: z.object({ code: ErrorCodeSchema.optional() }),
    output: nothing,
  }),
  /** Answers when `openGate` was called: in the same process, or never. */
  hold: defineRpc({
    pattern: 'echo.hold',
    caller: 'public',
    repeatable: true,
    input: nothing,
    output: z.object({ pid: z.number() }),
  }),
  /** As `hold`, for a call that must not be made twice. */
  holdOnce: defineRpc({
    pattern: 'echo.holdOnce',
    caller: 'public',
    repeatable: false,
    input: nothing,
    output: z.object({ pid: z.number() }),
  }),
  leak: defineRpc({
    pattern: 'echo.leak',
    caller: 'service',
    repeatable: true,
    input: nothing,
    output: z.object({ name: z.string() }),
  }),
} as const;

let gate = Promise.withResolvers<undefined>();
let held = 0;

async function passGate(): Promise<void> {
  held++;
  await gate.promise;
  held--;
}

/** How many calls are held in this process. */
export function heldCalls(): number {
  return held;
}

/** Lets the calls end that are held in this process. */
export function openGate(): void {
  gate.resolve(undefined);
  gate = Promise.withResolvers();
}

@Controller()
export class EchoController {
  @Handle(echoRpc.shout)
  async shout(
    { text }: RpcInput<typeof echoRpc.shout>,
    { actor }: ActorCall,
  ): Promise<RpcOutput<typeof echoRpc.shout>> {
    return { text: text.toUpperCase(), by: actor.userId };
  }

  @Handle(echoRpc.describe)
  async describe(_: object, call: RpcCall): Promise<RpcOutput<typeof echoRpc.describe>> {
    const { requestId, caller, actor, deadline } = call;
    const contextRequestId = currentRequestId() ?? '';
    return { pid: process.pid, requestId, contextRequestId, caller, actor, remainingMs: deadline - Date.now() };
  }

  @Handle(echoRpc.fail)
  async fail({ code }: RpcInput<typeof echoRpc.fail>): Promise<RpcOutput<typeof echoRpc.fail>> {
    if (code === undefined) throw new Error('relation "passwords" does not exist');
    throw new ParleyError(code, 'You asked for it.', {
      errors: [{ path: 'code', message: 'this one' }],
      retryAfterMs: 7,
    });
  }

  @Handle(echoRpc.hold)
  async hold(): Promise<RpcOutput<typeof echoRpc.hold>> {
    await passGate();
    return { pid: process.pid };
  }

  @Handle(echoRpc.holdOnce)
  async holdOnce(): Promise<RpcOutput<typeof echoRpc.holdOnce>> {
    await passGate();
    return { pid: process.pid };
  }

  @Handle(echoRpc.leak)
  async leak(): Promise<RpcOutput<typeof echoRpc.leak>> {
    const entity = { name: 'Ada', passwordHash: '$argon2id$' };
    return entity;
  }
}

@Module({ controllers: [EchoController] })
export class EchoModule {}
