import * as z from 'zod';
import { EmailSchema, GivenPasswordSchema, PasswordSchema } from './auth';
import { TimeSchema } from './primitives';

export const ChangePasswordInputSchema = z.strictObject({
  currentPassword: GivenPasswordSchema,
  newPassword: PasswordSchema,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInputSchema>;

/** One's own account; `emailVerified` once its address has been proved, `moderator` for whoever may read reports and suspend accounts. */
export const AccountSchema = z.object({
  email: z.string(),
  emailVerified: z.boolean(),
  createdAt: TimeSchema,
  moderator: z.boolean(),
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
