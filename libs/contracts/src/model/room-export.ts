import * as z from 'zod';
import { MessageSchema } from './message';
import { RevisionSchema, SeqOrZeroSchema, SeqSchema, TimeSchema, UuidSchema } from './primitives';
import { RoleSchema, RoomKindSchema } from './room';

/** The first line: which room, and which places follow. `firstSeq` is one more than `lastSeq` where nothing is kept. A file that ends before `lastSeq` was cut off. */
export const RoomHeadLineSchema = z.object({
  type: z.literal('room'),
  format: z.literal(1),
  id: UuidSchema,
  kind: RoomKindSchema,
  title: z.string().nullable(),
  createdAt: TimeSchema,
  firstSeq: SeqSchema,
  lastSeq: SeqOrZeroSchema,
  revision: RevisionSchema,
});
export type RoomHeadLine = z.infer<typeof RoomHeadLineSchema>;

/** Somebody, before the first message of theirs; members all before the first message. Without a role: who has written here and is no member. */
export const RoomPersonLineSchema = z.object({
  type: z.literal('person'),
  id: UuidSchema,
  displayName: z.string(),
  role: RoleSchema.nullable(),
  joinedAt: TimeSchema.nullable(),
});
export type RoomPersonLine = z.infer<typeof RoomPersonLineSchema>;

/**
 * A room as JSON Lines, a line at a time: the room, its people, and every message that is kept, by `seq` without a gap, each as it is when its line is made;
 * deleted ones keep their place with `text: null`.
 */
export const RoomLineSchema = z.discriminatedUnion('type', [
  RoomHeadLineSchema,
  RoomPersonLineSchema,
  z.object({ type: z.literal('message'), message: MessageSchema }),
]);
export type RoomLine = z.infer<typeof RoomLineSchema>;
