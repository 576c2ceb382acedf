import { type ErrorCode, ParleyError } from '@parley/contracts';

/** To whoever is not in the room, whether there is such a room or not. */
export const noSuchRoom = () => new ParleyError('not_found', 'There is no such room.');

/** To whoever names somebody who does not exist or is divided from them by a block: which of both is not told. */
export const noSuchPerson = () => new ParleyError('not_found', 'There is no such person.');

/** A refusal that shows in a form beside the field at `path`. */
export function wrongField(path: string, message: string): ParleyError {
  return new ParleyError('validation_failed', `${path}: ${message}`, { errors: [{ path, message }] });
}

/** To whoever may see the room but not do this in it. */
export const refused = (detail: string, code: ErrorCode = 'forbidden') => new ParleyError(code, detail);
