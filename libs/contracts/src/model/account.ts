import * as z from 'zod';
import { GivenPasswordSchema, PasswordSchema } from './auth';

export const ChangePasswordInputSchema = z.strictObject({
  currentPassword: GivenPasswordSchema,
  newPassword: PasswordSchema,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInputSchema>;
