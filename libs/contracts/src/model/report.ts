import * as z from 'zod';
import { limits } from '../limits';
import { MessageSchema } from './message';
import { nameSchema, SeqSchema, textSchema, TimeSchema, UuidSchema } from './primitives';
import { UserSummarySchema } from './user';

/** That somebody has behaved badly: in a room, with one of its messages, or anywhere. */
export const ReportInputSchema = z
  .strictObject({
    /** Who is reported: whose message it is, where one is named. */
    userId: UuidSchema,
    roomId: UuidSchema.optional(),
    seq: SeqSchema.optional(),
    /** In a few words, such as `spam` or `harassment`. */
    reason: nameSchema(limits.reportReasonCodePoints),
    note: textSchema(0, limits.reportNoteCodePoints).optional(),
  })
  .refine(({ roomId, seq }) => seq === undefined || roomId !== undefined, {
    path: ['roomId'],
    message: 'must be named where a message is',
  });
export type ReportInput = z.infer<typeof ReportInputSchema>;

export const ReportReceiptSchema = z.object({ id: UuidSchema, createdAt: TimeSchema });
export type ReportReceipt = z.infer<typeof ReportReceiptSchema>;

/** A report as moderators see it; `message` as it was when it was reported. The last three are null while it is open. */
export const ReportSchema = ReportReceiptSchema.extend({
  reporter: UserSummarySchema,
  user: UserSummarySchema,
  roomId: UuidSchema.nullable(),
  seq: SeqSchema.nullable(),
  message: MessageSchema.nullable(),
  reason: z.string(),
  note: z.string(),
  closedAt: TimeSchema.nullable(),
  closedBy: UuidSchema.nullable(),
  resolution: z.string().nullable(),
});
export type Report = z.infer<typeof ReportSchema>;

/** What a message said before it was edited or deleted. */
export const EarlierTextSchema = z.object({ text: z.string(), writtenAt: TimeSchema, replacedAt: TimeSchema });
export type EarlierText = z.infer<typeof EarlierTextSchema>;

/** What the message of a report had said before it was reported, oldest first. */
export const EarlierTextsSchema = z.object({ items: z.array(EarlierTextSchema).max(limits.earlierTexts) });

/** A report as whoever made it gets it back: what they said, without the message of somebody else's that is kept with it. */
export const OwnReportSchema = ReportReceiptSchema.extend({
  userId: UuidSchema,
  roomId: UuidSchema.nullable(),
  seq: SeqSchema.nullable(),
  reason: z.string(),
  note: z.string(),
});
export type OwnReport = z.infer<typeof OwnReportSchema>;

export const ReportStatusSchema = z.enum(['open', 'closed']);

/** What came of a report, for those who read it later. */
export const CloseReportInputSchema = z.strictObject({ resolution: textSchema(1, limits.reportNoteCodePoints) });
