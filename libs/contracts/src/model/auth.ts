import * as z from 'zod';
import { limits } from '../limits';
import { codePoints, nameSchema, TimeSchema, UuidSchema } from './primitives';
import { OwnProfileSchema } from './user';

/** An address, compared without regard to case. */
export const EmailSchema = z
  .string()
  .max(254)
  .transform((email) => email.trim().normalize('NFC').toLowerCase())
  .pipe(z.email('must be an e-mail address'));

export const PasswordSchema = z
  .string()
  .refine((text) => text.isWellFormed(), 'must be valid Unicode text')
  .refine((text) => codePoints(text) >= limits.passwordMin, `must have at least ${limits.passwordMin} characters`)
  .refine((text) => codePoints(text) <= limits.passwordMax, `must have at most ${limits.passwordMax} characters`);

/** A password that is to be the one there is. Any string: a wrong one is told like every other, not as a form error. */
export const GivenPasswordSchema = z.string().max(4 * limits.passwordMax);

/** Where the refresh token travels: an HttpOnly cookie (browsers) or the body (every other client). */
export const SessionKindSchema = z.enum(['cookie', 'token']);
export type SessionKind = z.infer<typeof SessionKindSchema>;

export const RegisterInputSchema = z.strictObject({
  email: EmailSchema,
  password: PasswordSchema,
  displayName: nameSchema(limits.displayNameCodePoints),
  session: SessionKindSchema.default('cookie'),
});
export type RegisterInput = z.infer<typeof RegisterInputSchema>;

export const LoginInputSchema = z.strictObject({
  email: EmailSchema,
  password: GivenPasswordSchema,
  session: SessionKindSchema.default('cookie'),
});
export type LoginInput = z.infer<typeof LoginInputSchema>;

export const RefreshTokenSchema = z.string().min(1).max(512);

/** What registering, logging in and refreshing answer; `refreshToken` only where `session` is `"token"`; `expiresIn` in seconds. */
export const GrantSchema = z.object({
  user: OwnProfileSchema,
  accessToken: z.string(),
  expiresIn: z.int().positive(),
  refreshToken: z.string().optional(),
});
export type Grant = z.infer<typeof GrantSchema>;

export const SessionSchema = z.object({
  id: UuidSchema,
  createdAt: TimeSchema,
  lastSeenAt: TimeSchema,
  userAgent: z.string(),
  current: z.boolean(),
});
export type Session = z.infer<typeof SessionSchema>;
