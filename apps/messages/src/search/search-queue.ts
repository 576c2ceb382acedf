import { ParleyError } from '@parley/contracts';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';

/** Searches under way at once: fewer than there are connections to the database, so that whatever is searched for, sending and reading go on. */
const AT_ONCE = 4;
const WAITING = 100;

/** Lets so many searches run at once, and others wait. */
export class SearchQueue {
  private readonly policy = bulkhead(AT_ONCE, WAITING);

  /** @throws ParleyError `unavailable` where too many wait; whatever the search throws */
  async run<T>(search: () => Promise<T>): Promise<T> {
    try {
      return await this.policy.execute(search);
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw new ParleyError('unavailable', 'Much is being searched for right now. Please try again.');
    }
  }
}
