/** A room that may have something to be told here. */
interface Suspect {
  /** The revision that was missing when this began; once it was told the rest counts from then. */
  revision: number;
  /** The newest revision that the room is known to have. */
  latest: number;
  since: number;
}

/**
 * Rooms whose head was seen before everything up to it was told here. In health the facts are on their way, and a moment later nothing is missing: only
 * what is still missing then counts as lost.
 */
export class Suspects {
  private readonly rooms = new Map<string, Suspect>();

  constructor(private readonly graceMs: number) {}

  add(roomId: string, revision: number, now: number): void {
    const known = this.rooms.get(roomId);
    if (known === undefined) this.rooms.set(roomId, { revision, latest: revision, since: now });
    else if (revision > known.latest) known.latest = revision;
  }

  clear(roomId: string): void {
    this.rooms.delete(roomId);
  }

  /** Rooms with their newest revisions where something has been missing for long enough; forgets those where nothing is missing any more. */
  *due(
    isBehind: (roomId: string, revision: number) => boolean,
    now: number,
  ): Iterable<{ roomId: string; latest: number }> {
    for (const [roomId, suspect] of this.rooms) {
      if (!isBehind(roomId, suspect.latest)) this.rooms.delete(roomId);
      else if (!isBehind(roomId, suspect.revision)) {
        suspect.revision = suspect.latest;
        suspect.since = now;
      } else if (now - suspect.since >= this.graceMs) yield { roomId, latest: suspect.latest };
    }
  }
}
