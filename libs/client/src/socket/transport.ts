import type { Ack, CommandName, FactName, FactPayload, WireError } from '@parley/contracts';

/** What one connection tells, each in its time; nothing more once it was closed from this side. */
export interface TransportEvents {
  opened(): void;
  /** It could not be opened: with the server's reason, or without one where no server answered. */
  refused(error: WireError | undefined): void;
  /** It stood, and stands no more. */
  closed(): void;
  fact<N extends FactName>(name: N, payload: FactPayload<N>): void;
}

/** One connection, from one attempt to open it to its end. */
export interface Transport {
  /** Gives a command. `answered` is called once: with the acknowledgement, or with null where none came within the deadline or the connection ended. */
  emit(name: CommandName, payload: unknown, deadlineMs: number, answered: (answer: Ack<unknown> | null) => void): void;
  close(): void;
}

/** Opens a connection with an access token. Nothing is told before this has returned. */
export type OpenTransport = (token: string, events: TransportEvents) => Transport;
