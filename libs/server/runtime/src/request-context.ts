import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from './new-id';

/** What belongs to the request that is being answered, wherever in the code one is. */
export interface RequestContext {
  /** Goes with the request through every service and every log line. */
  readonly requestId: string;
  /** When whoever asked stops waiting, in epoch milliseconds: calls made on its behalf never outlast it. */
  readonly deadline?: number;
}

/** Entered by edges, by the RPC server and by periodic tasks; `run` it around the work of one request. */
export const requestContext = new AsyncLocalStorage<RequestContext>();

/** The id of the request that is being answered, if there is one. */
export function currentRequestId(): string | undefined {
  return requestContext.getStore()?.requestId;
}

/** An id for a request that came without one. */
export function newRequestId(): string {
  return newId();
}
