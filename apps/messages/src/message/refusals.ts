import { ParleyError } from '@parley/contracts';

/** To whoever is not in the room, whether there is such a room or not. */
export const noSuchRoom = () => new ParleyError('not_found', 'There is no such room.');

export const noSuchMessage = () => new ParleyError('not_found', 'There is no such message.');

/** In a direct room whose two members are divided by a block, whoever blocked whom. */
export const sendingBlocked = () => new ParleyError('forbidden', 'You can’t write in this room.');
