import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { commonConfig, databaseConfig, httpServerConfig, rpcServerConfig } from './common-config';
import { ConfigError } from './config-error';
import { addressList, httpOrigin, integer, list } from './fields';
import { loadConfig } from './load-config';

const secret = 'a secret that nobody would ever guess';
const common = { OPS_PORT: '9100', RPC_SECRET: secret };

function problemsOf(schema: z.ZodObject, env: Record<string, string>): readonly string[] {
  try {
    loadConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('reads what is set and fills in the rest', () => {
  expect(loadConfig(z.object(commonConfig), common)).toEqual({
    LOG_LEVEL: 'info',
    OPS_HOST: '127.0.0.1',
    OPS_PORT: 9100,
    RPC_SECRET: secret,
    SHUTDOWN_GRACE_MS: 10_000,
  });
});

it('S45: everything listens on loopback unless told otherwise', () => {
  const schema = z.object({ ...commonConfig, ...rpcServerConfig, ...httpServerConfig });
  const { OPS_HOST, RPC_HOST, HTTP_HOST } = loadConfig(schema, { ...common, RPC_PORT: '9101', HTTP_PORT: '9102' });
  expect([OPS_HOST, RPC_HOST, HTTP_HOST]).toEqual(Array(3).fill('127.0.0.1'));
});

it('names every problem at once, and no value', () => {
  const schema = z.object({ ...commonConfig, ...databaseConfig, USERS_RPC: addressList() });
  const env = {
    LOG_LEVEL: 'loud',
    RPC_SECRET: 'guess-me',
    DATABASE_URL: 'mysql://root:hunter2@db',
    USERS_RPC: 'users',
    DATABASE_POOL_SIZE: '1e3',
  };
  const problems = problemsOf(schema, env);
  expect(problems.map((problem) => problem.split(/[: ]/)[0])).toEqual(
    expect.arrayContaining(['LOG_LEVEL', 'OPS_PORT', 'RPC_SECRET', 'DATABASE_URL', 'USERS_RPC', 'DATABASE_POOL_SIZE']),
  );
  expect(problems).toContain('OPS_PORT is missing');
  expect(problems).toHaveLength(6);
  for (const value of ['loud', 'guess-me', 'hunter2', '1e3']) expect(problems.join('\n')).not.toContain(value);
});

it('takes what is set to nothing as not set', () => {
  expect(loadConfig(z.object(commonConfig), { ...common, LOG_LEVEL: '' }).LOG_LEVEL).toBe('info');
  expect(problemsOf(z.object(commonConfig), { ...common, OPS_PORT: '' })).toEqual(['OPS_PORT is missing']);
});

describe('a secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-config-'));
  const path = join(folder, 'rpc-secret');
  const schema = z.object(commonConfig);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read, without the line end that editors leave', () => {
    writeFileSync(path, `${secret}\n`);
    expect(loadConfig(schema, { OPS_PORT: '1', RPC_SECRET_FILE: path }).RPC_SECRET).toBe(secret);
  });

  it('must not be given twice', () => {
    const problems = problemsOf(schema, { ...common, RPC_SECRET_FILE: path });
    expect(problems).toEqual(['RPC_SECRET_FILE: RPC_SECRET is set as well; set one of the two']);
  });

  it('is told apart from one that is missing', () => {
    const problems = problemsOf(schema, { OPS_PORT: '1', RPC_SECRET_FILE: join(folder, 'nothing') });
    expect(problems).toEqual(["RPC_SECRET_FILE: the file can't be read (ENOENT)"]);
  });
});

describe('a field', () => {
  const parse = <T>(field: z.ZodType<T>, text: string): T | undefined => field.safeParse(text).data;

  it.each([
    ['7', 7],
    ['0', undefined],
    ['11', undefined],
    ['', undefined],
    [' 7', undefined],
    ['7.0', undefined],
    ['-7', undefined],
    ['0x7', undefined],
    ['1e1', undefined],
  ])('integer(1, 10) reads "%s" as %s', (text, expected) => expect(parse(integer(1, 10), text)).toBe(expected));

  it.each([
    ['users:4001', [{ host: 'users', port: 4001 }]],
    [
      'a:1, [::1]:2 ,10.0.0.1:3',
      [
        { host: 'a', port: 1 },
        { host: '::1', port: 2 },
        { host: '10.0.0.1', port: 3 },
      ],
    ],
    ['users', undefined],
    ['users:0', undefined],
    ['users:70000', undefined],
    ['http://users:4001', undefined],
    ['users:4001,', [{ host: 'users', port: 4001 }]],
    ['users:4001,oops', undefined],
    [',', undefined],
  ])('addressList() reads "%s"', (text, expected) => expect(parse(addressList(), text)).toEqual(expected));

  it('list() drops spaces and empty items', () => expect(parse(list(), ' a, ,b,')).toEqual(['a', 'b']));

  it.each([
    ['http://localhost:4200', true],
    ['https://chat.example.org', true],
    ['https://chat.example.org/', false],
    ['https://chat.example.org/app', false],
    ['ftp://chat.example.org', false],
    ['null', false],
  ])('httpOrigin() judges "%s" %s', (text, isOrigin) => expect(httpOrigin().safeParse(text).success).toBe(isOrigin));
});
