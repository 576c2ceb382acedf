import type { Plant } from '../plant';

const factor = 'apps/users/src/second-factor';
const codes = { spec: `${factor}/second-factor.int-spec.ts` };
const oidc = 'apps/users/src/oidc';
const answers = { spec: `${oidc}/issuer.int-spec.ts` };
const resets = { spec: 'apps/users/src/accounts/reset-password.int-spec.ts' };
const byIssuer = { spec: `${oidc}/log-in-by-issuer.int-spec.ts` };

/** Guards of the second factor, and of signing in by an issuer. */
export const signInPlants: readonly Plant[] = [
  {
    guard: 'a code counts once',
    file: `${factor}/check-code.ts`,
    edits: [['(factor.lastStep !== null && step <= Number(factor.lastStep))', 'step < 0']],
    ...codes,
    test: 'takes each code once, and each challenge once',
  },
  {
    guard: 'a recovery code counts once',
    file: `${factor}/check-code.ts`,
    edits: [
      ['const { affected } = await manager.delete(RecoveryCodeEntity, { userId, hash });', ''],
      ['return affected === 1;', 'return manager.existsBy(RecoveryCodeEntity, { userId, hash });'],
    ],
    ...codes,
    test: 'takes a recovery code once, however it is typed',
  },
  {
    guard: 'so many wrong codes of an account and no more',
    file: `${factor}/check-code.ts`,
    edits: [['if (retryAfterMs > 0) return', 'if (retryAfterMs > Infinity) return']],
    ...codes,
    test: 'S41: refuses codes after five wrong ones of an account, whatever logins they come by, and takes a recovery code',
  },
  {
    guard: 'no session without the code that the account asks for',
    file: 'apps/users/src/accounts/log-in.ts',
    edits: [['if (challenge !== null) {', `if (challenge !== null && email === '') {`]],
    ...codes,
    test: 'asks for a code only whoever knows the password, and opens no session without one',
  },
  {
    guard: 'a login waits five minutes for its code',
    file: `${factor}/login-challenge.ts`,
    edits: [['if (found === null || found.expiresAt <= new Date())', 'if (found === null)']],
    ...codes,
    test: 'waits five minutes and bears five wrong codes, then it begins anew',
  },
  {
    guard: 'a login bears five wrong codes',
    file: `${factor}/login-challenge.ts`,
    edits: [['if (failures + 1 >= failuresMax) await', 'if (failures < 0) await']],
    ...codes,
    test: 'waits five minutes and bears five wrong codes, then it begins anew',
  },
  {
    guard: 'a challenge counts once',
    file: `${factor}/log-in-by-code.ts`,
    edits: [['await manager.delete(LoginChallengeEntity, { hash: held.hash });', '']],
    ...codes,
    test: 'takes each code once, and each challenge once',
  },
  {
    guard: 'the second factor is turned off by a code',
    file: `${factor}/second-factors.ts`,
    edits: [[`return verdict.is === 'right' ?`, `return verdict.is !== 'off' ?`]],
    ...codes,
    test: 'needs the password and a code',
  },
  {
    guard: 'logins that wait for a code end with the password',
    file: 'apps/users/src/sessions/end-sign-ins.ts',
    edits: [['await manager.delete(LoginChallengeEntity, { userId });', '']],
    ...codes,
    test: 'a new password keeps it, and ends the logins that wait',
  },
  {
    guard: 'who comes back from the issuer brings what was asked',
    file: `${oidc}/oidc-attempts.ts`,
    edits: [['{ hash: hashOf(state) });', '{ browser: hashOf(browser) });']],
    ...answers,
    test: 'counts in the browser that was sent there, and in no other',
  },
  {
    guard: 'a browser finishes what it began itself',
    file: `${oidc}/oidc-attempts.ts`,
    edits: [['if (!attempt.browser.equals(hashOf(browser))) throw notBegun();', '']],
    ...answers,
    test: 'counts in the browser that was sent there, and in no other',
  },
  {
    guard: 'what was asked of the issuer is answered once',
    file: `${oidc}/oidc-attempts.ts`,
    edits: [
      [
        'const { affected } = await this.db.manager.delete(OidcAttemptEntity, { hash: attempt.hash });',
        'const affected: number = 1;',
      ],
    ],
    ...answers,
    test: 'counts once, also where it is brought twice at the same time',
  },
  {
    guard: 'what was asked of the issuer is answered in time',
    file: `${oidc}/oidc-attempts.ts`,
    edits: [['if (attempt === null || attempt.expiresAt <= new Date())', 'if (attempt === null)']],
    ...answers,
    test: 'counts for ten minutes',
  },
  {
    guard: 'an account is connected by whoever began it, and nobody signs in by that',
    file: `${oidc}/oidc-attempts.ts`,
    edits: [['if (attempt.userId !== userId) throw notBegun();', '']],
    ...byIssuer,
    test: 'is for whoever has begun it, and is no sign-in, nor the other way round',
  },
  {
    guard: 'a token is signed by the issuer',
    file: `${oidc}/issuer.ts`,
    edits: [['client.enableNonRepudiationChecks,', '']],
    ...answers,
    test: '%s opens nothing',
  },
  {
    guard: 'a token answers the question that was asked',
    file: `${oidc}/issuer.ts`,
    edits: [
      [`scope: 'openid email profile', state, nonce }`, `scope: 'openid email profile', state }`],
      ['expectedNonce: nonce, ', ''],
    ],
    ...answers,
    test: '%s opens nothing',
  },
  {
    guard: 'an address that the issuer has not verified opens nothing',
    file: `${oidc}/person-there.ts`,
    edits: [[`(verified !== true && verified !== 'true')`, 'verified === null']],
    ...byIssuer,
    test: 'that the issuer has not verified opens no account',
  },
  {
    guard: 'no account opens by an address that the issuer says',
    file: `${oidc}/log-in-by-issuer.ts`,
    edits: [
      [
        'await this.refused(email, client);',
        'return this.session(this.db.manager, await this.db.manager.findOneByOrFail(AccountEntity, { email }), client);',
      ],
    ],
    ...byIssuer,
    test: 'opens nobody’s account, whatever the issuer says of it: its owner signs in and connects them',
  },
  {
    guard: 'the second factor is asked for after the issuer too',
    file: `${oidc}/log-in-by-issuer.ts`,
    edits: [['if (challenge !== null) {', `if (challenge !== null && subject === '') {`]],
    ...byIssuer,
    test: 'asks for the code of an account that has a second factor, and opens no session without',
  },
  {
    guard: 'connecting takes the password',
    file: `${oidc}/link-identity.ts`,
    edits: [
      [
        `await this.confirm.run(actor, password, 'password', client);\n    const { userId } = actor;`,
        'const { userId } = actor;',
      ],
    ],
    ...byIssuer,
    test: 'needs the password, tells by mail, and is undone by the password',
  },
  {
    guard: 'connecting ends with the session',
    file: 'apps/users/src/accounts/lock-own-account.ts',
    edits: [['if (!isOpen) throw', `if (userId === '') throw`]],
    ...byIssuer,
    test: 'that is under way ends with the session',
  },
  {
    guard: 'who reads the mail of an address keeps out who only claimed it',
    file: 'apps/users/src/accounts/reset-password.ts',
    edits: [['await manager.delete(IdentityEntity, { userId: id });', '']],
    ...byIssuer,
    test: 'that somebody else brought first goes to who reads its mail, and the other comes in no more',
  },
  {
    guard: 'a new password undoes a move to another address',
    file: 'apps/users/src/accounts/reset-password.ts',
    edits: [['await withdrawMails(manager, id);', '']],
    ...resets,
    test: 'undoes a move to another address that waits, mailed or not',
  },
  {
    guard: 'nothing is done by whoever was signed out meanwhile',
    file: 'apps/users/src/api-keys/create-api-key.ts',
    edits: [
      ['await lockOwnAccount(manager, actor)', 'await lockAccount(manager, actor.userId)'],
      [
        `import { lockOwnAccount } from '../accounts/lock-own-account';`,
        `import { lockAccount } from '../accounts/lock-account';`,
      ],
    ],
    ...resets,
    test: 'leaves nothing to do to whoever called while it was under way',
  },
];
