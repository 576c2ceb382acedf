import * as z from 'zod';
import { TimeSchema, UuidSchema } from './primitives';

export const PresenceStatusSchema = z.enum(['online', 'away', 'offline']);
export type PresenceStatus = z.infer<typeof PresenceStatusSchema>;

/**
 * How somebody is there, over all their devices: `away` where every one of them is idle. `lastSeenAt` is null while they are online; else when they
 * were last active, null where that is not known or not told. Whoever hides their presence, is divided from the asker by a block or does
 * not exist looks the same: offline, never seen.
 */
export const PresenceSchema = z.object({
  userId: UuidSchema,
  status: PresenceStatusSchema,
  lastSeenAt: TimeSchema.nullable(),
});
export type Presence = z.infer<typeof PresenceSchema>;
