import type * as z from 'zod';
import type { Access } from '../access';

/** One REST call: where it is, who may make it, what goes in and what comes out by status. Paths are below `/api/v1`. */
export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Answers by HTTP status; `null` is an answer without a body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** The answer travels as JSON Lines (`application/x-ndjson`), a line for each item of the list, as they are read: nobody on the way holds the whole. */
  readonly jsonLines?: true;
  /** Takes an `Idempotency-Key` header, because nothing in the body makes a repeat recognisable. */
  readonly idempotencyKey?: true;
}

/** Keeps the exact type of a route, so that handler and client infer from it. */
export const route = <const R extends RestRoute>(definition: R): R => definition;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a handler of the route gets, once checked. */
export interface RouteInput<R extends RestRoute> {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
}

/** What a caller of the route sends. */
export interface RouteRequest<R extends RestRoute> {
  params: Sent<R['params']>;
  query: Sent<R['query']>;
  body: Sent<R['body']>;
}

type AnswerOf<T> = T extends z.ZodType ? z.output<T> : null;

/** The body of any of the route's answers. */
export type RouteAnswer<R extends RestRoute> = {
  [S in keyof R['answers']]: AnswerOf<R['answers'][S]>;
}[keyof R['answers']];
