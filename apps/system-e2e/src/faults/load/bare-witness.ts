import type { Ack, CommandData, Message } from '@parley/contracts';
import type { Leak, Sight, View } from '../history/events';
import type { Journal } from '../history/journal';
import { BareClient, type BareClientOptions } from './bare-client';

/** What a bare client knows of a room. */
interface Following {
  readonly view: { sights: Sight[]; isComplete: boolean };
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
  private syncing: Promise<void> = Promise.resolve();

  constructor(
    readonly name: string,
    readonly userId: string,
    private readonly journal: Journal,
    options: Pick<BareClientOptions, 'ports' | 'token' | 'random'>,
    /** The nonces of all rooms: none of them may reach who is in none. */
    private readonly foreign: () => readonly string[] = () => [],
  ) {
    this.client = new BareClient({
      ...options,
      onFrame: (frame) => this.inspect(frame),
      onFact: (name, payload) => {
        if (name === 'message:created' || name === 'message:updated') this.hear(payload as Message, 'fact');
        // What was said in a room before one was told of being in it is history, to be asked for.
        else if (name === 'room:joined') void this.sync();
      },
      onOnline: () => void this.sync(),
    });
  }

  follow(room: string): void {
    this.following.set(room, {
      view: { sights: [], isComplete: true },
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

  /** Whether it need not have everything of this room: its member was out of it for a while. */
  excuse(room: string): void {
    const known = this.following.get(room);
    if (known) known.view.isComplete = false;
  }

  /** How many messages it knows, and their highest revision. */
  reached(room: string): { readonly messages: number; readonly revision: number } {
    const known = this.following.get(room);
    return { messages: known?.places.size ?? 0, revision: known?.newest ?? 0 };
  }

  isExcused(room: string): boolean {
    return this.following.get(room)?.view.isComplete === false;
  }

  views(): View[] {
    return [...this.following].map(([room, { view }]) => ({
      ...{ viewer: this.name, userId: this.userId, room, kind: 'heard' as const, final: null },
      ...{ sights: view.sights, isComplete: view.isComplete },
    }));
  }

  /** Asks for all that was missed, page by page. */
  sync(): Promise<void> {
    this.syncing = this.syncing.then(async () => {
      let isUnfinished = this.following.size > 0;
      while (isUnfinished && this.client.isOnline) {
        const rooms = Object.fromEntries([...this.following].map(([room, { revision }]) => [room, revision]));
        const answer = await this.client
          .command<CommandData<'rooms:sync'>>('rooms:sync', { rooms, partial: true })
          .catch(() => null);
        if (answer === null) return this.client.drop();
        isUnfinished = this.take(answer);
      }
    });
    return this.syncing;
  }

  private take(answer: Ack<CommandData<'rooms:sync'>>): boolean {
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
    known.view.sights.push({ seq, revision, id, clientMessageId, text, by, t: this.journal.now() });
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

  private inspect(frame: string): void {
    for (const nonce of this.foreign()) {
      if (frame.includes(nonce)) this.leaks.push({ where: `${this.name} was sent ${frame.slice(0, 80)}`, room: nonce });
    }
  }
}
