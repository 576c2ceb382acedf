import { apiPrefix, ProblemSchema, type Problem } from '@parley/contracts';

export interface ApiAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface ApiCall {
  readonly headers?: Record<string, string>;
  /** Sent as it is; `body` is made JSON. */
  readonly raw?: string;
  readonly body?: unknown;
}

/** REST as raw as a stranger would call it: no client library between the test and the wire. */
export class Api {
  constructor(
    readonly origin: string,
    readonly token?: string,
  ) {}

  async call<T = unknown>(
    method: string,
    path: string,
    { body, raw, headers = {} }: ApiCall = {},
  ): Promise<ApiAnswer<T>> {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(
      `${this.origin}${path.startsWith('/.') || path.startsWith('/health') ? '' : apiPrefix}${path}`,
      {
        method,
        signal: AbortSignal.timeout(30_000),
        headers: {
          ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload === undefined ? {} : { body: payload }),
      },
    );
    const text = await response.text();
    const isLines = response.headers.get('content-type') === 'application/x-ndjson';
    const parsed: unknown = isLines ? linesIn(text) : text === '' ? null : JSON.parse(text);
    return { status: response.status, headers: response.headers, body: parsed as T };
  }

  get<T>(path: string, call?: ApiCall): Promise<ApiAnswer<T>> {
    return this.call<T>('GET', path, call);
  }

  post<T>(path: string, body?: unknown, call?: ApiCall): Promise<ApiAnswer<T>> {
    return this.call<T>('POST', path, { ...call, body });
  }

  put<T>(path: string, body?: unknown): Promise<ApiAnswer<T>> {
    return this.call<T>('PUT', path, { body });
  }

  patch<T>(path: string, body: unknown): Promise<ApiAnswer<T>> {
    return this.call<T>('PATCH', path, { body });
  }

  delete<T>(path: string): Promise<ApiAnswer<T>> {
    return this.call<T>('DELETE', path);
  }
}

/** JSON Lines as a list; each line ends. */
const linesIn = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));

/** The problem that an answer is; throws where it is none, or where its status is not the one it tells. */
export function problemOf({ status, headers, body }: ApiAnswer<unknown>): Problem {
  const problem = ProblemSchema.parse(body);
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) throw new Error(`An error of type ${type}.`);
  if (problem.status !== status) throw new Error(`Status ${status} with a problem of ${problem.status}.`);
  return problem;
}
