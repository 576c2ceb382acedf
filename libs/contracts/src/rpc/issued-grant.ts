import * as z from 'zod';
import { SessionKindSchema } from '../model/auth';
import { UuidSchema } from '../model/primitives';
import { OwnProfileSchema } from '../model/user';

/** A session's tokens; the edge decides by `session` where the refresh token travels. Times in seconds. */
export const IssuedGrantSchema = z.object({
  user: OwnProfileSchema,
  accessToken: z.string(),
  expiresIn: z.int().positive(),
  refreshToken: z.string(),
  refreshExpiresIn: z.int().positive(),
  sessionId: UuidSchema,
  session: SessionKindSchema,
});
export type IssuedGrant = z.infer<typeof IssuedGrantSchema>;
