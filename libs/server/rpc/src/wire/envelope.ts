import { z } from 'zod';

/** Asks a connection for its challenge, and the server to show that it holds the secret; also tells that the other side lives. */
export const HELLO = 'rpc.hello';

export const HelloSchema = z.object({ nonce: z.string().min(16).max(64) });
export const WelcomeSchema = z.object({ challenge: z.string().min(16).max(64), proof: z.string() });

const ActorSchema = z.object({ userId: z.string().min(1).max(64), sessionId: z.string().min(1).max(64) });

/** Everything about a call but its pattern and its input. */
export const MetaSchema = z.object({
  requestId: z.string().min(1).max(200),
  caller: z.string().min(1).max(64),
  actor: ActorSchema.nullable(),
  /** How much longer the caller waits. A span and not a time: clocks of two machines differ. */
  deadlineMs: z.number().int().min(0).max(600_000),
  /** The connection's own random value, so that an envelope is worth nothing on any other connection … */
  challenge: z.string().min(16).max(64),
  /** … and its place on the connection: 1, 2, 3 …, so that it is worth nothing a second time on this one. */
  count: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});
export type Meta = z.infer<typeof MetaSchema>;

/** A signed call. `body` is the input as JSON text: what was signed is what is parsed, and nothing is parsed that was not signed. */
export const EnvelopeSchema = z.object({ meta: MetaSchema, body: z.string(), signature: z.string().max(100) });
export type Envelope = z.infer<typeof EnvelopeSchema>;

/** Largest input of a call, in characters of JSON. */
export const BODY_CHARACTERS_MAX = 16 * 1024 * 1024;
/** Largest answer, in characters of JSON. */
export const ANSWER_CHARACTERS_MAX = 32 * 1024 * 1024;
