import { accessToken, ParleyError, type RpcOutput, type usersRpc } from '@parley/contracts';

type Revocations = RpcOutput<typeof usersRpc.revocations>;

export interface EndedSession {
  readonly sessionId: string;
  readonly reason: string;
}

/** How old the last successful look may be before nobody is let in any more. */
const STALE_AFTER_MS = 10_000;
/**
 * Longer than this process goes without beginning or ending a look while it runs: a look takes two seconds at most, the next begins a second later.
 * Beyond it the whole process stood still (stopped, swapped out, blocked), and what it knows is as old as that.
 */
const STOOD_STILL_MS = 3_000;
/** When an ended session may be forgotten: no access token of it can still be valid. */
const REMEMBER_MS = (accessToken.maxLifetimeSeconds + 2 * accessToken.clockSkewSeconds) * 1_000;

/**
 * Knows the sessions that were ended while an access token of theirs may still be valid. Looks at the users service every second (`refresh`,
 * driven by the process), from a cursor that skips nothing; when that has not worked for ten seconds it denies everybody rather than let one
 * revoked session in. Times are of the monotonic clock: a jump of the wall clock changes nothing.
 */
export class RevocationWatch {
  private readonly ended = new Map<string, { readonly reason: string; readonly until: number }>();
  private readonly listeners = new Set<(session: EndedSession) => void>();
  private cursor: string | undefined;
  private refreshedAt = -Infinity;
  /** When this was last seen to run, and how often it turned out to have stood still since. */
  private ranAt: number | undefined;
  private standstills = 0;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly fetchRevocations: (cursor: string | undefined) => Promise<Revocations>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes in what ended since the last time. Whoever asks while that is under way waits for the same. */
  refresh(): Promise<void> {
    this.noticeStanding();
    this.refreshing ??= this.fetchAll().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  /** Ends a session here and now, ahead of the next look: for whoever knows it first. Told once to the listeners. */
  end(session: EndedSession): void {
    if (this.ended.has(session.sessionId)) return;
    this.ended.set(session.sessionId, { reason: session.reason, until: this.now() + REMEMBER_MS });
    for (const listener of this.listeners) listener(session);
  }

  /** Calls back for each session that ends from now on. */
  onEnded(listener: (session: EndedSession) => void): void {
    this.listeners.add(listener);
  }

  /**
   * Lets a session pass that has not ended. Where too little is known, it looks once more before it says so: the first request after an outage
   * is served, and one that reached a process that stood still is held against what ended meanwhile.
   * @throws ParleyError `unavailable` where nothing was heard for ten seconds or since the process stood still, `unauthenticated` where the session has ended
   */
  async assertLive(sessionId: string): Promise<void> {
    this.noticeStanding();
    if (this.isStale) await this.refresh().catch(() => undefined);
    this.assertFresh();
    if (this.ended.has(sessionId)) throw new ParleyError('unauthenticated', 'This session has ended. Sign in again.');
  }

  /** @throws ParleyError `unavailable` where nothing was heard of ended sessions for ten seconds */
  assertFresh(): void {
    if (this.isStale) throw new ParleyError('unavailable', 'Sign-in cannot be checked right now.');
  }

  private get isStale(): boolean {
    return this.now() - this.refreshedAt > STALE_AFTER_MS;
  }

  /** After the process stood still, nothing that was known counts until a look has succeeded that began afterwards. */
  private noticeStanding(): void {
    const now = this.now();
    if (this.ranAt !== undefined && now - this.ranAt > STOOD_STILL_MS) {
      this.standstills++;
      this.refreshedAt = -Infinity;
    }
    this.ranAt = now;
  }

  private async fetchAll(): Promise<void> {
    let standstills;
    do {
      standstills = this.standstills;
      await this.fetchPages();
      this.noticeStanding();
    } while (standstills !== this.standstills);
    this.refreshedAt = this.now();
    this.forget();
  }

  private async fetchPages(): Promise<void> {
    for (let more = true; more;) {
      const page = await this.fetchPage();
      for (const session of page.items) this.end(session);
      this.cursor = page.cursor;
      more = page.hasMore;
    }
  }

  private async fetchPage(): Promise<Revocations> {
    try {
      return await this.fetchRevocations(this.cursor);
    } catch (error) {
      this.noticeStanding();
      // A cursor that the service no longer reads (it was restored from a backup) must not end the watch: begin anew.
      if (error instanceof ParleyError && error.code === 'validation_failed') this.cursor = undefined;
      throw error;
    }
  }

  /** Entries are in the order of their ends, and all live equally long: the first that may not go yet ends the walk. */
  private forget(): void {
    for (const [sessionId, { until }] of this.ended) {
      if (until > this.now()) return;
      this.ended.delete(sessionId);
    }
  }
}
