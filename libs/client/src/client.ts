import {
  MessageTextSchema,
  ParleyError,
  type ExportRecord,
  type RoomLine,
  type SearchHit,
  type SessionKind,
} from '@parley/contracts';
import { Core } from './core';
import { thisMachine } from './machine';
import { memoryOutboxStore, type OutboxStore } from './outbox/outbox-store';
import type { Presences } from './presence/presences';
import type { HttpOptions } from './rest/http';
import { restClient, type RestClient } from './rest/rest-client';
import { routes } from './rest/routes';
import { wholeRoom } from './rest/whole-room';
import { Session, type TakeTurns } from './session/session';
import type { ConnectionState } from './socket/connection';
import { socketIoTransport } from './socket/socket-io-transport';
import type { Room } from './sync/room';
import type { Rooms } from './sync/rooms';
import type { Readable } from './value';

export interface ParleyClientOptions {
  /** Where Parley is served, such as `https://parley.example`, without a trailing slash. */
  origin: string;
  /** `cookie` in a browser, `token` everywhere else. */
  session: SessionKind;
  /**
   * Lets one client at a time exchange the refresh token, where several have the same one: the tabs of a browser have one cookie, and a request with
   * the old token that comes in after the successor was used would end the session. Default: this client is alone.
   */
  takeTurns?: TakeTurns;
  /** Keeps unsent messages beyond the program: `webOutboxStore` in a browser. Default: for as long as the client lives. */
  outboxStore?: OutboxStore;
  fetch?: typeof globalThis.fetch;
  /** How long a request or a command may take, in milliseconds. Default 10,000. */
  deadlineMs?: number;
  /** Told of errors that are no answer of the server's, such as an outbox store that is full: for a log. They stop nothing. Default: nobody is told. */
  onDefect?: (error: unknown) => void;
}

/**
 * Parley for any program: who is signed in, the REST API, and rooms that stay in step with the server by themselves. Holds no framework and runs
 * in browsers and in Node alike.
 */
export class ParleyClient {
  readonly session: Session;
  readonly rest: RestClient;
  private readonly core: Core;

  constructor(options: ParleyClientOptions) {
    const deadlineMs = options.deadlineMs ?? 10_000;
    const http: HttpOptions = {
      origin: options.origin,
      fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
      deadlineMs,
    };
    this.session = new Session(http, options.session, options.takeTurns);
    this.rest = restClient((route, request) => this.session.send(route, request));
    this.core = new Core({
      account: this.session,
      rest: this.rest,
      openTransport: socketIoTransport(options.origin),
      outboxStore: options.outboxStore ?? memoryOutboxStore(),
      machine: thisMachine,
      deadlineMs,
      defect: options.onDefect ?? (() => undefined),
    });
  }

  get rooms(): Rooms {
    return this.core.rooms;
  }

  /** Who of the people one watches is there, and whether this device is in use. */
  get presence(): Presences {
    return this.core.presence;
  }

  get connection(): Readable<ConnectionState> {
    return this.core.connection.state;
  }

  /** Keeps a live connection for as long as somebody is signed in. */
  connect(): void {
    if (this.session.state.get().status !== 'signedIn') throw new ParleyError('unauthenticated', 'Sign in first.');
    this.core.connection.connect();
  }

  disconnect(): void {
    this.core.connection.disconnect();
  }

  /** The network or the person is back: connect now rather than when the back-off says, and try a connection that is said to stand. */
  wake(): void {
    this.core.connection.wake();
  }

  room(roomId: string): Room {
    return this.rooms.room(roomId);
  }

  /**
   * Messages of one's own rooms, or of one of them, in which every word of `q` begins a word; newest first, a page at a time. Case and accents
   * do not count. By `sort: 'relevance'` the newest 200 come by how well they match, and what is older after them. @throws ParleyError `validation_failed` where `q` has no word of two letters, `not_found` for a room that one is not in
   */
  searchMessages(
    q: string,
    { limit, ...rest }: { roomId?: string; cursor?: string; limit?: number; sort?: 'recent' | 'relevance' } = {},
  ): Promise<{ items: SearchHit[]; nextCursor: string | null }> {
    return this.rest.messages.search({ query: { q, ...rest, ...(limit !== undefined && { limit: String(limit) }) } });
  }

  /**
   * Everything of one's own, a record at a time: account and profile, sessions, API keys, blocks and reports, then each room with what one has written there.
   * A file of it has a line of JSON for each. No more than one answer of the server's is held; one that says it was asked too fast is waited out.
   * @throws ParleyError `unauthenticated`, `unavailable` and the like, also on the way
   */
  async *exportData(): AsyncGenerator<ExportRecord, void, undefined> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await this.exportPage(cursor);
      yield* page.items;
      cursor = page.nextCursor;
    }
  }

  private async exportPage(cursor: string | undefined): Promise<{ items: ExportRecord[]; nextCursor: string | null }> {
    for (;;) {
      try {
        return await this.rest.account.export(cursor === undefined ? {} : { query: { cursor } });
      } catch (error) {
        if (!(error instanceof ParleyError && error.code === 'rate_limited')) throw error;
        await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? 1_000));
      }
    }
  }

  /**
   * One room, a line at a time: the room, its people, and every message that is kept, oldest first, up to the last one when it begins. No more than a part of it is held.
   * @param signal ends it early: then it throws the signal's reason
   * @throws ParleyError `not_found` for a room that one is not in, `rate_limited`, `unavailable` and the like, also on the way
   */
  async *exportRoom(roomId: string, signal?: AbortSignal): AsyncGenerator<RoomLine, void, undefined> {
    const { method, path } = routes.chatrooms.export;
    const lines = await this.session.lines({ method, path: path.replace('{id}', encodeURIComponent(roomId)), signal });
    yield* wholeRoom(lines as AsyncGenerator<RoomLine, void, undefined>);
  }

  /** Whether a text can be sent, once trimmed and normalised. */
  static isSendable(text: string): boolean {
    return MessageTextSchema.safeParse(text).success;
  }
}
