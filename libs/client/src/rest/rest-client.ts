import type { rest, RestRoute, RouteAnswer, RouteRequest } from '@parley/contracts';
import type { HttpAnswer, HttpRequest } from './http';
import { routes, type Address } from './routes';

export interface CallOptions {
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Leaves out what the route does not take and makes optional what may be undefined. */
type Given<T> = { [K in keyof T as [T[K]] extends [undefined] ? never : undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as [T[K]] extends [undefined] ? never : undefined extends T[K] ? K : never]?: T[K];
};

/** A query may always be left out: every field of every query is optional or has a default. */
type Request<R extends RestRoute> = Given<Omit<RouteRequest<R>, 'query'>> & { query?: RouteRequest<R>['query'] };

export type RestCall<R extends RestRoute> = (request: Request<R>, options?: CallOptions) => Promise<RouteAnswer<R>>;

/** The route table as functions: `rest.users.profile({ params: { id } })`. What answers JSON Lines is not among them: see `requestLines`. */
export type RestClient = {
  readonly [Area in keyof typeof rest]: {
    readonly [
      Name in keyof (typeof rest)[Area] as (typeof rest)[Area][Name] extends { readonly jsonLines: true } ? never : Name
    ]: (typeof rest)[Area][Name] extends RestRoute ? RestCall<(typeof rest)[Area][Name]> : never;
  };
};

/** Sends one request of the route table, with or without the caller's token. */
export type Send = (route: Address, request: HttpRequest) => Promise<HttpAnswer>;

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, string | undefined>;
  body?: unknown;
}

/** Builds the functions of the route table over one way of sending. Answers are the server's own word: they are not validated again. */
export function restClient(send: Send): RestClient {
  const areas = Object.entries(routes).map(([area, calls]) => [
    area,
    Object.fromEntries(
      Object.entries<Address>(calls).map(([name, route]) => [
        name,
        async (given: AnyRequest, options: CallOptions = {}): Promise<unknown> => {
          const path = route.path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
            encodeURIComponent(String(given.params?.[param])),
          );
          const answer = await send(route, {
            method: route.method,
            path,
            query: given.query,
            body: given.body,
            ...options,
          });
          return answer.body;
        },
      ]),
    ),
  ]);
  return Object.fromEntries(areas) as RestClient;
}
