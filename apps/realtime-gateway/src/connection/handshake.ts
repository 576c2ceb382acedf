import { ParleyError } from '@parley/contracts';
import type { Authenticator, ErrorLog, Identity, RevocationWatch } from '@parley/server-edge';
import { newRequestId, requestContext } from '@parley/server-runtime';
import { asParleyError } from '../commands/as-parley-error';
import type { Door } from './door';
import type { GatewaySocket } from './gateway-socket';
import { HandshakeGate } from './handshake-gate';
import type { Delivered } from '../facts/delivered';
import { hearByScope } from '../facts/hear-by-scope';
import type { LiveSockets } from './live-sockets';
import type { MembershipReader } from './membership-reader';
import type { Silence } from './silence';
import type { SocketQuota } from './socket-quota';

/** How long a handshake may take. */
const DEADLINE_MS = 5_000;
const TOKEN_CHARACTERS = 8_192;
/** What waits here and what its handshake may take are together less than the 15 s after which clients give up, and the server closes a connection without a socket. */
const GATE = { atOnce: 32, capacity: 4_000, patienceMs: 7_000, comeAgainMs: [1_000, 30_000] } as const;

export interface HandshakeParts {
  readonly authenticator: Authenticator;
  readonly revocations: RevocationWatch;
  readonly quota: SocketQuota;
  readonly memberships: Pick<MembershipReader, 'read'>;
  readonly live: LiveSockets;
  readonly delivered: Pick<Delivered, 'begin'>;
  readonly errors: ErrorLog;
  /** By which the connection came: it is through when its handshake is over. */
  readonly door: Pick<Door, 'spoke' | 'passed'>;
  readonly silence: Pick<Silence, 'broken' | 'resumed'>;
}

/** The refusal of a handshake, as Socket.IO hands it to the client: `connect_error` with `data`. */
class ConnectError extends Error {
  readonly data;

  constructor(error: ParleyError) {
    super(error.detail);
    this.data = error.toWire();
  }
}

/**
 * The Socket.IO middleware that every connection passes before its client hears that it is connected: who is it, are there not too many, and which
 * rooms does it hear. Whatever happens in those rooms from then on reaches it, so that a sync after `connect` leaves no gap.
 */
export class Handshake {
  /** Connections with a handshake under way or accepted: each carries one socket. */
  private readonly taken = new WeakSet<GatewaySocket['conn']>();
  private readonly gate = new HandshakeGate(GATE);

  constructor(private readonly parts: HandshakeParts) {}

  readonly middleware = (socket: GatewaySocket, next: (error?: Error) => void): void => {
    const { door, silence } = this.parts;
    silence.broken(socket.conn);
    const visitor = socket.request.socket;
    door.spoke(visitor);
    this.gate
      .pass(
        () => socket.conn.readyState === 'open',
        () => {
          const context = { requestId: newRequestId(), deadline: Date.now() + DEADLINE_MS };
          return requestContext.run(context, () => this.admit(socket));
        },
      )
      .finally(() => door.passed(visitor))
      .then(
        () => next(),
        (thrown: unknown) => {
          const error = asParleyError(thrown);
          this.parts.errors.write(error, { during: 'handshake' });
          if (!this.taken.has(socket.conn)) silence.resumed(socket.conn);
          next(new ConnectError(error));
        },
      );
  };

  private async admit(socket: GatewaySocket): Promise<void> {
    const { conn } = socket;
    if (this.taken.has(conn)) throw new ParleyError('conflict', 'This connection has its socket already.');
    this.taken.add(conn);
    try {
      const identity = await this.identify(socket);
      await this.enter(socket, identity);
    } catch (error) {
      this.taken.delete(conn);
      throw error;
    }
  }

  private async identify({ handshake }: GatewaySocket): Promise<Identity> {
    const token: unknown = handshake.auth['token'];
    if (typeof token !== 'string' || token.length > TOKEN_CHARACTERS) {
      throw new ParleyError('unauthenticated', 'Sign in to connect.');
    }
    const identity = await this.parts.authenticator.authenticate(token);
    // Tolerance for clocks that differ is for requests: a socket needs a token that has some time left.
    if (identity.expiresAt <= Date.now()) throw new ParleyError('unauthenticated', 'The access token has expired.');
    return identity;
  }

  private async enter(socket: GatewaySocket, identity: Identity): Promise<void> {
    const { quota, live, memberships, revocations, delivered } = this.parts;
    const { userId, sessionId, scopes } = identity;
    if (!(await quota.acquire(userId, socket.id))) {
      throw new ParleyError('rate_limited', 'You are connected too many times. Close another window or device.');
    }
    // Whatever ends the connection, at whatever moment of the handshake, gives back what it took.
    let isOver = false;
    const leave = (): void => {
      if (isOver) return;
      isOver = true;
      quota.release(userId, socket.id);
      live.remove(socket, identity);
    };
    socket.conn.once('close', leave);
    // A socket that its client has ended is over, however long its connection takes to close.
    socket.once('disconnect', leave);
    try {
      socket.data.identity = identity;
      if (scopes !== null) hearByScope(socket.conn, scopes);
      live.add(socket, identity);
      const { roomIds, heads } = await memberships.read(userId);
      await live.enter(socket, roomIds, () => {
        for (const [index, roomId] of roomIds.entries()) delivered.begin(roomId, ...(heads[index] ?? [0, 0]));
      });
      await revocations.assertLive(sessionId);
      if (socket.conn.readyState !== 'open') throw new ParleyError('unavailable', 'The connection has closed.');
    } catch (error) {
      socket.conn.off('close', leave);
      leave();
      throw error;
    }
  }
}
