import type { Person } from '@parley/testing';
import type { Random } from '../faults/random';

/** What is attacked, and as whom. */
export interface Target {
  readonly origin: string;
  readonly apiPort: number;
  readonly gatewayPorts: readonly number[];
  /** The ports of the services, and the secret that calls to them are signed with. */
  readonly callPorts: readonly number[];
  readonly callEnv: Readonly<Record<string, string>>;
  readonly people: readonly Person[];
  /** A group of all of them, with a message. */
  readonly roomId: string;
}

/** How one input was answered: a status, a code, `closed` or the like. Rejects with a `Finding` where that is no answer at all. */
export type Try = (random: Random, target: Target) => Promise<string>;

/** Something that no input may bring about. */
export class Finding extends Error {}

/** How long anything may go without an answer, in milliseconds. */
export const PATIENCE_MS = 20_000;
