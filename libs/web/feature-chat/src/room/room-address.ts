import type { UrlMatcher, UrlSegment } from '@angular/router';

/** What a message's place looks like in an address. */
const SEQ = /^[1-9]\d{0,14}$/;

/** The address of a room, `:roomId`, or of a message in it, `:roomId/:seq`: one view, which stays when only the message changes. */
export const roomAddress: UrlMatcher = (segments) => {
  const [roomId, seq] = segments;
  if (!roomId) return null;
  const namesMessage = seq !== undefined && SEQ.test(seq.path);
  const posParams: Record<string, UrlSegment> = namesMessage ? { roomId, seq } : { roomId };
  return { consumed: namesMessage ? [roomId, seq] : [roomId], posParams };
};
