import { ParleyError } from '@parley/contracts';

/** To whoever is not in the room, whether there is such a room or not. */
export const noSuchRoom = () => new ParleyError('not_found', 'There is no such room.');

export const noSuchMessage = () => new ParleyError('not_found', 'There is no such message.');

/** In a direct room whose two members are divided by a block, whoever blocked whom. */
export const sendingBlocked = () => new ParleyError('forbidden', 'You can’t write in this room.');

/** To a reply to a place that has no message. */
export const noSuchSource = () => {
  const errors = [{ path: 'replyToSeq', message: 'is no message of this room' }];
  return new ParleyError('validation_failed', 'replyToSeq: is no message of this room', { errors });
};

/** To who asked for a first contact and has said enough, or was refused: which of the two is not told. */
export const requestUnanswered = () =>
  new ParleyError('forbidden', 'You can write more once your request is accepted.');
