import type { ParleyClient } from '@parley/client';
import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_TRIES_MS = 1_000;

/**
 * Signs somebody in again whose session the system has ended, as a person would, until it works: what they miss meanwhile is asked for afterwards, so that
 * it is not told as lost besides. That it happened is told to `onEnded`, which answers what to do once they are back.
 * @returns ends it
 */
export function staySignedIn(
  client: ParleyClient,
  credentials: { readonly email: string; readonly password: string },
  onEnded: (reason: string) => () => void,
): () => void {
  let isOver = false;
  const back = async (whenBack: () => void): Promise<void> => {
    while (!isOver) {
      try {
        await client.session.login(credentials);
        return whenBack();
      } catch {
        await pause(BETWEEN_TRIES_MS);
      }
    }
  };
  const stop = client.session.state.subscribe((state) => {
    if (state.status === 'ended' && !isOver) void back(onEnded(state.reason));
  });
  return () => {
    isOver = true;
    stop();
  };
}
