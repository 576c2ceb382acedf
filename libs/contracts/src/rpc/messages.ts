import * as z from 'zod';
import { limits } from '../limits';
import { EmojiSchema } from '../model/emoji';
import {
  LastMessageSchema,
  MessagePageSchema,
  MessageSchema,
  MessageTextSchema,
  ReadCursorSchema,
  RoomChangesSchema,
  SearchHitSchema,
  SendInputSchema,
} from '../model/message';
import { pageOf } from '../model/page';
import { RevisionSchema, SeqOrZeroSchema, SeqSchema, TimeSchema, UuidSchema } from '../model/primitives';
import { RequestSchema, RoleSchema, RoomKindSchema } from '../model/room';
import { SearchInputSchema } from '../model/search';
import { defineRpc } from './define';
import { earlierTextCalls } from './earlier-texts';

const roomId = UuidSchema;
const nothing = z.object({});
/** Rises with every change of a room's members. */
const membersVersion = z.int().min(0);
const importedMessage = SendInputSchema.extend({ senderId: UuidSchema, createdAt: TimeSchema });
/** `changed` is false where the command found everything as it asked: then there is no fact to tell. */
const changedMessage = z.object({ message: MessageSchema, changed: z.boolean() });
/** Where what was done answered a request: from here on the room is open to whoever asked for it. */
const accepted = z.boolean().optional();

/** The messages side of a room, for one member. */
export const RoomStateSchema = z.object({
  roomId,
  lastSeq: SeqOrZeroSchema,
  revision: RevisionSchema,
  lastMessage: LastMessageSchema.nullable(),
  unreadCount: z.int().min(0),
  lastReadSeq: SeqOrZeroSchema,
  /** The room's last place when the member joined; null of those who joined before that was noted. */
  joinedSeq: SeqOrZeroSchema.nullish(),
  request: RequestSchema,
  /** Every member's read cursor; 0 for whoever does not let others see it. */
  cursors: z.array(z.object({ userId: UuidSchema, lastReadSeq: SeqOrZeroSchema })),
});
export type RoomState = z.infer<typeof RoomStateSchema>;

export const messagesRpc = {
  append: defineRpc({
    pattern: 'messages.append',
    caller: 'actor',
    repeatable: true,
    input: SendInputSchema.extend({ roomId }),
    output: z.object({ message: MessageSchema, created: z.boolean(), accepted }),
  }),
  edit: defineRpc({
    pattern: 'messages.edit',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, seq: SeqSchema, text: MessageTextSchema }),
    output: changedMessage,
  }),
  remove: defineRpc({
    pattern: 'messages.remove',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, seq: SeqSchema }),
    output: changedMessage,
  }),
  /** Puts the actor's reaction, or takes it back. */
  react: defineRpc({
    pattern: 'messages.react',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, seq: SeqSchema, emoji: EmojiSchema, on: z.boolean() }),
    output: changedMessage.extend({ accepted }),
  }),
  page: defineRpc({
    pattern: 'messages.page',
    caller: 'actor',
    repeatable: true,
    input: z.object({
      roomId,
      before: SeqOrZeroSchema.optional(),
      after: SeqOrZeroSchema.optional(),
      around: SeqOrZeroSchema.optional(),
      limit: z.int().min(1).max(limits.historyPageMax),
    }),
    output: MessagePageSchema,
  }),
  /** Full text, over the actor's rooms or one of them. The cursor is opaque. */
  search: defineRpc({
    pattern: 'messages.search',
    caller: 'actor',
    repeatable: true,
    input: SearchInputSchema,
    output: pageOf(SearchHitSchema),
  }),
  markRead: defineRpc({
    pattern: 'messages.markRead',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, seq: SeqOrZeroSchema }),
    /** `shown`: whether the others of the room may be told how far the actor has read. */
    output: ReadCursorSchema.extend({ moved: z.boolean(), shown: z.boolean() }),
  }),
  /** `joined` holds at most `limits.syncJoinedRooms` ids; the caller makes overview items of them. */
  sync: defineRpc({
    pattern: 'messages.sync',
    caller: 'actor',
    repeatable: true,
    input: z.object({
      rooms: z.record(UuidSchema, RevisionSchema),
      partial: z.boolean().optional(),
      read: z.record(UuidSchema, SeqOrZeroSchema).optional(),
    }),
    output: z.object({
      rooms: z.record(z.string(), RoomChangesSchema),
      joined: z.array(roomId),
      joinedMore: z.boolean(),
      left: z.array(z.string()),
      /** The cursors of those rooms of `read` in which the actor has not read as far as that, or further. */
      read: z.record(z.string(), ReadCursorSchema).optional(),
    }),
  }),
  /** Heads, previews, unread counts and cursors of rooms, those left out that the actor is not in. */
  roomStates: defineRpc({
    pattern: 'messages.roomStates',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomIds: z.array(roomId).max(limits.pageSizeMax) }),
    output: z.object({ states: z.array(RoomStateSchema) }),
  }),
  /**
   * Puts the actor's rooms in the order of the overview: `pinned` before `others` (all, where none are named) but `except`, each by latest activity (its
   * last message, or its creation), newest first. The cursor is opaque. Rooms that the actor is not in are left out.
   */
  rankRooms: defineRpc({
    pattern: 'messages.rankRooms',
    caller: 'actor',
    repeatable: true,
    input: z.object({
      pinned: z.array(roomId),
      others: z.array(roomId).optional(),
      except: z.array(roomId).optional(),
      unreadOnly: z.boolean(),
      cursor: z.string().max(1_024).optional(),
      limit: z.int().min(1).max(limits.pageSizeMax),
    }),
    output: z.object({ roomIds: z.array(roomId), nextCursor: z.string().nullable() }),
  }),
  /** Accepts or refuses a request to the actor; one that is refused can be accepted later. */
  answerRequest: defineRpc({
    pattern: 'messages.answerRequest',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId, accept: z.boolean() }),
    output: z.object({ accepted: z.boolean() }),
  }),
  /** The rooms that the actor is in: what a socket hears. `heads` has each room's revision and last `seq`, in the same order. */
  memberships: defineRpc({
    pattern: 'messages.memberships',
    caller: 'actor',
    repeatable: true,
    input: nothing,
    output: z.object({ roomIds: z.array(roomId), heads: z.array(z.tuple([RevisionSchema, SeqOrZeroSchema])) }),
  }),
  /** The same of several members at once; those who are in no room are left out. */
  membershipsOf: defineRpc({
    pattern: 'messages.membershipsOf',
    caller: 'service',
    repeatable: true,
    input: z.object({ userIds: z.array(UuidSchema).max(limits.membershipsAtOnce) }),
    output: z.object({
      members: z.array(
        z.object({
          userId: UuidSchema,
          roomIds: z.array(roomId),
          heads: z.array(z.tuple([RevisionSchema, SeqOrZeroSchema])),
        }),
      ),
    }),
  }),
  /**
   * Whether the actor may send in the room now; `not_found` and `forbidden` as `append` would answer. `dividedFrom` names the members whom a block
   * divides from the actor: in a group they see each other's messages, but not that the other is typing. `shown`: whether anybody may be told
   * that the actor is typing.
   */
  checkSendable: defineRpc({
    pattern: 'messages.checkSendable',
    caller: 'actor',
    repeatable: true,
    input: z.object({ roomId }),
    output: z.object({ dividedFrom: z.array(UuidSchema), shown: z.boolean() }),
  }),

  /**
   * The rooms that changed since the call that answered `cursor`, whoever is in them: what a gateway compares with what it has delivered. A room may
   * be answered again without a new change; none is left out, however late its change was committed. Up to 2,000 at once, the rest after the
   * next cursor. Without a cursor, or with one of another history, `isKnown` is false: what changed before is not told, and the walk begins here.
   */
  changedRooms: defineRpc({
    pattern: 'messages.changedRooms',
    caller: 'service',
    repeatable: true,
    input: z.object({ cursor: z.string().max(200).optional() }),
    output: z.object({
      rooms: z.array(z.object({ roomId, revision: RevisionSchema, membersChanged: z.boolean() })),
      cursor: z.string(),
      hasMore: z.boolean(),
      isKnown: z.boolean(),
    }),
  }),
  /**
   * Messages that changed after a revision of their room, whoever asks; 200 in all, room after room, each room's by revision and complete up to the
   * `revision` answered. Rooms that do not exist are left out. `membersVersion` is what `memberIds` would have answered at that same moment: only who
   * is a member by that version or a later one may be told.
   */
  changesSince: defineRpc({
    pattern: 'messages.changesSince',
    caller: 'service',
    repeatable: true,
    input: z.object({ rooms: z.array(z.object({ roomId, revision: RevisionSchema })).max(100) }),
    output: z.object({
      rooms: z.array(
        z.object({
          roomId,
          messages: z.array(MessageSchema),
          revision: RevisionSchema,
          hasAfter: z.boolean(),
          membersVersion,
        }),
      ),
    }),
  }),
  /** Who is in these rooms at this moment, and by which version of the room's members; a room that does not exist has nobody, and version 0. */
  memberIds: defineRpc({
    pattern: 'messages.memberIds',
    caller: 'service',
    repeatable: true,
    input: z.object({ roomIds: z.array(roomId).max(20) }),
    output: z.object({ rooms: z.array(z.object({ roomId, userIds: z.array(UuidSchema), version: membersVersion })) }),
  }),
  ...earlierTextCalls,

  /**
   * Replaces what this service knows of a room's members, where `version` is newer than what it has. Idempotent and safe in any order.
   * A new member's read cursor starts at the room's last message. `requestedBy` counts where the room is not known yet: then it begins as
   * that member's request.
   */
  setMembership: defineRpc({
    pattern: 'messages.setMembership',
    caller: 'service',
    repeatable: true,
    input: z.object({
      roomId,
      kind: RoomKindSchema,
      version: z.int().min(1),
      createdAt: TimeSchema,
      members: z.array(z.object({ userId: UuidSchema, role: RoleSchema })).max(limits.groupMembers),
      requestedBy: UuidSchema.nullable().optional(),
    }),
    output: nothing,
  }),
  /** Whether two people are divided by a block; the newest `version` of a pair wins. */
  setBlock: defineRpc({
    pattern: 'messages.setBlock',
    caller: 'service',
    repeatable: true,
    input: z.object({ userIds: z.tuple([UuidSchema, UuidSchema]), blocked: z.boolean(), version: z.int().min(1) }),
    output: nothing,
  }),
  /**
   * What a member lets others see of reading and typing; the newest `version` of a member wins. `isDeleted`: the account is gone, and with it what the
   * member's messages said before.
   */
  setPrivacy: defineRpc({
    pattern: 'messages.setPrivacy',
    caller: 'service',
    repeatable: true,
    input: z.object({
      userId: UuidSchema,
      sendReadReceipts: z.boolean(),
      sendTyping: z.boolean(),
      version: z.int().min(1),
      isDeleted: z.boolean().optional(),
    }),
    output: nothing,
  }),
  /** Appends history written elsewhere, with its own times, in the order given; a repeat adds nothing. At most 500 messages a call. */
  importMessages: defineRpc({
    pattern: 'messages.importMessages',
    caller: 'service',
    repeatable: true,
    input: z.object({ roomId, messages: z.array(importedMessage).min(1).max(500) }),
    output: z.object({ imported: z.int(), lastSeq: SeqSchema }),
  }),
} as const;
