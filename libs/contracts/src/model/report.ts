import * as z from 'zod';
import { limits } from '../limits';
import { nameSchema, SeqSchema, textSchema, TimeSchema, UuidSchema } from './primitives';

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
