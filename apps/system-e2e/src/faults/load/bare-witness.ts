import type { Ack, CommandData, FactName, FactPayload, Message } from '@parley/contracts';
import type { Secrets } from '../check/secrets';
import type { Leak, Sight, View } from '../history/events';
import { reactionsOf } from '../history/reactions';
import type { Journal } from '../history/journal';
import { BareClient, type BareClientOptions } from './bare-client';

/** What a bare client knows of a room. */
interface Following {
  readonly sights: Sight[];
  readonly since: number;
  /** What came of the room besides messages while its member was out of it. */
  readonly hints: { readonly t: number; readonly what: string }[];
  isAway: boolean;
  /** Without a hole up to this revision: from here on it asks. */
  revision: number;
  readonly early: Set<number>;
  /** Places heard of, and the highest revision. A message that was changed twice may be told once, so its revisions may have holes for good. */
  readonly places: Set<number>;
  newest: number;
}

/**
 * A raw-frame recorder below any client library. It asks for what it missed only when it connects, and when it is told of a room that it has come into:
 * from then on, being told everything is the system's business alone.
 */
export class BareWitness {
  readonly client: BareClient;
  readonly leaks: Leak[] = [];
  private readonly following = new Map<string, Following>();
  private readonly onlineAt: number[] = [];
  private readonly hushed = new Set<string>();
  private syncing: Promise<void> = Promise.resolve();

  constructor(
    readonly name: string,
    readonly userId: string,
    private readonly journal: Journal,
    options: Pick<BareClientOptions, 'ports' | 'token' | 'random'>,
    private readonly secrets: Pick<Secrets, 'foreignIn'>,
  ) {
    this.client = new BareClient({
      ...options,
      onFrame: (frame) => this.inspect(frame, 'was sent'),
      onFact: (name, payload) => this.take(name, payload as FactPayload<FactName>),
      onOnline: () => {
        this.onlineAt.push(this.journal.now());
        void this.sync();
      },
    });
  }

  follow(room: string): void {
    this.following.set(room, {
      ...{ sights: [], hints: [], isAway: false, since: this.journal.now() },
      revision: 0,
      early: new Set(),
      places: new Set(),
      newest: 0,
    });
  }

  /** Nothing of these rooms is expected any more. */
  forget(rooms: readonly string[]): void {
    for (const room of rooms) this.following.delete(room);
  }

  /** Whether its member is out of a room now: whatever it is told of it then is noted. */
  setAway(room: string, isAway: boolean): void {
    const known = this.following.get(room);
    if (known) known.isAway = isAway;
  }

  /** Nothing that somebody does may be told to it. */
  hush(userId: string): void {
    this.hushed.add(userId);
  }

  /** Looks for what does not belong here. */
  inspect(text: string, how: string): void {
    for (const nonce of this.secrets.foreignIn(text, this.userId)) {
      this.leaks.push({ where: `${this.name} ${how} ${text.slice(0, 80)}`, room: nonce });
    }
  }

  /** How many messages it knows, and their highest revision. */
  reached(room: string): { readonly messages: number; readonly revision: number } {
    const known = this.following.get(room);
    return { messages: known?.places.size ?? 0, revision: known?.newest ?? 0 };
  }

  views(): View[] {
    return [...this.following].map(([room, { sights, hints, since, isAway }]) => ({
      ...{ viewer: this.name, userId: this.userId, room, kind: 'heard' as const, final: null },
      ...{ sights, hints, since, isComplete: !isAway, onlineAt: this.onlineAt, disorders: [] },
    }));
  }

  /** Asks for all that was missed, page by page; of one room alone where it is named. */
  sync(only?: string): Promise<void> {
    this.syncing = this.syncing.then(async () => {
      let isUnfinished = true;
      while (isUnfinished && this.client.isOnline) {
        const asked = [...this.following].filter(([room]) => only === undefined || room === only);
        if (asked.length === 0) return;
        const rooms = Object.fromEntries(asked.map(([room, { revision }]) => [room, revision]));
        const answer = await this.client
          .command<CommandData<'rooms:sync'>>('rooms:sync', { rooms, partial: true })
          .catch(() => null);
        if (answer === null) return this.client.drop();
        isUnfinished = this.takeAnswer(answer);
      }
    });
    return this.syncing;
  }

  private take(name: string, payload: FactPayload<FactName>): void {
    if ('senderId' in payload) return this.hear(payload, 'fact');
    if ('userId' in payload && this.hushed.has(payload.userId)) {
      const room = 'roomId' in payload ? payload.roomId : '';
      this.leaks.push({ where: `${this.name} was told ${name} of ${payload.userId}, whom it learns nothing of`, room });
    }
    const room = 'roomId' in payload ? payload.roomId : 'id' in payload ? payload.id : '';
    const known = this.following.get(room);
    if (known?.isAway === true && name !== 'room:left') known.hints.push({ t: this.journal.now(), what: name });
    // What was said in a room before one was told of being in it is history, to be asked for: in that room, and in no other.
    if (name === 'room:joined') void this.sync(room);
  }

  private takeAnswer(answer: Ack<CommandData<'rooms:sync'>>): boolean {
    if (!answer.ok) {
      // Whoever cannot be told what was missed begins again.
      this.client.drop();
      return false;
    }
    let isUnfinished = false;
    for (const [room, changes] of Object.entries(answer.data.rooms)) {
      for (const message of changes.messages) this.hear(message, 'sync');
      const known = this.following.get(room);
      if (known) this.complete(known, changes.revision);
      isUnfinished ||= changes.hasAfter;
    }
    return isUnfinished;
  }

  private hear(message: Message, by: Sight['by']): void {
    const known = this.following.get(message.roomId);
    if (!known) return;
    const { seq, revision, id, clientMessageId, text } = message;
    const reactions = reactionsOf(message.reactions);
    known.sights.push({ seq, revision, id, clientMessageId, text, reactions, by, t: this.journal.now() });
    known.places.add(seq);
    known.newest = Math.max(known.newest, revision);
    if (by === 'sync' || revision <= known.revision) return;
    known.early.add(revision);
    this.complete(known, known.revision);
  }

  private complete(known: Following, revision: number): void {
    known.revision = Math.max(known.revision, revision);
    while (known.early.delete(known.revision + 1)) known.revision++;
    for (const early of known.early) if (early <= known.revision) known.early.delete(early);
  }
}
