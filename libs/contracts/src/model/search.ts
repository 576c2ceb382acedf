import { z } from 'zod';
import { limits } from '../limits';
import { SearchSortSchema, SearchTextSchema } from './message';
import { pageInput } from './page';
import { UuidSchema } from './primitives';

/** A search through messages, as it travels between services: newest first unless `sort` says otherwise. */
export const SearchInputSchema = z.object({
  ...{ q: SearchTextSchema, roomId: UuidSchema.optional(), ...pageInput },
  sort: SearchSortSchema.optional(),
  /** Those that the actor is known to read (BCP 47), the most likely first: in them words are found whatever their endings. */
  languages: z
    .array(z.string().max(35))
    .max(2 * limits.languages)
    .optional(),
});
