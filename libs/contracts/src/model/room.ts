import * as z from 'zod';
import { limits } from '../limits';
import { LastMessageSchema } from './message';
import { nameSchema, RevisionSchema, SeqOrZeroSchema, TimeSchema, UuidSchema } from './primitives';
import { UserSummarySchema } from './user';

export const RoomKindSchema = z.enum(['direct', 'group']);
export type RoomKind = z.infer<typeof RoomKindSchema>;
export const RoleSchema = z.enum(['owner', 'member']);
export type Role = z.infer<typeof RoleSchema>;

export const MemberSchema = z.object({
  user: UserSummarySchema,
  role: RoleSchema,
  joinedAt: TimeSchema,
  lastReadSeq: SeqOrZeroSchema,
});
export type Member = z.infer<typeof MemberSchema>;

/** A room. `title` is null for a direct room: its name is the other person's. */
export const RoomSchema = z.object({
  id: UuidSchema,
  kind: RoomKindSchema,
  title: z.string().nullable(),
  members: z.array(MemberSchema),
  lastSeq: SeqOrZeroSchema,
  revision: RevisionSchema,
  createdAt: TimeSchema,
  updatedAt: TimeSchema,
});
export type Room = z.infer<typeof RoomSchema>;

/** What a member set for a room, for themselves. */
export const RoomSettingsSchema = z.object({ pinned: z.boolean(), muted: z.boolean(), archived: z.boolean() });
export type RoomSettings = z.infer<typeof RoomSettingsSchema>;

/**
 * A direct room that is a first contact, until it is accepted: `incoming` to whom it is for, also once they have refused, and `outgoing` to
 * whoever asked. Null for every other room.
 */
export const RequestSchema = z.enum(['incoming', 'outgoing']).nullable();
export type ContactRequest = z.infer<typeof RequestSchema>;

/** A room as its overview shows it to one member. */
export const OverviewItemSchema = RoomSchema.extend({
  request: RequestSchema,
  lastMessage: LastMessageSchema.nullable(),
  unreadCount: z.int().min(0),
  lastReadSeq: SeqOrZeroSchema,
}).extend(RoomSettingsSchema.shape);
export type OverviewItem = z.infer<typeof OverviewItemSchema>;

export const OverviewFilterSchema = z.enum(['active', 'unread', 'archived']);
export type OverviewFilter = z.infer<typeof OverviewFilterSchema>;

export const TitleSchema = nameSchema(limits.titleCodePoints);

const MemberIdsSchema = z
  .array(UuidSchema)
  .max(limits.groupMembers)
  .transform((ids) => [...new Set(ids)]);

export const CreateRoomInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('direct'),
    memberIds: z.array(UuidSchema).length(1, 'a direct room has exactly one other member'),
  }),
  z.strictObject({ kind: z.literal('group'), title: TitleSchema, memberIds: MemberIdsSchema }),
]);
export type CreateRoomInput = z.infer<typeof CreateRoomInputSchema>;

export const InviteInputSchema = z.strictObject({
  memberIds: MemberIdsSchema.refine((ids) => ids.length > 0, 'must name at least one person'),
});
export const RequestAnswerSchema = z.strictObject({ accept: z.boolean() });
export const RoomPatchSchema = z.strictObject({ title: TitleSchema });
export const RoomSettingsPatchSchema = z.strictObject(RoomSettingsSchema.partial().shape);
export type RoomSettingsPatch = z.infer<typeof RoomSettingsPatchSchema>;
