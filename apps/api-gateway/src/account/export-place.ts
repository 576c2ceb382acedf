import { ParleyError, SeqOrZeroSchema, UuidSchema } from '@parley/contracts';
import { z } from 'zod';

const cursor = z.string().max(512).optional();

/** Where an export goes on: at its beginning, in a list with a cursor of its own, or in a room after one of its messages; without a room, at the first. */
const ExportPlaceSchema = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('account') }),
  z.strictObject({ in: z.literal('blocks'), cursor }),
  z.strictObject({ in: z.literal('reports'), cursor }),
  z.strictObject({ in: z.literal('rooms'), room: z.tuple([UuidSchema, SeqOrZeroSchema]).optional() }),
]);
export type ExportPlace = z.output<typeof ExportPlaceSchema>;

/** The place as clients hand it back. It is not signed: it says where to go on in what the caller may see, and nothing else. */
export const encodePlace = (place: ExportPlace): string =>
  Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');

/** @throws ParleyError `validation_failed` at `cursor` for what no page has answered */
export function decodePlace(cursor: string): ExportPlace {
  try {
    return ExportPlaceSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    const message = 'is not one that this list has answered';
    throw new ParleyError('validation_failed', `cursor: ${message}`, { errors: [{ path: 'cursor', message }] });
  }
}
