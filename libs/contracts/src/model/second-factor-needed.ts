import * as z from 'zod';

/**
 * What the error of a login brings where the password was right and a code is asked for besides: `challenge` stands for that login, once and for
 * `expiresIn` seconds.
 */
export const SecondFactorNeededSchema = z.object({ challenge: z.string(), expiresIn: z.int().positive() });
export type SecondFactorNeeded = z.infer<typeof SecondFactorNeededSchema>;
