import { WireErrorSchema } from '@parley/contracts';
import { z } from 'zod';

/** An error as a service's answer carries it. */
export const AnsweredErrorSchema = WireErrorSchema.extend({
  /** False where the call was turned away before anything was done: any other instance may be asked instead. */
  started: z.boolean(),
});
export type AnsweredError = z.infer<typeof AnsweredErrorSchema>;
