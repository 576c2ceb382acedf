import type * as z from 'zod';

/**
 * One call between services. `caller` tells for whom it may be made: `actor` needs a member in the envelope, `service` is for services among
 * themselves, `public` serves people who are not signed in (and the edges on their own behalf).
 */
export interface Rpc {
  readonly pattern: string;
  readonly caller: 'actor' | 'service' | 'public';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Safe to send again when the outcome is unknown: a read, or a command that recognises its repeat. */
  readonly repeatable: boolean;
}

export const defineRpc = <const R extends Rpc>(definition: R): R => definition;

export type RpcInput<R extends Rpc> = z.output<R['input']>;
export type RpcRequest<R extends Rpc> = z.input<R['input']>;
export type RpcOutput<R extends Rpc> = z.output<R['output']>;

/** A service: its calls by name. */
export type RpcService = Readonly<Record<string, Rpc>>;
