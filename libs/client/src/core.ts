import type { FactPayload } from '@parley/contracts';
import type { Machine } from './machine';
import { Outbox } from './outbox/outbox';
import type { OutboxStore } from './outbox/outbox-store';
import { Presences } from './presence/presences';
import type { SessionState } from './session/session';
import { Connection, type Account } from './socket/connection';
import type { OpenTransport } from './socket/transport';
import type { RoomApi } from './sync/room-context';
import { Rooms } from './sync/rooms';
import { SyncEngine } from './sync/sync-engine';
import { Watch } from './sync/watch';

/** Everything that the core of the SDK takes from outside: a simulation gives each of them. */
export interface CoreOptions {
  account: Account;
  rest: RoomApi;
  openTransport: OpenTransport;
  outboxStore: OutboxStore;
  machine: Machine;
  /** How long a command may take, in milliseconds. */
  deadlineMs: number;
  /** Told of an error that is no answer of the server's. */
  defect: (error: unknown) => void;
}

/** What keeps rooms in step and gets messages away: connection, outbox, rooms, sync, each wired to the others. It touches nothing of the machine by itself. */
export class Core {
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly rooms: Rooms;
  readonly presence: Presences;
  private readonly engine: SyncEngine;
  private readonly watch: Watch;

  constructor(private readonly options: CoreOptions) {
    const { account, machine, defect } = options;
    this.connection = new Connection(account, {
      openTransport: options.openTransport,
      machine,
      ackMs: options.deadlineMs,
    });
    const ownId = (): string => this.ownId();
    const isOnline = (): boolean => this.connection.isOnline;
    this.outbox = new Outbox({
      store: options.outboxStore,
      machine,
      defect,
      send: ({ roomId, clientMessageId, text, replyToSeq }) =>
        this.connection.command('message:send', {
          ...{ roomId, clientMessageId, text },
          ...(replyToSeq === undefined ? {} : { replyToSeq }),
        }),
      delivered: (message) => this.rooms.room(message.roomId).hear(message),
      online: isOnline,
      ownId,
    });
    this.rooms = new Rooms(options.rest, {
      outbox: this.outbox,
      machine,
      defect,
      ownId,
      isOnline,
      command: (name, payload) => this.connection.command(name, payload),
      requestSync: (roomId) => this.engine.requestSync(roomId),
    });
    this.engine = new SyncEngine(this.connection, this.rooms, machine, defect);
    this.watch = new Watch(this.engine, this.rooms, machine);
    this.presence = new Presences({
      machine,
      defect,
      isOnline,
      command: (name, payload) => this.connection.command(name, payload),
    });
    this.listen();
  }

  private listen(): void {
    const { account } = this.options;
    this.connection.onFact((name, payload) => {
      this.engine.hear(name, payload);
      if (name === 'presence:changed') this.presence.hear(payload as FactPayload<'presence:changed'>);
    });
    this.connection.onOnline(() => {
      this.engine.catchUp();
      this.outbox.flush();
      this.presence.online();
    });
    this.connection.onWake(() => void this.engine.probe());
    this.connection.state.subscribe(({ status }) => {
      if (status === 'online') return this.watch.start();
      this.watch.stop();
      this.presence.offline();
    });
    let before: SessionState = account.state.get();
    account.state.subscribe((state) => {
      this.sessionChanged(before, state);
      before = state;
    });
  }

  private ownId(): string {
    const state = this.options.account.state.get();
    return state.status === 'signedIn' ? state.user.id : '';
  }

  private sessionChanged(before: SessionState, state: SessionState): void {
    if (state.status === 'unknown') return;
    if (state.status === 'signedIn') {
      if (before.status === 'signedIn') return;
      // Unsent messages of a session that ended by itself have waited for the same person; nobody else's are sent.
      this.outbox.keepOnly(state.user.id);
      void this.outbox.takeUp();
      return;
    }
    this.connection.disconnect();
    this.rooms.clear();
    this.presence.clear();
    // Who signs out on purpose leaves nothing on the device.
    if (before.status === 'signedIn' && state.status === 'signedOut') this.outbox.keepOnly(null);
  }
}
