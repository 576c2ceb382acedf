import type { Change } from '@parley/contracts';

/** Takes what a command has changed, so that the people concerned hear of it. Returns at once and never throws: a fact is a hint, the truth is in history. */
export interface ChangePublisher {
  publish(changes: readonly Change[]): void;
}
