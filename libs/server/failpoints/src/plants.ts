import { z } from 'zod';

/** Mistakes that a test build makes on purpose, so that whoever looks for mistakes shows that they find them. */
export const PLANTS = [
  'acknowledgeBeforeCommit',
  'publishBeforeCommit',
  'dropPublish',
  'swapTwo',
  'leakToFormer',
  'unreadOffByOne',
  'noGapFetch',
  'logTexts',
  'tellsExistence',
  'forgetsEdits',
] as const;
export type Plant = (typeof PLANTS)[number];

/** What a test build reads besides its program's own environment. */
export const faultsConfig = {
  FAILPOINTS_PORT: z.coerce.number().int().min(0).max(65_535),
  PLANT: z.enum(PLANTS).optional(),
};
