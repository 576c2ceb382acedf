import {
  accessToken,
  apiKeyText,
  ParleyError,
  previewOf,
  type Message,
  type Role,
  type RoomKind,
  type Scope,
  type UserSummary,
} from '@parley/contracts';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { v4, v7 } from 'uuid';

/** A room in memory. */
export interface WorldRoom {
  readonly id: string;
  readonly kind: RoomKind;
  title: string | null;
  readonly createdAt: string;
  readonly members: Map<
    string,
    { role: Role; joinedAt: string; joinedSeq: number; lastReadSeq: number; pinned: boolean }
  >;
  readonly messages: Message[];
  revision: number;
}

/** An API key in memory. */
export interface WorldApiKey {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

export interface TokenOptions {
  readonly sessionId?: string;
  /** Seconds from now; 600 by default. */
  readonly expiresIn?: number;
  /** Overrides of claims and of the header, for tokens that must be refused. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, string>>;
}

/** People, rooms and messages in memory, behind whatever stands in for the services: what tests of the edges act on. */
export class World {
  readonly origin = 'http://localhost:8080';
  readonly secret = 'a secret of the stand-in services';
  readonly people = new Map<string, UserSummary>();
  readonly rooms = new Map<string, WorldRoom>();
  /** Pairs that a block divides. */
  private readonly blocks: (readonly [string, string])[] = [];
  /** Members who let nobody see that they read and type. */
  readonly discreet = new Set<string>();
  /** People who hide their presence, and when people were last seen. */
  readonly hidden = new Set<string>();
  readonly lastSeen = new Map<string, string>();
  /** API keys by their text. */
  readonly apiKeys = new Map<string, WorldApiKey>();
  readonly endedSessions: { sessionId: string; reason: string }[] = [];
  /** Names of the calls answered so far, as `messages.append`. */
  readonly calls: string[] = [];
  /** What calls of these names wait for before they are answered. */
  readonly holds = new Map<string, Promise<void>>();

  private constructor(
    private readonly privateKey: CryptoKey,
    readonly publicKey: JWK,
  ) {}

  static async create(): Promise<World> {
    const { privateKey, publicKey } = await generateKeyPair(accessToken.algorithm, { crv: 'Ed25519' });
    return new World(privateKey, {
      ...(await exportJWK(publicKey)),
      kid: 'first',
      alg: accessToken.algorithm,
      use: 'sig',
    });
  }

  person(displayName: string): string {
    const id = v7();
    this.people.set(id, { id, displayName, headline: '', location: '', avatarUrl: null });
    return id;
  }

  /** A room of these people; the first owns it. */
  room(
    kind: RoomKind,
    userIds: readonly string[],
    title: string | null = kind === 'group' ? 'Group' : null,
  ): WorldRoom {
    const now = new Date().toISOString();
    const room: WorldRoom = { id: v7(), kind, title, createdAt: now, members: new Map(), messages: [], revision: 0 };
    for (const [index, userId] of userIds.entries())
      this.join(room, userId, index === 0 && kind === 'group' ? 'owner' : 'member');
    this.rooms.set(room.id, room);
    return room;
  }

  join(room: WorldRoom, userId: string, role: Role = 'member'): void {
    room.members.set(userId, {
      role,
      joinedAt: new Date().toISOString(),
      joinedSeq: room.messages.length,
      lastReadSeq: room.messages.length,
      pinned: false,
    });
  }

  block(one: string, other: string): void {
    this.blocks.push([one, other]);
  }

  unblock(one: string, other: string): void {
    const rest = this.blocks.filter((pair) => !(pair.includes(one) && pair.includes(other)));
    this.blocks.splice(0, this.blocks.length, ...rest);
  }

  isDivided(one: string, other: string): boolean {
    return one !== other && this.blocks.some((pair) => pair.includes(one) && pair.includes(other));
  }

  /** The room, where the member is in it. @throws ParleyError `not_found` */
  roomFor(userId: string, roomId: string): WorldRoom {
    const room = this.rooms.get(roomId);
    if (!room?.members.has(userId)) throw new ParleyError('not_found', 'There is no such room.');
    return room;
  }

  append(
    room: WorldRoom,
    senderId: string,
    text: string,
    { clientMessageId = v4(), replyToSeq }: { clientMessageId?: string; replyToSeq?: number | undefined } = {},
  ): Message {
    const source = room.messages[(replyToSeq ?? 0) - 1];
    const replyTo = source ? { seq: source.seq, senderId: source.senderId, preview: previewOf(source.text) } : null;
    const message: Message = {
      ...{ id: v7(), roomId: room.id, seq: room.messages.length + 1, revision: ++room.revision },
      ...{ clientMessageId, senderId, text, createdAt: new Date().toISOString(), editedAt: null, deletedAt: null },
      ...{ replyTo, reactions: [], attachments: [] },
    };
    room.messages.push(message);
    return message;
  }

  /** An access token as the users service signs it, unless told otherwise. */
  async token(userId: string, options: TokenOptions = {}): Promise<string> {
    const { sessionId = v7(), expiresIn = 600, claims = {}, header = {} } = options;
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({
      ...{ sub: userId, sid: sessionId, iss: this.origin, aud: this.origin, iat: now, exp: now + expiresIn },
      ...claims,
    })
      .setProtectedHeader({ alg: accessToken.algorithm, typ: accessToken.type, kid: 'first', ...header })
      .sign(this.privateKey);
  }

  /** An API key of somebody's; answers its text. */
  apiKey(userId: string, scopes: readonly Scope[], { name = 'Bot', expiresAt = null as string | null } = {}): string {
    const id = v7();
    const text = apiKeyText('i'.repeat(22), id.replaceAll('-', '').padEnd(43, '_'));
    this.apiKeys.set(text, { ...{ id, userId, name, scopes, expiresAt }, createdAt: new Date().toISOString() });
    return text;
  }

  /** Deletes a key as the users service does. @throws ParleyError `not_found` for another's */
  deleteApiKey(userId: string, keyId: string): void {
    const found = [...this.apiKeys].find(([, key]) => key.id === keyId && key.userId === userId);
    if (!found) throw new ParleyError('not_found', 'There is no such key.');
    this.apiKeys.delete(found[0]);
    this.endSession(keyId, 'key_deleted');
  }

  endSession(sessionId: string, reason = 'signed out'): void {
    this.endedSessions.push({ sessionId, reason });
  }
}
