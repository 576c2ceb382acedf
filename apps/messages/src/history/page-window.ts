import { ParleyError, type messagesRpc, type RpcInput } from '@parley/contracts';

/**
 * Where a page of history begins. As `seq` counts without gaps a page is `limit` places in a row; what is left to the database, which
 * knows where the room's history begins and ends, are two choices.
 */
export interface PageWindow {
  /** The place of the page's first message, which may lie before the room's first or after its last. */
  readonly first: number;
  /** Whether a page that would reach beyond the room's end begins earlier instead, so that it is full. */
  readonly endsInRoom: boolean;
  /** Whether a page that would begin before the first message that is kept begins with that one instead. */
  readonly beginsInRoom: boolean;
}

/**
 * The window asked for. `before` and `after` leave out the place that they name, `around` has it in the middle.
 * @throws ParleyError `validation_failed` where more than one of them is named.
 */
export function pageWindow({ before, after, around, limit }: RpcInput<typeof messagesRpc.page>): PageWindow {
  if ([before, after, around].filter((seq) => seq !== undefined).length > 1) {
    throw new ParleyError('validation_failed', 'Name at most one of before, after and around.');
  }
  if (after !== undefined)
    return { first: Math.min(after + 1, Number.MAX_SAFE_INTEGER), endsInRoom: false, beginsInRoom: true };
  if (around !== undefined)
    return { first: Math.max(1, around - Math.floor(limit / 2)), endsInRoom: true, beginsInRoom: true };
  return { first: (before ?? Number.MAX_SAFE_INTEGER) - limit, endsInRoom: true, beginsInRoom: false };
}
