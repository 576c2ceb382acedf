import { ParleyClient } from '@parley/client';
import type { Account, Grant, ParleyError, RecoveryCodes, SecondFactorSetup } from '@parley/contracts';
import { aPerson, Api, PASSWORD, problemOf } from '@parley/testing';
import { Secret, TOTP } from 'otpauth';
import { logs, mailFor, system } from '../support/system';

const places = system();
const stranger = new Api(places.origin);
const codeOf = (secret: string, aheadMs = 0): string =>
  new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + aheadMs,
  });

it('is turned on, asked for by every login, and turned off', async () => {
  const ana = await aPerson(places);
  const { body: key } = await ana.api.post<SecondFactorSetup>('/auth/second-factor', { password: PASSWORD });
  const on = await ana.api.put<RecoveryCodes>('/auth/second-factor', { code: codeOf(key.secret) });
  expect(on.status).toBe(200);
  await mailFor(ana.email, /second factor is on/);

  // Raw: the password alone opens nothing, and the second half sets the browser's cookie as a login does.
  const first = await stranger.post<Grant>('/auth/login', { email: ana.email, password: PASSWORD });
  expect(first.status).toBe(401);
  expect(first.headers.get('set-cookie')).toBeNull();
  const { secondFactor } = problemOf(first);
  const body = { challenge: secondFactor?.challenge, code: on.body.recoveryCodes[0] };
  const foreign = await stranger.post('/auth/login/second-factor', body, {
    headers: { origin: 'https://evil.example' },
  });
  expect(problemOf(foreign).code).toBe('forbidden');
  const second = await stranger.post<Grant>('/auth/login/second-factor', body);
  expect([second.status, second.body.refreshToken]).toEqual([200, undefined]);
  expect(second.headers.get('set-cookie')).toMatch(/^parley_refresh=[^;]+; .*HttpOnly; SameSite=Strict$/);

  // By the SDK.
  const client = new ParleyClient({ origin: places.origin, session: 'token' });
  const needed = await client.session.login({ email: ana.email, password: PASSWORD }).catch((error: unknown) => error);
  const challenge = (needed as ParleyError).secondFactor?.challenge ?? '';
  const code = codeOf(key.secret, 30_000);
  await client.session.loginByCode({ challenge, code });
  expect(client.session.state.get().status).toBe('signedIn');
  const { body: account } = await ana.api.get<Account>('/auth/account');
  expect(account.secondFactor).toMatchObject({ recoveryCodesLeft: 9 });

  const off = (given: object) => ana.api.post('/auth/second-factor/disable', { password: PASSWORD, ...given });
  expect(problemOf(await off({ code })).errors).toMatchObject([{ path: 'code' }]);
  expect((await off({ code: on.body.recoveryCodes[1] })).status).toBe(204);
  expect((await ana.signInAgain()).id).toBe(ana.id);

  // What was secret in all this stands in no log.
  const written = Object.values(await logs()).join('\n');
  for (const secret of [key.secret, challenge, ...on.body.recoveryCodes]) expect(written).not.toContain(secret);
});

it('S42: is asked for only where the password is right', async () => {
  const ana = await aPerson(places);
  const { body: key } = await ana.api.post<SecondFactorSetup>('/auth/second-factor', { password: PASSWORD });
  await ana.api.put('/auth/second-factor', { code: codeOf(key.secret) });
  const wrong = problemOf(await stranger.post('/auth/login', { email: ana.email, password: 'not it' }));
  const nobody = problemOf(await stranger.post('/auth/login', { email: `x${ana.email}`, password: PASSWORD }));
  expect({ ...wrong, requestId: '' }).toEqual({ ...nobody, requestId: '' });
  expect(wrong.secondFactor).toBeUndefined();
});
