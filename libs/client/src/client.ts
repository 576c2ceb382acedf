import { MessageTextSchema, ParleyError, type SessionKind } from '@parley/contracts';
import { memoryOutboxStore, type OutboxStore } from './outbox/outbox-entry';
import { Outbox } from './outbox/outbox';
import type { HttpOptions } from './rest/http';
import { restClient, type RestClient } from './rest/rest-client';
import { Session, type SessionState } from './session/session';
import { Connection, type ConnectionState } from './socket/connection';
import type { Room } from './sync/room';
import { Rooms } from './sync/rooms';
import { SyncEngine } from './sync/sync-engine';
import type { Readable } from './value';

export interface ParleyClientOptions {
  /** Where Parley is served, such as `https://parley.example`, without a trailing slash. */
  origin: string;
  /** `cookie` in a browser, `token` everywhere else. */
  session: SessionKind;
  /** Keeps unsent messages beyond the page. Default: nothing is kept. */
  outboxStore?: OutboxStore;
  fetch?: typeof globalThis.fetch;
  /** How long a request or a command may take, in milliseconds. Default 10,000. */
  deadlineMs?: number;
}

/**
 * Parley for any program: who is signed in, the REST API, and rooms that stay in step with the server by themselves. Holds no framework and runs
 * in browsers and in Node alike.
 */
export class ParleyClient {
  readonly session: Session;
  readonly rest: RestClient;
  readonly rooms: Rooms;
  private readonly link: Connection;
  private readonly outbox: Outbox;

  constructor(options: ParleyClientOptions) {
    const deadlineMs = options.deadlineMs ?? 10_000;
    const http: HttpOptions = {
      origin: options.origin,
      fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
      deadlineMs,
    };
    this.session = new Session(http, options.session);
    this.rest = restClient((route, request) => this.session.send(route, request));
    this.link = new Connection(this.session, { origin: options.origin, ackMs: deadlineMs, random: Math.random });
    this.outbox = new Outbox({
      store: options.outboxStore ?? memoryOutboxStore,
      send: ({ roomId, clientMessageId, text }) => this.link.command('message:send', { roomId, clientMessageId, text }),
      delivered: (message) => this.rooms.room(message.roomId).hear(message),
      online: () => this.isOnline(),
      ownId: () => this.ownId(),
      random: Math.random,
    });
    this.rooms = new Rooms(this.rest, {
      outbox: this.outbox,
      ownId: () => this.ownId(),
      isOnline: () => this.isOnline(),
      command: (name, payload) => this.link.command(name, payload),
      requestSync: (roomId) => engine.requestSync(roomId),
    });
    const engine = new SyncEngine(this.link, this.rooms);
    this.link.onFact((name, payload) => engine.hear(name, payload));
    this.link.onOnline(() => {
      engine.catchUp();
      this.outbox.flush();
    });
    let before: SessionState = this.session.state.get();
    this.session.state.subscribe((state) => {
      this.sessionChanged(before, state);
      before = state;
    });
  }

  get connection(): Readable<ConnectionState> {
    return this.link.state;
  }

  /** Keeps a live connection for as long as somebody is signed in. */
  connect(): void {
    if (this.session.state.get().status !== 'signedIn') throw new ParleyError('unauthenticated', 'Sign in first.');
    this.link.connect();
  }

  disconnect(): void {
    this.link.disconnect();
  }

  /** The network or the person is back: connect now rather than when the back-off says. */
  wake(): void {
    this.link.wake();
  }

  room(roomId: string): Room {
    return this.rooms.room(roomId);
  }

  /** Whether a text can be sent, once trimmed and normalised. */
  static isSendable(text: string): boolean {
    return MessageTextSchema.safeParse(text).success;
  }

  private isOnline(): boolean {
    return this.link.state.get().status === 'online';
  }

  private ownId(): string {
    const state = this.session.state.get();
    return state.status === 'signedIn' ? state.user.id : '';
  }

  private sessionChanged(before: SessionState, state: SessionState): void {
    if (state.status === 'unknown') return;
    if (state.status === 'signedIn') {
      // Unsent messages of a session that ended by itself have waited for the same person; nobody else's are sent.
      if (before.status !== 'signedIn') this.outbox.keepOnly(state.user.id);
      return;
    }
    this.link.disconnect();
    this.rooms.clear();
    // Who signs out on purpose leaves nothing on the device.
    if (before.status === 'signedIn' && state.status === 'signedOut') this.outbox.keepOnly(null);
  }
}
