import type { Message } from '@parley/contracts';

/** Revisions kept that came before one that is still missing; those beyond are told again once the gap is found. */
const AHEAD = 512;
/** Before the room's head is known. */
const UNKNOWN = -1;

/** How far one room was told to the sockets here. */
interface Track {
  /** Every change up to this revision was told, or was there before anybody here listened. */
  revision: number;
  /** Every message up to this `seq` was told as created. */
  seq: number;
  /** Revisions told that came early: by each the `seq` that it created, or 0 for a change of a message. */
  ahead: Map<number, number> | undefined;
  /** How far a gap was read so far, page by page, and the highest `seq` in it. */
  reading: { readonly revision: number; readonly seq: number } | undefined;
  /** The version of the room's members that was compared with who hears it here. */
  members: number | undefined;
}

/** A room and the revision from which on something is missing here. */
export interface Behind {
  readonly roomId: string;
  readonly revision: number;
}

/**
 * What this node has told its own sockets, by room: the highest revision without a hole before it. Rooms are kept while somebody here is in them.
 * Whoever comes into a room that is kept asks for what was before; so the first one's head serves all.
 */
export class Delivered {
  private readonly tracks = new Map<string, Track>();
  private isAside = false;

  /** Somebody here hears the room from now on. What is told before its head is known is remembered. */
  open(roomId: string): void {
    if (this.tracks.has(roomId)) return;
    const nothing = { ahead: undefined, reading: undefined, members: undefined };
    this.tracks.set(roomId, { revision: UNKNOWN, seq: Infinity, ...nothing });
  }

  /** Nobody here hears the room any more. */
  close(roomId: string): void {
    this.tracks.delete(roomId);
  }

  /** The room's head as it was read for the first who came in. Later ones change nothing. */
  begin(roomId: string, revision: number, seq: number): void {
    const track = this.tracks.get(roomId);
    if (track === undefined || track.revision !== UNKNOWN) return;
    track.revision = revision;
    track.seq = seq;
    absorb(track);
  }

  /** What is told within is told to some of those here alone, at once, and counts for nothing: the others may lack it. */
  aside(tell: () => void): void {
    this.isAside = true;
    try {
      tell();
    } finally {
      this.isAside = false;
    }
  }

  /** A message was told to the sockets here, as created or as updated. */
  note({ roomId, revision, seq }: Pick<Message, 'roomId' | 'revision' | 'seq'>, isCreated: boolean): void {
    if (this.isAside) return;
    const track = this.tracks.get(roomId);
    if (track === undefined || revision <= track.revision) return;
    if (revision === track.revision + 1 && track.ahead === undefined) {
      track.revision = revision;
      if (isCreated && seq > track.seq) track.seq = seq;
      return;
    }
    track.ahead ??= new Map();
    if (track.ahead.size < AHEAD) track.ahead.set(revision, isCreated ? seq : 0);
    absorb(track);
  }

  /** Who hears the room here is who is in it, or some of them, by this version of its members. */
  compared(roomId: string, version: number): void {
    const track = this.tracks.get(roomId);
    if (track !== undefined) track.members = Math.max(version, track.members ?? 0);
  }

  /** The version of the members that was compared last; undefined where none was since the room is heard here. */
  comparedTo(roomId: string): number | undefined {
    return this.tracks.get(roomId)?.members;
  }

  /** The rooms that somebody here hears. */
  rooms(): Iterable<string> {
    return this.tracks.keys();
  }

  has(roomId: string): boolean {
    return this.tracks.has(roomId);
  }

  /** Whether something up to this revision was not told to those here who hear the room. */
  isBehind(roomId: string, revision: number): boolean {
    const track = this.tracks.get(roomId);
    return track !== undefined && track.revision < revision;
  }

  /** From where on to ask for what is missing; where the room's head was never read, from a little before the one that is known now. */
  since(roomId: string, head: number): number | undefined {
    const track = this.tracks.get(roomId);
    if (track === undefined) return undefined;
    const known = track.revision === UNKNOWN ? Math.max(0, head - AHEAD) : track.revision;
    return Math.max(known, track.reading?.revision ?? 0);
  }

  /** What is to be told of a message that was read: that it was created or updated, or nothing since that was told. */
  missing({ roomId, revision, seq, editedAt, deletedAt }: Message): 'created' | 'updated' | null {
    const track = this.tracks.get(roomId);
    if (track === undefined || revision <= track.revision) return null;
    const isNew = track.seq === Infinity ? editedAt === null && deletedAt === null : seq > track.seq;
    const told = track.ahead?.get(revision);
    if (told !== undefined && (told === seq || !isNew)) return null;
    return isNew ? 'created' : 'updated';
  }

  /**
   * A page of what was missing has been told, up to this revision and `seq`. Only with the last page is the gap closed: a message whose creation is in
   * the gap stands where its last change put it, perhaps on a later page than messages with a higher `seq`.
   */
  read(roomId: string, revision: number, seq: number, isLast: boolean): void {
    const track = this.tracks.get(roomId);
    if (track === undefined) return;
    const highest = Math.max(seq, track.reading?.seq ?? 0);
    track.reading = isLast ? undefined : { revision, seq: highest };
    if (!isLast || track.revision >= revision) return;
    track.revision = revision;
    track.seq = track.seq === Infinity ? highest : Math.max(track.seq, highest);
    absorb(track);
  }
}

/** Takes what came early as far as it now follows without a hole, and forgets what is behind. */
function absorb(track: Track): void {
  const { ahead } = track;
  if (ahead === undefined || track.revision === UNKNOWN) return;
  for (let seq = ahead.get(track.revision + 1); seq !== undefined; seq = ahead.get(track.revision + 1)) {
    track.revision++;
    if (seq > track.seq) track.seq = seq;
  }
  for (const revision of ahead.keys()) if (revision <= track.revision) ahead.delete(revision);
  if (ahead.size === 0) track.ahead = undefined;
}
