import { usersConfig } from './config';

const needed = {
  ...{ OPS_PORT: '0', RPC_PORT: '0', RPC_SECRET: 'a secret that only the tests of users know' },
  ...{
    DATABASE_URL: 'postgresql://localhost/users',
    MESSAGES_RPC: '127.0.0.1:1',
    PUBLIC_ORIGIN: 'http://localhost:8080',
  },
};
const problemsOf = (different: Record<string, string>): string[] =>
  usersConfig.safeParse({ ...needed, ...different }).error?.issues.map(({ path }) => path.join('.')) ?? [];

it.each([
  ['http://issuer.example', ['OIDC_ISSUER']],
  ['http://127.0.0.1.evil.example', ['OIDC_ISSUER']],
  ['ftp://localhost', ['OIDC_ISSUER']],
  ['https://issuer.example/realms/parley', []],
  ['http://127.0.0.1:4000', []],
])('an issuer is talked to over https, or on this machine: %s', (OIDC_ISSUER, problems) => {
  expect(problemsOf({ OIDC_ISSUER, OIDC_CLIENT_ID: 'parley' })).toEqual(problems);
});

it('an issuer and what Parley is to it are set together', () => {
  expect(problemsOf({ OIDC_ISSUER: 'https://issuer.example' })).toEqual(['OIDC_CLIENT_ID']);
  expect(problemsOf({ OIDC_CLIENT_ID: 'parley' })).toEqual(['OIDC_CLIENT_ID']);
  expect(problemsOf({})).toEqual([]);
});
