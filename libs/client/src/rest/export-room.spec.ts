import { ParleyClient } from '../client';

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
const head = (lastSeq: number) => ({ type: 'room', firstSeq: 1, lastSeq });
const message = (seq: number, text = 'ñandú 🎉') => ({ type: 'message', message: { seq, text } });

/** An answer that comes in pieces of so many bytes, and may never end. */
function answer(lines: readonly unknown[], size = 3, end: 'whole' | 'broken' | 'silent' = 'whole'): Response {
  const bytes = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  let from = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (from < bytes.length) controller.enqueue(bytes.slice(from, (from += size)));
      else if (end === 'whole') controller.close();
      else if (end === 'broken') controller.error(new TypeError('terminated'));
      else return new Promise(() => undefined);
      return undefined;
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
}
const problem = (code: string, status: number): Response =>
  Response.json({ type: 'about:blank', title: '', status, detail: 'No.', code, requestId: '1' }, { status });

/** Somebody signed in, whose exports are answered by these in turn. */
async function client(...answers: Response[]): Promise<{ client: ParleyClient; asked: string[] }> {
  const asked: string[] = [];
  const grant = { user: { id: 'me' }, accessToken: 'token', expiresIn: 600, refreshToken: 'next' };
  const parley = new ParleyClient({
    ...{ origin: 'http://parley.test', session: 'token', deadlineMs: 200 },
    fetch: async (url, init) => {
      const { pathname } = new URL(url instanceof Request ? url.url : url);
      if (pathname.includes('/auth/')) return Response.json(grant);
      asked.push(pathname);
      const given = answers.shift() ?? problem('not_found', 404);
      // As fetch does it: what is aborted ends in an error.
      const signal = init?.signal ?? new AbortController().signal;
      const body = given.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
      return new Response(body ?? null, { status: given.status, headers: given.headers });
    },
  });
  await parley.session.login({ email: 'a@test.example', password: 'x' });
  return { client: parley, asked };
}
async function exported(...answers: Response[]): Promise<unknown[]> {
  const { client: parley } = await client(...answers);
  return allOf(parley.exportRoom('room'));
}

it.each([1, 2, 3, 50, 10_000])('has every line, however it comes (%d bytes at a time)', async (size) => {
  const lines = [head(3), { type: 'person', id: 'me' }, message(1), message(2, 'two\nlines'), message(3)];
  expect(await exported(answer(lines, size))).toEqual(lines);
});

it('gives lines as they come, and asks for no more once one has enough', async () => {
  const { client: parley, asked } = await client(answer([head(9), message(1)], 1_000, 'silent'));
  const seen: unknown[] = [];
  for await (const line of parley.exportRoom('a room')) {
    seen.push(line);
    if (seen.length === 2) break;
  }
  expect(seen).toHaveLength(2);
  expect(asked).toEqual(['/api/v1/chatrooms/a%20room/export']);
});

it('asks once more with a new token where the server takes the old one no more', async () => {
  expect(await exported(problem('unauthenticated', 401), answer([head(0)]))).toHaveLength(1);
});

it.each<[string, () => Response, string]>([
  ['is refused', () => problem('not_found', 404), 'not_found'],
  ['breaks off', () => answer([head(3), message(1)], 3, 'broken'), 'unavailable'],
  ['falls silent', () => answer([head(3), message(1)], 3, 'silent'), 'unavailable'],
  ['ends too soon', () => answer([head(3), message(1)]), 'unavailable'],
  ['is empty', () => answer([]), 'unavailable'],
  ['is something else', () => new Response('<html>\n'), 'unavailable'],
])('throws where the answer %s', async (_, response, code) => {
  await expect(exported(response())).rejects.toMatchObject({ code });
});

it('ends with its caller’s own reason', async () => {
  const { client: parley } = await client(answer([head(3), message(1)], 3, 'silent'));
  const leaving = new AbortController();
  const reading = allOf(parley.exportRoom('room', leaving.signal));
  leaving.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});
