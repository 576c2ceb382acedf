import { apiPrefix, errorTable, ParleyError, ProblemSchema } from '@parley/contracts';

export interface HttpOptions {
  /** Where Parley is served, without a trailing slash. */
  origin: string;
  fetch: typeof globalThis.fetch;
  /** How long one request may take, in milliseconds. */
  deadlineMs: number;
}

export interface HttpRequest {
  method: string;
  path: string;
  query?: Record<string, string | undefined> | undefined;
  body?: unknown;
  token?: string | undefined;
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  status: number;
  body: unknown;
}

/**
 * One request to the REST API.
 * @throws ParleyError as the server told it; `unavailable` where no server, or something that is not Parley, answered in time.
 */
export async function request(options: HttpOptions, call: HttpRequest): Promise<HttpAnswer> {
  const deadline = AbortSignal.timeout(options.deadlineMs);
  const signal = call.signal ? AbortSignal.any([call.signal, deadline]) : deadline;
  let response: Response;
  let text: string;
  try {
    response = await ask(options, call, signal);
    text = await response.text();
  } catch (cause) {
    throw asUnreachable(cause, call);
  }
  const body = parse(text);
  if (response.ok) return { status: response.status, body };
  throw problemOf(response, body);
}

/** Sends the request and waits for the beginning of its answer, whatever that says. */
export function ask(options: HttpOptions, call: HttpRequest, signal: AbortSignal): Promise<Response> {
  const url = new URL(options.origin + apiPrefix + call.path);
  for (const [name, value] of Object.entries(call.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, value);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (call.token !== undefined) headers['authorization'] = `Bearer ${call.token}`;
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
  return options.fetch(url, {
    method: call.method,
    headers,
    signal,
    credentials: 'same-origin',
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
}

/** An abort that the caller asked for is the caller's own; everything else means that no answer came. */
export function asUnreachable(cause: unknown, call: HttpRequest): unknown {
  return call.signal?.aborted ? cause : new ParleyError('unavailable', 'Parley cannot be reached.', { cause });
}

export function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function problemOf(response: Response, body: unknown): ParleyError {
  const problem = ProblemSchema.safeParse(body);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : undefined;
  if (problem.success) {
    const { code, detail, errors, secondFactor } = problem.data;
    return new ParleyError(code, detail, { errors, retryAfterMs, secondFactor });
  }
  const known = Object.entries(errorTable).find(([, { status }]) => status === response.status);
  return new ParleyError(
    known ? (known[0] as keyof typeof errorTable) : 'unavailable',
    `The server answered ${response.status}.`,
    { retryAfterMs },
  );
}
