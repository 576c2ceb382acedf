import * as z from 'zod';
import { limits } from '../limits';
import { pageInput } from '../model/page';
import { TimeSchema, UuidSchema } from '../model/primitives';
import {
  CreateRoomInputSchema,
  OverviewFilterSchema,
  RoleSchema,
  RoomKindSchema,
  RoomSettingsPatchSchema,
  RoomSettingsSchema,
  TitleSchema,
} from '../model/room';
import { defineRpc } from './define';

/** A room as the chatrooms service knows it: people by id, nothing of its messages, and the actor's own settings. */
export const RoomRecordSchema = z.object({
  id: UuidSchema,
  kind: RoomKindSchema,
  title: z.string().nullable(),
  members: z.array(z.object({ userId: UuidSchema, role: RoleSchema, joinedAt: TimeSchema })),
  createdAt: TimeSchema,
  updatedAt: TimeSchema,
  settings: RoomSettingsSchema,
});
export type RoomRecord = z.infer<typeof RoomRecordSchema>;

const roomId = UuidSchema;
const userIds = z.array(UuidSchema);

export const chatroomsRpc = {
  /**
   * `joined` names whom to tell: everybody who came in with this call, or with one that ended in `unavailable`; empty where the room was
   * there already.
   */
  create: defineRpc({
    pattern: 'chatrooms.create',
    caller: 'actor',
    repeatable: false,
    input: z.object({ room: CreateRoomInputSchema, idempotencyKey: z.string().min(1).max(255).optional() }),
    output: z.object({ room: RoomRecordSchema, created: z.boolean(), joined: userIds }),
  }),
  /** Rooms by id, those left out that the actor is not in. */
  records: defineRpc({
    pattern: 'chatrooms.records',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomIds: z.array(roomId).max(limits.pageSizeMax) }),
    output: z.object({ rooms: z.array(RoomRecordSchema) }),
  }),
  /** One page of the overview, in its order. */
  overview: defineRpc({
    pattern: 'chatrooms.overview',
    caller: 'actor',
    repeatable: true,
    input: z.object({ filter: OverviewFilterSchema, ...pageInput }),
    output: z.object({ rooms: z.array(RoomRecordSchema), nextCursor: z.string().nullable() }),
  }),
  rename: defineRpc({
    pattern: 'chatrooms.rename',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, title: TitleSchema }),
    output: z.object({ room: RoomRecordSchema, changed: z.boolean() }),
  }),
  setMine: defineRpc({
    pattern: 'chatrooms.setMine',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, settings: RoomSettingsPatchSchema }),
    output: z.object({ room: RoomRecordSchema, changed: z.boolean() }),
  }),
  invite: defineRpc({
    pattern: 'chatrooms.invite',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, memberIds: userIds.max(limits.groupMembers) }),
    output: z.object({ room: RoomRecordSchema, joined: userIds }),
  }),
  /**
   * `left` names whom to tell: it is empty where the person was out already, unless the call that removed them ended in `unavailable`;
   * `remaining` is empty where nobody is left.
   */
  removeMember: defineRpc({
    pattern: 'chatrooms.removeMember',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, userId: UuidSchema }),
    output: z.object({ left: userIds, remaining: userIds }),
  }),
} as const;
