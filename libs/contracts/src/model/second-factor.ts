import * as z from 'zod';
import { GivenPasswordSchema, SessionKindSchema } from './auth';
import { TimeSchema } from './primitives';

/** What is typed where a code is asked for: six digits of the app, or a recovery code; spaces and dashes do not count. A wrong one is told like every other. */
export const SecondFactorCodeSchema = z.string().min(1).max(64);

/** Of an account that has a second factor: since when, and how many of its recovery codes are unused. */
export const SecondFactorSchema = z.object({ enabledAt: TimeSchema, recoveryCodesLeft: z.int().nonnegative() });
export type SecondFactor = z.infer<typeof SecondFactorSchema>;

export const SecondFactorLoginInputSchema = z.strictObject({
  challenge: z.string().regex(/^[\w-]{43}$/, 'must be what a login has answered'),
  code: SecondFactorCodeSchema,
  session: SessionKindSchema.default('cookie'),
});
export type SecondFactorLoginInput = z.infer<typeof SecondFactorLoginInputSchema>;

/** A key that is to be kept in an app: in base32, and as the address that a QR code of it holds. It counts once a code of it has come, within `expiresIn` seconds. */
export const SecondFactorSetupSchema = z.object({
  secret: z.string(),
  uri: z.string(),
  expiresIn: z.int().positive(),
});
export type SecondFactorSetup = z.infer<typeof SecondFactorSetupSchema>;

/** Each good once, in the place of a code of the app; no other answer ever tells them. */
export const RecoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodesSchema>;

export const ConfirmedByCodeSchema = z.strictObject({ code: SecondFactorCodeSchema });

/** The password once more and a code, for what takes the second factor away or makes other recovery codes. */
export const ConfirmedByPasswordAndCodeSchema = z.strictObject({
  password: GivenPasswordSchema,
  code: SecondFactorCodeSchema,
});
export type ConfirmedByPasswordAndCode = z.infer<typeof ConfirmedByPasswordAndCodeSchema>;
