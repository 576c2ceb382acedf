import * as z from 'zod';
import { MessageSchema } from '../model/message';
import { PresenceSchema } from '../model/presence';
import { SeqOrZeroSchema, UuidSchema } from '../model/primitives';
import { OverviewItemSchema } from '../model/room';

const roomId = UuidSchema;

/** Every fact that the server tells its clients, by event name. They may come out of order or twice. */
export const facts = {
  'message:created': MessageSchema,
  'message:updated': MessageSchema,
  'room:joined': OverviewItemSchema,
  'room:updated': OverviewItemSchema.partial().extend({ id: roomId }),
  'room:left': z.object({ roomId }),
  'room:readMoved': z.object({ roomId, userId: UuidSchema, lastReadSeq: SeqOrZeroSchema }),
  'typing:changed': z.object({ roomId, userId: UuidSchema, active: z.boolean() }),
  'presence:changed': PresenceSchema,
  'session:expiring': z.object({ expiresInMs: z.number() }),
  'session:revoked': z.object({ reason: z.string() }),
  'server:draining': z.object({ reconnectWithinMs: z.number() }),
} as const;

export type FactName = keyof typeof facts;
export type FactPayload<N extends FactName> = z.output<(typeof facts)[N]>;

/** The server-to-client half of a typed Socket.IO socket. */
export type FactEvents = { [N in FactName]: (payload: FactPayload<N>) => void };
