import { once } from 'node:events';
import { ChangeQueue, countedAddress, edgeCommands, ErrorLog, openEdge } from '@parley/server-edge';
import { memoryEngine, memoryPresenceBoard, redisEngine, RedisPresenceBoard } from '@parley/server-realtime';
import { redisConnection } from '@parley/server-redis';
import { startRpcServer } from '@parley/server-rpc';
import { every, withDeadline, type ProcessContext, type Running } from '@parley/server-runtime';
import { closeInTurn } from './close-in-turn';
import { commandHandlers } from './commands/command-handlers';
import { Dispatcher } from './commands/dispatcher';
import { Typing } from './commands/typing';
import type { RealtimeGatewayConfig } from './config';
import { AddressQuota } from './connection/address-quota';
import { Door } from './connection/door';
import { Handshake } from './connection/handshake';
import { LiveSockets } from './connection/live-sockets';
import { MembershipReader } from './connection/membership-reader';
import { RedisSocketQuota } from './connection/redis-socket-quota';
import { Silence } from './connection/silence';
import { LocalSocketQuota } from './connection/socket-quota';
import { Canary } from './facts/canary';
import { ChangeRelay } from './facts/change-relay';
import { Delivered } from './facts/delivered';
import { startReconciling } from './facts/start-reconciling';
import { watchDeliveries } from './facts/watch-deliveries';
import { closeSockets } from './flow/close-sockets';
import { drainSockets } from './flow/drain-sockets';
import { SlowReaders } from './flow/slow-readers';
import { WorkQueue } from './flow/work-queue';
import { httpServer } from './http/http-server';
import { gatewayMetrics } from './metrics';
import { openSockets } from './open-sockets';
import { openPresence } from './presence/open-presence';
import { RealtimeModule } from './rpc/realtime.module';
import { endSession } from './sessions/end-session';
import { SessionClock } from './sessions/session-clock';

/** A listening realtime-gateway. */
export interface RealtimeGateway extends Running {
  readonly port: number;
  readonly rpcPort: number;
}

const TICK_MS = 1_000;
/** Of the time in which this process has to end, what is left for all but moving sockets elsewhere. */
const CLOSING_MS = 6_000;
/** How long this process waits before it ends until rooms are told that were to be told later. */
const TELLING_MS = 2_000;
/** Connections that the system may hold ready while this process is busy: when everybody comes at once, a short line costs whole seconds each. */
const BACKLOG = 4_096;
/** Clients give up after 15 s, so it is of no use to let more wait than are let in within that time. */
const DOOR = { atOnce: 64, capacity: 10_000, capacityEach: 5_000, holdMs: 1_000, patienceMs: 15_000 };
/** How long a connection may say nothing: one that does not join costs a file handle of everybody's for 10 s at most. */
const SILENCE_MS = 8_000;
/** Facts for which a room has to be read first. */
const READING = { atOnce: 8, capacity: 5_000 };

/** Starts a gateway; one that does not start closes what it had opened. */
export async function startRealtimeGateway(context: ProcessContext<RealtimeGatewayConfig>): Promise<RealtimeGateway> {
  const opened: (() => unknown)[] = [];
  try {
    return await open(context, (close) => opened.push(close));
  } catch (error) {
    await closeInTurn(opened, context.log);
    throw error;
  }
}

/** @param onFailure told how each part is closed, should a later one fail to start */
async function open(
  context: ProcessContext<RealtimeGatewayConfig>,
  onFailure: (close: () => unknown) => void,
): Promise<RealtimeGateway> {
  const { config, log, metrics, readiness } = context;
  const edge = await openEdge(context);
  onFailure(() => edge.close());
  const counters = gatewayMetrics(metrics);
  const { REDIS_URL: url } = config;
  const engine =
    url === undefined ? memoryEngine() : await redisEngine({ url, log, onLost: () => counters.lostPublications.inc() });
  onFailure(() => engine.close());
  const http = httpServer(readiness);
  const door = new Door(DOOR);
  const silence = new Silence(SILENCE_MS);
  const io = openSockets({
    ...{ http: http.server, engine, door, silence, addresses: new AddressQuota(config.SOCKETS_PER_ADDRESS) },
    allowedOrigins: new Set(config.ALLOWED_ORIGINS ?? [config.PUBLIC_ORIGIN]),
    isDraining: () => readiness.draining,
    longPolling: config.LONG_POLLING === 'on',
    addressOf: ({ socket, headers }) =>
      countedAddress(
        config.TRUSTED_PROXIES.clientAddress(socket.remoteAddress, [headers['x-forwarded-for'] ?? []].flat().join(',')),
      ),
  });
  const live = new LiveSockets(engine, () => io.of('/').adapter.rooms);
  const delivered = new Delivered();
  watchDeliveries(io, delivered);
  const onLost = (count: number, reason: unknown): void => {
    counters.lostChanges.inc(count);
    log.warn({ count, err: reason }, 'changes could not be told');
  };
  const work = new WorkQueue({ ...READING, onLost: (reason) => onLost(1, reason) });
  const shared = url === undefined ? null : new RedisPresenceBoard({ url, log });
  const presence = openPresence({
    ...{ io, live, users: edge.services.users, log, isDraining: () => readiness.draining },
    board: shared ?? memoryPresenceBoard(),
  });
  onFailure(() => presence.stop());
  const counting = url === undefined ? null : redisConnection({ url, name: 'sockets', log });
  onFailure(() => counting?.close());
  const quota =
    counting === null || shared === null
      ? new LocalSocketQuota(config.SOCKETS_PER_USER)
      : new RedisSocketQuota(counting.redis, config.SOCKETS_PER_USER, shared, log);
  if (quota instanceof RedisSocketQuota) onFailure(() => quota.stop());
  const parts = { io, live, delivered, edge, work, presence, counters, log };
  const { node, updates, reconciling } = startReconciling(parts);
  onFailure(() => reconciling.stop());
  const relay = new ChangeRelay(io, node, updates);
  const changes = new ChangeQueue({ deliver: (batch) => relay.relay(batch), onLost });
  const errors = new ErrorLog(log);
  const typing = new Typing(io, live, edge.services.messages);
  const clock = new SessionClock(edge.authenticator);
  const slowReaders = new SlowReaders((afterMs) => {
    counters.cutReaders.inc();
    counters.cutReadersSeconds.observe(afterMs / 1_000);
  });
  const dispatcher = new Dispatcher({
    handlers: commandHandlers(edge, edgeCommands(edge, changes), typing, clock, presence),
    ...{ limiter: edge.limiter, revocations: edge.revocations, seconds: counters.commandSeconds, errors },
  });
  const handshake = new Handshake({
    ...{ authenticator: edge.authenticator, revocations: edge.revocations },
    memberships: new MembershipReader(edge.services.messages),
    ...{ quota, live, delivered, errors, door, silence },
  });

  io.use(handshake.middleware);
  io.on('connection', (socket) => {
    counters.sockets.inc();
    slowReaders.watch(socket.conn);
    clock.watch(socket);
    dispatcher.attach(socket);
    presence.connected(socket);
    socket.on('disconnecting', () => typing.endAll(socket));
    socket.on('disconnect', () => {
      counters.sockets.dec();
      clock.forget(socket);
      presence.disconnected(socket);
      // A connection without its socket is good for nothing and would go on counting.
      socket.conn.close();
    });
  });
  edge.revocations.onEnded((session) => endSession(live, session));
  engine.onRestored(() => presence.review());
  const canary = new Canary({ round: engine.round, onReturned: (seconds) => counters.canarySeconds.observe(seconds) });
  readiness.add('the other gateways', () => canary.assertSeen());
  const ticking = every(
    TICK_MS,
    'looking after the sockets',
    async () => {
      clock.tick();
      canary.send();
      counters.canarySilence.set(canary.silenceMs / 1_000);
      counters.waitingOutside.set(door.queue);
    },
    log,
  );

  onFailure(() => ticking.stop());
  const rpc = await startRpcServer(RealtimeModule.with(changes), {
    ...{ host: config.RPC_HOST, port: config.RPC_PORT, secret: config.RPC_SECRET, log, metrics },
  });
  onFailure(() => rpc.close());
  http.server.listen({ port: config.HTTP_PORT, host: config.HTTP_HOST, backlog: BACKLOG });
  await once(http.server, 'listening');
  const withinMs = Math.min(config.DRAIN_MS, Math.max(0, config.SHUTDOWN_GRACE_MS - CLOSING_MS));
  context.onDrain('sockets', (hurry) => drainSockets({ all: () => live.all(), withinMs, hurry }));
  context.onDrain('calls', () => rpc.drain());
  context.onDrain('changes', () => changes.flushed());
  context.onDrain('updates of rooms', () =>
    withDeadline('telling updates of rooms', TELLING_MS, () => updates.flushed()).catch((error: unknown) =>
      log.warn({ err: error }, 'updates of rooms were not all told before the end'),
    ),
  );
  const address = http.server.address();

  return {
    port: typeof address === 'object' && address !== null ? address.port : config.HTTP_PORT,
    rpcPort: rpc.port,
    stop: async () => {
      await Promise.all([ticking.stop(), reconciling.stop()]);
      await closeSockets(io, http);
      await presence.stop();
      await rpc.close();
      if (quota instanceof RedisSocketQuota) await quota.stop();
      await Promise.all([engine.close(), counting?.close(), edge.close()]);
    },
  };
}
