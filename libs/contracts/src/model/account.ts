import * as z from 'zod';
import { ApiKeySchema } from './api-key';
import { EmailSchema, GivenPasswordSchema, PasswordSchema, SessionSchema } from './auth';
import { MessageSchema } from './message';
import { LinkedIdentitySchema } from './oidc';
import { TimeSchema, UuidSchema } from './primitives';
import { OwnReportSchema } from './report';
import { RoleSchema, RoomKindSchema } from './room';
import { SecondFactorSchema } from './second-factor';
import { BlockSchema, OwnProfileSchema } from './user';

export const ChangePasswordInputSchema = z.strictObject({
  currentPassword: GivenPasswordSchema,
  newPassword: PasswordSchema,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInputSchema>;

/**
 * One's own account; `emailVerified` once its address has been proved, `moderator` for whoever may read reports and suspend accounts, `secondFactor` null
 * where logins ask for the password alone, `hasPassword` false where it was opened by an issuer and no password was set since, `identity` the issuer's
 * account by which it opens too, where there is one.
 */
export const AccountSchema = z.object({
  email: z.string(),
  emailVerified: z.boolean(),
  createdAt: TimeSchema,
  moderator: z.boolean(),
  secondFactor: SecondFactorSchema.nullable(),
  hasPassword: z.boolean(),
  identity: LinkedIdentitySchema.nullable(),
});
export type Account = z.infer<typeof AccountSchema>;

/** The one-time secret that a mail brings. */
export const MailTokenSchema = z.string().regex(/^[\w-]{43}$/, 'must be the code of a mail');

export const ChangeEmailInputSchema = z.strictObject({ email: EmailSchema, password: GivenPasswordSchema });
export type ChangeEmailInput = z.infer<typeof ChangeEmailInputSchema>;

export const ConfirmEmailInputSchema = z.strictObject({ token: MailTokenSchema });
export const RequestResetInputSchema = z.strictObject({ email: EmailSchema });
export const ResetPasswordInputSchema = z.strictObject({ token: MailTokenSchema, password: PasswordSchema });
export type ResetPasswordInput = z.infer<typeof ResetPasswordInputSchema>;

/** The password once more, for what closes the account. */
export const ConfirmedByPasswordSchema = z.strictObject({ password: GivenPasswordSchema });

/**
 * One's own data, a record at a time: the account with the profile and its skills, sessions, API keys, blocks and reports, then each room and after it
 * what one has written there, as it is now.
 */
export const ExportRecordSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('account'), account: AccountSchema, profile: OwnProfileSchema }),
  z.object({ type: z.literal('session'), session: SessionSchema }),
  z.object({ type: z.literal('apiKey'), apiKey: ApiKeySchema }),
  z.object({ type: z.literal('block'), block: BlockSchema }),
  z.object({ type: z.literal('report'), report: OwnReportSchema }),
  z.object({
    type: z.literal('room'),
    id: UuidSchema,
    kind: RoomKindSchema,
    title: z.string().nullable(),
    role: RoleSchema,
    joinedAt: TimeSchema,
  }),
  z.object({ type: z.literal('message'), message: MessageSchema }),
]);
export type ExportRecord = z.infer<typeof ExportRecordSchema>;
