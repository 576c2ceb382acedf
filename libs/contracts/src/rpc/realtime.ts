import * as z from 'zod';
import { MessageSchema } from '../model/message';
import { SeqOrZeroSchema, UuidSchema } from '../model/primitives';
import { RoomSettingsPatchSchema } from '../model/room';
import { defineRpc } from './define';

const roomId = UuidSchema;
const userIds = z.array(UuidSchema);

/**
 * What happened, as the edges tell it to the realtime gateways, which know the sockets and make the public facts of it.
 * `roomUpdated` names the fields that changed; the gateway fetches their present values.
 */
export const ChangeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('messageCreated'), message: MessageSchema }),
  z.object({ type: z.literal('messageUpdated'), message: MessageSchema }),
  z.object({ type: z.literal('roomJoined'), roomId, userIds }),
  /** `seenBy` is a member of the room: the gateway reads the room's present state through that member's eyes. That `request` changed always
   *  means that it was accepted. */
  z.object({
    type: z.literal('roomUpdated'),
    roomId,
    fields: z.array(z.enum(['title', 'members', 'request'])),
    seenBy: UuidSchema,
  }),
  z.object({ type: z.literal('roomSettingsChanged'), roomId, userId: UuidSchema, settings: RoomSettingsPatchSchema }),
  z.object({ type: z.literal('roomLeft'), roomId, userIds }),
  /** `shown`: to the others of the room too, and not to the own devices alone. */
  z.object({
    type: z.literal('readMoved'),
    roomId,
    userId: UuidSchema,
    lastReadSeq: SeqOrZeroSchema,
    shown: z.boolean(),
  }),
  /** Somebody shows their presence from now on, or hides it. */
  z.object({ type: z.literal('presenceSettingChanged'), userId: UuidSchema }),
  /** A block between two people was put or lifted. */
  z.object({ type: z.literal('blockChanged'), userIds: z.tuple([UuidSchema, UuidSchema]) }),
  /** A session that has ended, or a key that was deleted: then `sessionId` is the key's. */
  z.object({ type: z.literal('sessionEnded'), sessionId: UuidSchema, reason: z.string() }),
]);
export type Change = z.infer<typeof ChangeSchema>;

export const realtimeRpc = {
  /** Hands changes to any one gateway, which tells every node. A hint: what is lost here is found again by sync. */
  publish: defineRpc({
    pattern: 'realtime.publish',
    caller: 'service',
    repeatable: true,
    input: z.object({ changes: z.array(ChangeSchema).min(1).max(1_000) }),
    output: z.object({}),
  }),
} as const;
