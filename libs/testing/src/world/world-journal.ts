import type { World } from './world';

/** What a room looked like when it was looked at, and since which look it does. */
interface Entry {
  readonly revision: number;
  readonly members: string;
  readonly changedAt: number;
  readonly membersChangedAt: number;
}

/** Tells which rooms of a world have changed since an earlier look, however they were changed. */
export class WorldJournal {
  private readonly entries = new Map<string, Entry>();
  private looks = 0;

  constructor(private readonly world: World) {}

  /** The number of the present look. */
  now(): number {
    this.looks++;
    for (const [roomId, room] of this.world.rooms) {
      const { revision } = room;
      const members = [...room.members.keys()].join();
      const before = this.entries.get(roomId);
      const isSame = before?.members === members;
      if (isSame && before.revision === revision) continue;
      const membersChangedAt = isSame ? before.membersChangedAt : this.looks;
      this.entries.set(roomId, { revision, members, changedAt: this.looks, membersChangedAt });
    }
    return this.looks;
  }

  /** A number that rises whenever the members of a room have changed; 0 for a room that does not exist. */
  membersVersion(roomId: string): number {
    this.now();
    return this.entries.get(roomId)?.membersChangedAt ?? 0;
  }

  since(look: number): { roomId: string; revision: number; membersChanged: boolean }[] {
    this.now();
    return [...this.entries].flatMap(([roomId, { revision, changedAt, membersChangedAt }]) =>
      changedAt > look ? [{ roomId, revision, membersChanged: membersChangedAt > look }] : [],
    );
  }
}
