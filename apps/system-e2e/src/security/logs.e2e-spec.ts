import { aPerson, Api, eventually, LiveSocket, PASSWORD, problemOf } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { logs, system } from '../support/system';

const places = system();

/** What no log holds, of this suite or of any that ran before it against the same system. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'an access token': /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
  'an API key': /parley_[\w-]{65}/,
  'a hash of a password': /\$argon2id\$/,
  'a refresh cookie': /parley_refresh=[\w.-]{10,}/,
  'the password of everybody in the tests': new RegExp(PASSWORD),
};

it('S5, S46: no log of any process holds a token, a password, a key or what somebody wrote', async () => {
  const word = `w0rd${randomUUID().replaceAll('-', '')}`;
  const ana = await aPerson(places);
  const { id: roomId } = await ana.groupWith('Logs');
  await ana.says(roomId, word);
  await ana.api.get(`/messages/search?q=${word}`);
  await ana.api.patch(`/chatrooms/${roomId}/messages/1`, { text: word, nonsense: word });
  await ana.api.call('POST', `/chatrooms/${roomId}/messages`, { raw: `{"text":"${word}` });
  await new Api(places.origin).post('/auth/login', { email: ana.email, password: `${word} ${word}` });
  await new Api(places.origin).get(`/users/me?token=${ana.grant.accessToken}&access_token=${word}`);
  await new Api(places.origin).post('/auth/refresh', { refreshToken: `${ana.grant.refreshToken ?? ''}${word}` });
  for (const gateway of places.gateways) {
    await LiveSocket.open(`${gateway}/?token=${ana.grant.accessToken}`, ana.grant.accessToken).catch(() => undefined);
    const socket = await LiveSocket.open(gateway, ana.grant.accessToken);
    await socket.emit('message:send', { roomId, clientMessageId: randomUUID(), text: word, nonsense: word });
    await socket.emit(word, { text: word });
    socket.close();
  }

  // A refusal that is logged, after all that could have been.
  const requestId = `after-${randomUUID()}`;
  const key = await ana.api.post<{ key: string }>('/api-keys', { name: 'Bot', scopes: [] });
  const refused = await new Api(places.origin, key.body.key).get('/users/me', {
    headers: { 'x-request-id': requestId },
  });
  expect(problemOf(refused).code).toBe('forbidden');
  const all = await eventually(async () => {
    const written = await logs();
    expect(Object.values(written).some((text) => text.includes(requestId))).toBe(true);
    return written;
  });
  const found = Object.entries(all).flatMap(([file, text]) => [
    ...Object.entries(SECRETS).flatMap(([what, pattern]) => (pattern.test(text) ? [`${what} in ${file}`] : [])),
    ...(text.includes(word) ? [`what somebody wrote in ${file}`] : []),
  ]);
  expect(found).toEqual([]);
});

it('S46: what breaks lines of a log is in no line of it, and errors tell nothing of the inside', async () => {
  const ana = await aPerson(places);
  const forged = `forged${randomUUID()}`;
  const answers = [
    await ana.api.get(`/users/me?x=%0d%0a{"level":60,"msg":"${forged}"}`),
    await ana.api.get(`/chatrooms/%0d%0a${forged}`),
    await ana.api.get('/users/me', { headers: { 'x-request-id': forged.repeat(3), 'user-agent': `a ${forged}` } }),
    await ana.api.patch('/users/me', { headline: `\r\n${forged}\u2028`, [`\r\n${forged}`]: 1 }),
    await ana.api.post('/chatrooms', { kind: `\r\n${forged}` }),
  ];
  for (const { body } of answers)
    expect(JSON.stringify(body)).not.toMatch(/\bat .+:\d+:\d+|SELECT |node_modules|\.ts\b/);
  for (const [file, text] of Object.entries(await logs())) {
    const lines = text.split(/[\n\r\u2028]/);
    const made = lines.filter((line) => line.startsWith(forged) || line.includes(`"msg":"${forged}"`));
    expect({ file, made }).toEqual({ file, made: [] });
  }
});
