import * as z from 'zod';
import type { Scope } from '../access';
import { MessageSchema } from '../model/message';
import { PresenceSchema } from '../model/presence';
import { SeqOrZeroSchema, UuidSchema } from '../model/primitives';
import { OverviewItemSchema } from '../model/room';

/** One fact from server to client: the scope without which the socket of an API key does not hear it, and its payload. */
export interface Fact {
  /** Null: about the connection itself, told to every socket. */
  readonly scope: Scope | null;
  readonly payload: z.ZodType;
}

const fact = <const F extends Fact>(definition: F): F => definition;
const roomId = UuidSchema;

/** Every fact that the server tells its clients, by event name. They may come out of order or twice. */
export const facts = {
  'message:created': fact({ scope: 'messages:read', payload: MessageSchema }),
  'message:updated': fact({ scope: 'messages:read', payload: MessageSchema }),
  'room:joined': fact({ scope: 'rooms:read', payload: OverviewItemSchema }),
  'room:updated': fact({ scope: 'rooms:read', payload: OverviewItemSchema.partial().extend({ id: roomId }) }),
  'room:left': fact({ scope: 'rooms:read', payload: z.object({ roomId }) }),
  'room:readMoved': fact({
    scope: 'rooms:read',
    payload: z.object({ roomId, userId: UuidSchema, lastReadSeq: SeqOrZeroSchema }),
  }),
  'typing:changed': fact({
    scope: 'messages:read',
    payload: z.object({ roomId, userId: UuidSchema, active: z.boolean() }),
  }),
  'presence:changed': fact({ scope: 'profile:read', payload: PresenceSchema }),
  'session:expiring': fact({ scope: null, payload: z.object({ expiresInMs: z.number() }) }),
  'session:revoked': fact({ scope: null, payload: z.object({ reason: z.string() }) }),
  'server:draining': fact({ scope: null, payload: z.object({ reconnectWithinMs: z.number() }) }),
} as const;

export type FactName = keyof typeof facts;
export type FactPayload<N extends FactName> = z.output<(typeof facts)[N]['payload']>;

/** The server-to-client half of a typed Socket.IO socket. */
export type FactEvents = { [N in FactName]: (payload: FactPayload<N>) => void };
