import type { Server, Socket } from 'node:net';
import { ServerTCP, type MessageHandler, type TcpSocket } from '@nestjs/microservices';
import { errorTable } from '@parley/contracts';
import type { Logger } from '@parley/server-runtime';
import { z } from 'zod';
import { declaredRpc } from '../handle';
import type { CallTimer } from '../metrics';
import { BODY_CHARACTERS_MAX, EnvelopeSchema, HELLO, HelloSchema } from '../wire/envelope';
import type { AnsweredError } from '../wire/refusal';
import type { Signer } from '../wire/signer';
import { writeTogether } from '../wire/write-together';
import { CallRunner } from './call-runner';
import { Peer } from './peer';

export interface RpcTransportOptions {
  readonly host: string;
  readonly port: number;
  readonly signer: Signer;
  readonly log: Logger;
  readonly timer: CallTimer;
  readonly checksOutput: boolean;
  /** Calls that may run at once; one more is turned away. */
  readonly maxInFlight: number;
}

const FrameSchema = z.object({ id: z.string().min(1).max(64), pattern: z.string().max(100), data: z.unknown() });
type Frame = z.infer<typeof FrameSchema>;

const CONNECTIONS_MAX = 1_000;
/** A body is escaped once more inside its frame, and there is the envelope. */
const FRAME_CHARACTERS_MAX = 2 * BODY_CHARACTERS_MAX;

/**
 * Nest's TCP transport with calls that are signed, limited in number and size, and answered by way of their contract. Whoever sends
 * what is no authentic call is answered once and cut off.
 */
export class RpcTransport extends ServerTCP {
  readonly #options: RpcTransportOptions;
  readonly #runner: CallRunner;
  readonly #peers = new WeakMap<Socket, Peer>();
  #inFlight = 0;
  #draining = false;
  #onIdle: (() => void) | undefined;

  constructor(options: RpcTransportOptions) {
    super({
      host: options.host,
      port: options.port,
      maxBufferSize: FRAME_CHARACTERS_MAX,
      incompleteMessageTimeout: 10_000,
    });
    this.#options = options;
    this.#runner = new CallRunner(options);
    this.server.maxConnections = CONNECTIONS_MAX;
  }

  /** The port that is listened on, which the system chose where 0 was asked for. */
  get listeningPort(): number {
    const address = this.unwrap<Server>().address();
    return typeof address === 'object' && address !== null ? address.port : this.port;
  }

  /** Nest's own reports two kinds of failure only, and never returns from the others. */
  override listen(callback: (error?: unknown) => void): void {
    this.server.once('error', callback);
    this.server.listen(this.port, this.host, () => {
      this.server.off('error', callback);
      callback();
    });
  }

  override addHandler(pattern: string, handler: MessageHandler, isEventHandler?: boolean): void {
    if (declaredRpc(pattern) === undefined) throw new Error(`"${pattern}" is handled without @Handle.`);
    if (this.messageHandlers.has(pattern)) throw new Error(`"${pattern}" is handled twice.`);
    super.addHandler(pattern, handler, isEventHandler);
  }

  override bindHandler(socket: Socket): void {
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 10_000);
    this.#peers.set(socket, new Peer(socket));
    super.bindHandler(socket);
    socket.on('error', (error) => {
      this.#options.log.debug({ peer: socket.remoteAddress, reason: reasonOf(error) }, 'a connection broke off');
      socket.destroy();
    });
  }

  /** Nest would log what it was given, which may be anybody's payload; `bindHandler` tells all there is to tell. */
  override handleError(): void {}

  override async handleMessage(socket: TcpSocket, packet: unknown): Promise<void> {
    const peer = this.#peers.get(socket.netSocket);
    if (peer === undefined || peer.isCutOff) return;
    const frame = FrameSchema.safeParse(packet);
    if (!frame.success) return this.#cutOff(peer, 'it sent no call');
    if (frame.data.pattern === HELLO) return this.#welcome(socket, peer, frame.data);
    return this.#call(socket, peer, frame.data);
  }

  /** Turns new calls away and waits for those that run. */
  drain(): Promise<void> {
    this.#draining = true;
    this.server.close();
    if (this.#inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onIdle = resolve;
    });
  }

  /** Nest's own would throw away answers that are still on their way out. */
  protected override closeOpenSockets(): void {
    for (const socket of this.openSockets) socket.destroySoon();
    this.openSockets.clear();
  }

  #welcome(socket: TcpSocket, peer: Peer, { id, data }: Frame): void {
    const hello = HelloSchema.safeParse(data);
    if (!hello.success) return this.#cutOff(peer, 'its hello was wrong');
    const { challenge } = peer;
    const proof = this.#options.signer.proof(hello.data.nonce, challenge);
    socket.sendMessage({ id, response: JSON.stringify({ challenge, proof }), isDisposed: true });
  }

  async #call(socket: TcpSocket, peer: Peer, { id, pattern, data }: Frame): Promise<void> {
    const envelope = EnvelopeSchema.safeParse(data);
    if (
      !envelope.success ||
      !this.#options.signer.isAuthentic(pattern, envelope.data) ||
      !peer.admits(envelope.data.meta)
    ) {
      socket.sendMessage({ id, err: refusal('The call was refused.'), isDisposed: true });
      return this.#cutOff(peer, 'its call was unsigned, altered or replayed');
    }
    const rpc = declaredRpc(pattern);
    // Not by `getHandlerByPattern`, which tries to parse each pattern as JSON: a thrown error for every call.
    const handler = this.messageHandlers.get(pattern);
    if (rpc === undefined || handler === undefined) {
      this.#options.log.error({ pattern: pattern.slice(0, 100) }, 'there is no such call');
      return socket.sendMessage({ id, err: refusal('There is no such call.'), isDisposed: true });
    }
    if (this.#draining || this.#inFlight >= this.#options.maxInFlight) {
      return socket.sendMessage({ id, err: refusal('This instance takes no more calls.'), isDisposed: true });
    }
    const { requestId, caller, actor, deadlineMs } = envelope.data.meta;
    const call = { requestId, caller, actor, deadline: Date.now() + deadlineMs };
    this.#inFlight++;
    try {
      const result = await this.#runner.run(rpc, handler, call, envelope.data.body);
      const answer = 'json' in result ? { response: result.json } : { err: result.error };
      writeTogether(socket.netSocket);
      socket.sendMessage({ id, isDisposed: true, ...answer });
    } finally {
      if (--this.#inFlight === 0) this.#onIdle?.();
    }
  }

  #cutOff(peer: Peer, why: string): void {
    this.#options.log.warn({ peer: peer.address }, `a connection was cut off: ${why}`);
    peer.cutOff();
  }
}

function refusal(detail: string): AnsweredError {
  return { code: 'unavailable', title: errorTable.unavailable.title, detail, started: false };
}

/** System errors by their code. Errors of the framing come as text that quotes what was sent: only their kind is told. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'what it sent is no frame';
}
