import { apiPrefix, ProblemSchema, rest, type RestRoute } from '@parley/contracts';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { Random } from '../faults/random';
import { exchange, statusOf } from './exchange';
import { hostileText, hostileValue, noise, spoilt, torn } from './hostile';
import { Finding, PATIENCE_MS, type Target, type Try } from './target';

/** What ends sessions is left to others: without its session nobody gets past the guard. */
const routes = Object.values(rest)
  .flatMap((area) => Object.values<RestRoute>(area))
  .filter((route) => route !== rest.auth.logout && route !== rest.auth.endSession);

/** Bodies that would pass, to be spoilt. */
const bodies = (random: Random, { people, roomId }: Target): unknown =>
  random.pick([
    { clientMessageId: randomUUID(), text: 'hello', replyToSeq: 1 },
    { kind: 'group', title: 'Group', memberIds: [random.pick(people).id] },
    { teaches: [{ skill: 'js', level: 'expert', note: 'x' }], learns: [{ skill: 'Spanish' }] },
    { displayName: 'Robin', languages: ['en'], timezone: 'Europe/Lisbon', privacy: { showPresence: true } },
    { name: 'Bot', scopes: ['rooms:read'], expiresAt: '2030-01-01T00:00:00.000Z' },
    { userId: random.pick(people).id, roomId, seq: 1, reason: 'spam' },
    { email: 'a@test.example', password: 'not the password', displayName: 'A', session: 'token' },
    ...[{ seq: 1 }, { pinned: true }, { memberIds: [random.pick(people).id] }, { accept: true }, { title: 'Title' }],
  ]);

/** A request that is HTTP, with something wrong in its path, its query, its headers or its body. */
export const restRequest: Try = async (random, target) => {
  const route = random.pick(routes);
  const param = (name: string): string => {
    if (random.chance(0.25)) return hostileText(random) || '%20';
    return name === 'emoji'
      ? '👍'
      : name === 'seq'
        ? '1'
        : name === 'userId'
          ? random.pick(target.people).id
          : target.roomId;
  };
  const path = apiPrefix + route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => safe(param(name)));
  const names = [...Object.keys(route.query?.shape ?? {}), 'cursor', 'x'];
  const query = random.chance(0.5)
    ? `?${Array.from({ length: random.between(1, 3) }, () => `${random.pick(names)}=${safe(hostileText(random).slice(0, 2_000))}`).join('&')}`
    : '';
  const sound = bodies(random, target);
  const json = JSON.stringify(random.chance(0.8) ? spoilt(random, sound) : hostileValue(random));
  const body = route.method === 'GET' ? undefined : random.chance(0.2) ? torn(random, json) : Buffer.from(json);
  const headers: Record<string, string> = {
    authorization: `Bearer ${random.chance(0.9) ? random.pick(target.people).grant.accessToken : safe(hostileText(random)).slice(0, 500)}`,
    ...(body && {
      'content-type': random.chance(0.9) ? 'application/json' : 'text/plain',
      'content-length': `${body.length}`,
    }),
    ...(random.chance(0.1) && { 'x-request-id': safe(hostileText(random)).slice(0, 500) }),
    ...(random.chance(0.1) && { 'idempotency-key': safe(hostileText(random)).slice(0, 500) }),
    ...(random.chance(0.1) && { 'x-forwarded-for': safe(hostileText(random)).slice(0, 500) }),
  };
  const port = random.chance(0.5) ? target.apiPort : Number(new URL(target.origin).port);
  const { status, type, text } = await send(port, route.method, path + query, headers, body);
  assertSound(route, `${route.method} ${path}${query} ${json}`.slice(0, 600), status, type, text);
  return `${status}`;
};

/** As it may stand in a line of HTTP. */
const safe = (text: string): string => (/^[\x21-\x7e]*$/.test(text) ? text : encodeURIComponent(text.toWellFormed()));

function assertSound(route: RestRoute, what: string, status: number, type: string, text: string): void {
  const fail = (why: string): never => {
    throw new Finding(`${what}: ${status}, ${why}: ${text.slice(0, 200)}`);
  };
  if (status >= 500) fail('the server’s own failure');
  if (status >= 400) {
    const problem = ProblemSchema.safeParse(parsed(text));
    if (!type.startsWith('application/problem+json') || !problem.success || problem.data.status !== status)
      fail('no problem');
    return;
  }
  // A spoilt path may lead to another route: only its own statuses are held against its own schemas.
  const schema = route.answers[status];
  if (schema === null || schema === undefined) return;
  const parts = type === 'application/x-ndjson' ? text.trimEnd().split('\n') : [text];
  if (parts.some((part) => parsed(part) === undefined)) fail('no JSON');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const ignore = (): void => undefined;

function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer | undefined,
): Promise<{ status: number; type: string; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, timeout: PATIENCE_MS }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('error', (error) =>
        reject(new Finding(`${method} ${path}: an answer that breaks off: ${error.message}`)),
      );
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text }),
      );
    });
    // A connection that is kept for the next request belongs to none meanwhile: that the server resets it then is no finding.
    sent.on('socket', (socket) => {
      if (!socket.listeners('error').includes(ignore)) socket.on('error', ignore);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', (error) => reject(new Finding(`${method} ${path}: ${error.message}`)));
    sent.end(body);
  });
}

/** What is hardly HTTP: torn, without an end, with lengths that are none. */
export const brokenHttp: Try = async (random, { apiPort, origin }) => {
  const port = random.chance(0.5) ? apiPort : Number(new URL(origin).port);
  const lines = [
    `${random.pick(['GET', 'POST', 'PATCH', 'OPTIONS', 'CONNECT', 'X'])} ${random.pick(['/', '//', '*', apiPrefix, `${apiPrefix}/users/me`])} HTTP/1.1`,
    'Host: parley',
    random.pick([
      'Content-Length: -1',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: x',
      `X: ${'y'.repeat(20_000)}`,
    ]),
    random.pick(['Content-Type: application/json', 'Expect: 100-continue', 'Upgrade: h2c', 'Connection: close']),
    ...['', '{"a":', ''],
  ].join('\r\n');
  const bytes = random.chance(0.2)
    ? noise(random, 2_000)
    : random.chance(0.7)
      ? torn(random, lines)
      : Buffer.from(lines);
  const { answer, isEnded } = await exchange(port, bytes);
  if (answer.length === 0) return isEnded ? 'closed' : 'waits for more';
  const status = statusOf(answer);
  if (status === null)
    throw new Finding(`${JSON.stringify(bytes.toString('latin1').slice(0, 300))}: no HTTP in answer`);
  if (status >= 500 && status !== 501 && status !== 505) throw new Finding(`${lines.slice(0, 300)}: ${status}`);
  return `${status}`;
};
