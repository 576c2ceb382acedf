import type { UserSummary } from '@parley/contracts';
import { LRUCache } from 'lru-cache';
import type { Services } from '../services';

/** How long a name or face may be out of date, and how many people are remembered. */
const FRESH_MS = 15_000;
const REMEMBERED = 20_000;
/** What one call of the users service takes. */
const IDS_PER_CALL = 5_000;

/** How a person is shown whose account is gone while their rooms and messages are not. */
function formerMember(id: string): UserSummary {
  return { id, displayName: 'Deleted member', headline: '', location: '', avatarUrl: null };
}

/** Names and faces of people, from a short memory and else from the users service: one call for as many as a page can hold. */
export class MemberSummaries {
  private readonly known: LRUCache<string, UserSummary>;

  constructor(
    private readonly users: Pick<Services['users'], 'summaries'>,
    now: () => number = () => performance.now(),
  ) {
    this.known = new LRUCache({ max: REMEMBERED, ttl: FRESH_MS, perf: { now } });
  }

  /** A summary for each of the ids, by id. @throws ParleyError `unavailable` */
  async of(userIds: Iterable<string>): Promise<ReadonlyMap<string, UserSummary>> {
    const found = new Map<string, UserSummary>();
    const missing: string[] = [];
    for (const id of new Set(userIds)) {
      const summary = this.known.get(id);
      if (summary) found.set(id, summary);
      else missing.push(id);
    }
    const calls = [];
    for (let from = 0; from < missing.length; from += IDS_PER_CALL) {
      calls.push(this.users.summaries({ userIds: missing.slice(from, from + IDS_PER_CALL) }));
    }
    for (const { users } of await Promise.all(calls)) {
      for (const user of users) {
        this.known.set(user.id, user);
        found.set(user.id, user);
      }
    }
    for (const id of missing) if (!found.has(id)) found.set(id, formerMember(id));
    return found;
  }

  /** Forgets one person, whose profile has just changed here. */
  forget(userId: string): void {
    this.known.delete(userId);
  }
}
