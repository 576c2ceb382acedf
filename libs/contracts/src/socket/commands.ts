import * as z from 'zod';
import type { Access } from '../access';
import type { WireError } from '../errors';
import { limits } from '../limits';
import { EmojiSchema } from '../model/emoji';
import {
  MessageSchema,
  MessageTextSchema,
  ReadCursorSchema,
  RoomChangesSchema,
  SendInputSchema,
} from '../model/message';
import { PresenceSchema } from '../model/presence';
import { RevisionSchema, SeqOrZeroSchema, SeqSchema, UuidSchema } from '../model/primitives';
import { OverviewItemSchema } from '../model/room';

/** One command from client to server: who may give it, its payload, and the `data` of its acknowledgement. */
export interface Command {
  readonly summary: string;
  readonly access: Access;
  readonly payload: z.ZodType;
  readonly data: z.ZodType;
}

const command = <const C extends Command>(definition: C): C => definition;
const roomId = UuidSchema;
const empty = z.object({});

/** Every command of the Socket.IO interface, by event name. */
export const commands = {
  'message:send': command({
    summary: 'Send a message',
    access: 'messages:write',
    payload: SendInputSchema.extend({ roomId }),
    data: MessageSchema,
  }),
  'message:edit': command({
    summary: "Edit one's own message",
    access: 'messages:write',
    payload: z.strictObject({ roomId, seq: SeqSchema, text: MessageTextSchema }),
    data: MessageSchema,
  }),
  'message:delete': command({
    summary: "Delete one's own message, or as a group's owner any",
    access: 'messages:write',
    payload: z.strictObject({ roomId, seq: SeqSchema }),
    data: MessageSchema,
  }),
  'message:react': command({
    summary: "React to a message with an emoji, or take one's reaction back",
    access: 'messages:write',
    payload: z.strictObject({ roomId, seq: SeqSchema, emoji: EmojiSchema, on: z.boolean() }),
    data: MessageSchema,
  }),
  'room:read': command({
    summary: 'Move the read cursor forward',
    access: 'messages:write',
    payload: z.strictObject({ roomId, seq: SeqOrZeroSchema }),
    data: ReadCursorSchema,
  }),
  'typing:set': command({
    summary: 'Say that one is typing, or has stopped',
    access: 'messages:write',
    payload: z.strictObject({ roomId, active: z.boolean() }),
    data: empty,
  }),
  'rooms:sync': command({
    summary: 'All that changed since the revisions named',
    access: 'messages:read',
    payload: z.strictObject({
      rooms: z
        .record(UuidSchema, RevisionSchema)
        .refine((rooms) => Object.keys(rooms).length <= limits.syncRooms, `at most ${limits.syncRooms} rooms`),
      partial: z.boolean().optional(),
      /** How far the caller has read, as far as they know, in rooms that are named above: reading changes no revision. */
      read: z.record(UuidSchema, SeqOrZeroSchema).optional(),
    }),
    data: z.object({
      rooms: z.record(z.string(), RoomChangesSchema),
      joined: z.array(OverviewItemSchema),
      joinedMore: z.boolean().optional(),
      left: z.array(z.string()),
      /** Where the caller's cursor stands in those rooms in which it stands elsewhere; left out where there are none. */
      read: z.record(z.string(), ReadCursorSchema).optional(),
    }),
  }),
  'presence:watch': command({
    summary: "Hear of these people's presence from now on, and of nobody else's",
    access: 'profile:read',
    payload: z.strictObject({ userIds: z.array(UuidSchema).max(limits.presenceWatched) }),
    data: z.object({ presences: z.array(PresenceSchema) }),
  }),
  'presence:set': command({
    summary: 'Say that this device is in use, or idle',
    access: 'profile:write',
    payload: z.strictObject({ active: z.boolean() }),
    data: empty,
  }),
  'session:renew': command({
    summary: 'Go on with a new access token on the same connection',
    access: 'session',
    payload: z.strictObject({ token: z.string().min(1).max(8_192) }),
    data: z.object({ expiresInMs: z.number() }),
  }),
} as const;

export type CommandName = keyof typeof commands;
export type CommandPayload<N extends CommandName> = z.output<(typeof commands)[N]['payload']>;
export type CommandRequest<N extends CommandName> = z.input<(typeof commands)[N]['payload']>;
export type CommandData<N extends CommandName> = z.output<(typeof commands)[N]['data']>;

/** How every command is acknowledged. */
export type Ack<T> = { ok: true; data: T } | { ok: false; error: WireError };

/** The client-to-server half of a typed Socket.IO socket. */
export type CommandEvents = {
  [N in CommandName]: (payload: CommandRequest<N>, ack: (answer: Ack<CommandData<N>>) => void) => void;
};
