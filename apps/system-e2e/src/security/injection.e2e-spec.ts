import { rest, type Message, type RestRoute } from '@parley/contracts';
import { aPerson, problemOf, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { theModerator } from '../support/moderator';
import { system } from '../support/system';

const places = system();
const STATEMENTS = [
  `' OR '1'='1`,
  `'; DROP TABLE messages; --`,
  `") UNION SELECT password_hash FROM accounts --`,
  `$1::text`,
  `{"a":{"$ne":null}}`,
  `\\'; SELECT pg_sleep(10); --`,
  `%' AND 1=1 --`,
];
let ana: Person;
/** Asks what only a moderator may ask: a refusal would end the question before the database. */
let moderator: Person;
let roomId: string;

beforeAll(async () => {
  ana = await aPerson(places);
  moderator = await theModerator(places);
  ({ id: roomId } = await ana.groupWith('Statements'));
});

const routes = Object.entries(rest).flatMap(([area, table]) =>
  Object.entries<RestRoute>(table).map(([name, route]) => ({ name: `${area}.${name}`, route })),
);
const asking = routes.filter(({ route }) => route.query !== undefined);

it('routes with a query are found in the contracts', () => expect(asking.length).toBeGreaterThan(5));

it.each(asking)('S32: SQL in each parameter of $name is a value like any other', async ({ name: routeName, route }) => {
  const { api } = routeName.startsWith('moderation.') ? moderator : ana;
  const path = route.path.replaceAll(/\{(\w+)\}/g, roomId);
  const names = Object.keys(route.query?.shape ?? {});
  const started = performance.now();
  for (const name of names) {
    for (const statement of STATEMENTS) {
      const required = names.includes('q') && name !== 'q' ? { q: 'word' } : {};
      const query = new URLSearchParams({ ...required, [name]: statement });
      const answer = await api.get(`${path}?${query.toString()}`);
      if (answer.status !== 200) expect(problemOf(answer).code).toBe('validation_failed');
    }
  }
  // None of them slept.
  expect(performance.now() - started).toBeLessThan(10_000);
});

it('S32: SQL in what people write is stored as it is', async () => {
  for (const text of STATEMENTS) {
    const sent = await ana.api.post<Message>(`/chatrooms/${roomId}/messages`, { clientMessageId: randomUUID(), text });
    expect(sent).toMatchObject({ status: 201, body: { text } });
    expect((await ana.api.patch(`/chatrooms/${roomId}`, { title: text })).body).toMatchObject({ title: text });
    expect((await ana.api.patch('/users/me', { headline: text, bio: text })).body).toMatchObject({ bio: text });
  }
  const { body } = await ana.api.get<{ messages: Message[] }>(`/chatrooms/${roomId}/messages`);
  expect(body.messages.map(({ text }) => text)).toEqual(STATEMENTS);
});
