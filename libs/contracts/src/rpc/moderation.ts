import * as z from 'zod';
import { pageInput, pageOf } from '../model/page';
import { UuidSchema } from '../model/primitives';
import { CloseReportInputSchema, EarlierTextsSchema, ReportSchema, ReportStatusSchema } from '../model/report';
import { ended } from './accounts';
import { defineRpc } from './define';

/** The users service's calls for moderators, `forbidden` to everybody else; part of `usersRpc`. */
export const moderationCalls = {
  reports: defineRpc({
    pattern: 'users.reports',
    caller: 'actor',
    repeatable: true,
    input: z.object({ status: ReportStatusSchema, ...pageInput }),
    output: pageOf(ReportSchema),
  }),
  /** What the message of a report had said before; nothing where it names none. Each reading leaves a security event. */
  reportedTexts: defineRpc({
    pattern: 'users.reportedTexts',
    caller: 'actor',
    repeatable: true,
    input: z.object({ reportId: UuidSchema }),
    output: EarlierTextsSchema,
  }),
  /** Answers one that is closed as it is. */
  closeReport: defineRpc({
    pattern: 'users.closeReport',
    caller: 'actor',
    repeatable: true,
    input: CloseReportInputSchema.extend({ reportId: UuidSchema }),
    output: ReportSchema,
  }),
  /** Ends every session and key of the account, to which nobody signs in from then on. `forbidden` for a moderator's. */
  suspend: defineRpc({
    pattern: 'users.suspend',
    caller: 'actor',
    repeatable: true,
    input: z.object({ userId: UuidSchema }),
    output: ended,
  }),
  liftSuspension: defineRpc({
    pattern: 'users.liftSuspension',
    caller: 'actor',
    repeatable: true,
    input: z.object({ userId: UuidSchema }),
    output: z.object({}),
  }),
} as const;
