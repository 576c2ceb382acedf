import fc from 'fast-check';
import { QueryFailedError } from 'typeorm';
import { requestContext } from '../request-context';
import { createLogger, type Logger } from './create-logger';

function record(write: (log: Logger) => void): string {
  let text = '';
  const destination = { write: (line: string) => void (text += line) };
  write(createLogger({ name: 'messages', level: 'trace', destination }));
  return text;
}

const secrets = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'text',
  'Authorization',
  'PASSWORD',
];

it('writes one JSON line with service, time, level and the request it belongs to', () => {
  const line = record((log) =>
    requestContext.run({ requestId: 'r-1' }, () => log.info({ room: 'a' }, 'two\nlines\r\nInjected: yes')),
  );
  expect(line.match(/\n/g)).toHaveLength(1);
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    service: 'messages',
    requestId: 'r-1',
    room: 'a',
    msg: 'two\nlines\r\nInjected: yes',
  });
});

it.each(secrets)('S46: hides %s wherever it is', (key) => {
  const places = [
    { [key]: 'hidden-value' },
    { a: { [key]: 'hidden-value' } },
    { a: [{ b: { [key]: { c: 'hidden-value' } } }] },
  ];
  for (const place of places) {
    const line = record((log) => log.info(place, 'something'));
    expect(line).not.toContain('hidden-value');
    expect(line).toContain('[redacted]');
  }
});

it('hides what a child logger was made with', () => {
  const request = { headers: { authorization: 'hidden-value', cookie: 'hidden-value', host: 'parley' } };
  const line = record((log) => log.child({ req: request, token: 'hidden-value' }).info('something'));
  expect(line).not.toContain('hidden-value');
  expect(line).toContain('parley');
});

it('S46: tells of an error what happened, but not the parameters of the statement', () => {
  const cause = Object.assign(new Error('duplicate key value violates "rooms_pkey"'), { code: '23505' });
  const failure = new QueryFailedError('INSERT INTO messages VALUES ($1)', ['hidden-value'], cause);
  const line = record((log) => log.error({ err: failure }, 'a call failed'));
  expect(line).not.toContain('hidden-value');
  expect(JSON.parse(line)).toMatchObject({
    err: {
      type: 'QueryFailedError',
      message: 'duplicate key value violates "rooms_pkey"',
      stack: expect.stringContaining('spec'),
    },
  });
});

it('tells the causes of an error', () => {
  const error = new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'ECONNRESET' }) });
  expect(JSON.parse(record((log) => log.warn(error)))).toMatchObject({
    msg: 'outer',
    err: { message: 'outer', cause: { message: 'inner', code: 'ECONNRESET' } },
  });
});

it('writes one line of bounded depth for whatever it is given', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 10, withDate: true, withMap: true, withTypedArray: true }), (fields) => {
      const line = record((log) => log.info(fields, 'something'));
      expect(line.trimEnd()).not.toContain('\n');
      expect(JSON.parse(line)).toMatchObject({ service: expect.anything() });
    }),
  );
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  expect(record((log) => log.info(loop))).toContain('[nested too deep]');
});
