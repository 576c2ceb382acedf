/** Revisions held beyond a hole, per room; with more the room asks for a sync anyway. */
const AHEAD_LIMIT = 1_000;

/**
 * Which changes of a room have been seen. A room's revision rises by one with each change, so a hole in what was heard is a change that was
 * missed: `complete` is the highest revision up to which nothing is missing.
 */
export class RevisionTracker {
  private readonly ahead = new Set<number>();
  private highest: number;

  constructor(private upTo: number) {
    this.highest = upTo;
  }

  get complete(): number {
    return this.upTo;
  }

  /** Whether something is known to be missing. */
  get hasHole(): boolean {
    return this.highest > this.upTo;
  }

  /** Takes note of one change. Answers whether it is news. */
  see(revision: number): boolean {
    if (revision <= this.upTo || this.ahead.has(revision)) return false;
    this.exists(revision);
    if (this.ahead.size < AHEAD_LIMIT) this.ahead.add(revision);
    this.close();
    return true;
  }

  /** There is such a revision, whether or not its change was seen. */
  exists(revision: number): void {
    this.highest = Math.max(this.highest, revision);
  }

  /** A sync answered everything up to this revision. */
  completeTo(revision: number): void {
    if (revision <= this.upTo) return;
    this.upTo = revision;
    this.exists(revision);
    for (const seen of this.ahead) if (seen <= revision) this.ahead.delete(seen);
    this.close();
  }

  private close(): void {
    while (this.ahead.delete(this.upTo + 1)) this.upTo++;
  }
}
