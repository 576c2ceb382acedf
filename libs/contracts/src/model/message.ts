import * as z from 'zod';
import { limits } from '../limits';
import { clip, RevisionSchema, SeqOrZeroSchema, SeqSchema, textSchema, TimeSchema, UuidSchema } from './primitives';

export const MessageTextSchema = textSchema(1, limits.messageCodePoints);

/** The message that another one answers, as it is now: `preview` is empty where it was deleted. */
export const ReplyToSchema = z.object({ seq: SeqSchema, senderId: UuidSchema, preview: z.string() });
export type ReplyTo = z.infer<typeof ReplyToSchema>;

/** Who reacted with one emoji, in the order of reacting; emoji stand in the order in which they first came. */
export const ReactionSchema = z.object({ emoji: z.string(), userIds: z.array(UuidSchema) });
export type Reaction = z.infer<typeof ReactionSchema>;

/** One line that stands for a message's text, empty for a deleted one's. It is made of the beginning alone: of so much any end of the wire has the same. */
export function previewOf(text: string | null): string {
  // A code point has two UTF-16 units at most.
  const beginning = Array.from((text ?? '').slice(0, 2 * limits.previewedCodePoints)).slice(
    0,
    limits.previewedCodePoints,
  );
  return clip(beginning.join('').replaceAll(/\s+/gu, ' ').trimEnd(), limits.previewCodePoints);
}

export const AttachmentSchema = z.object({
  id: UuidSchema,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
});

/** A message in its present state. A deleted one keeps its `seq`, with `text: null`. */
export const MessageSchema = z.object({
  id: UuidSchema,
  roomId: UuidSchema,
  seq: SeqSchema,
  revision: RevisionSchema,
  clientMessageId: UuidSchema,
  senderId: UuidSchema,
  text: z.string().nullable(),
  createdAt: TimeSchema,
  editedAt: TimeSchema.nullable(),
  deletedAt: TimeSchema.nullable(),
  replyTo: ReplyToSchema.nullable(),
  reactions: z.array(ReactionSchema),
  attachments: z.array(AttachmentSchema),
});
export type Message = z.infer<typeof MessageSchema>;

/** A page of history, oldest first. */
export const MessagePageSchema = z.object({
  messages: z.array(MessageSchema),
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
  lastSeq: SeqOrZeroSchema,
});
export type MessagePage = z.infer<typeof MessagePageSchema>;

/** Attachments come with a later version of this input; until then naming one is `validation_failed`. */
export const SendInputSchema = z.strictObject({
  clientMessageId: UuidSchema,
  text: MessageTextSchema,
  replyToSeq: SeqSchema.optional(),
});
export type SendInput = z.infer<typeof SendInputSchema>;

export const LastMessageSchema = z.object({
  seq: SeqSchema,
  senderId: UuidSchema,
  preview: z.string(),
  createdAt: TimeSchema,
});
export type LastMessage = z.infer<typeof LastMessageSchema>;

export const ReadCursorSchema = z.object({ lastReadSeq: SeqOrZeroSchema, unreadCount: z.int().min(0) });
export type ReadCursor = z.infer<typeof ReadCursorSchema>;

/** What `rooms:sync` answers for one room: all that changed after the revision asked about, complete up to `revision`. */
export const RoomChangesSchema = z.object({
  messages: z.array(MessageSchema),
  revision: RevisionSchema,
  hasAfter: z.boolean(),
  lastSeq: SeqOrZeroSchema,
  unreadCount: z.int().min(0),
});
export type RoomChanges = z.infer<typeof RoomChangesSchema>;

/** What is searched for in messages. Whether it holds a word to search by is for the service to say. */
export const SearchTextSchema = textSchema(1, limits.searchCodePoints);

/** What is found newest first, or the newest 200 of it by how well they match, and what is older after them. */
export const SearchSortSchema = z.enum(['recent', 'relevance']);

/** A message that was found: the part of its text around what was found, and where in it, in UTF-16 units. */
export const SearchHitSchema = z.object({
  roomId: UuidSchema,
  seq: SeqSchema,
  senderId: UuidSchema,
  createdAt: TimeSchema,
  excerpt: z.string(),
  /** `[start, length]`, in order, apart from each other. */
  matches: z.array(z.tuple([z.int().min(0), z.int().min(1)])),
});
export type SearchHit = z.infer<typeof SearchHitSchema>;
