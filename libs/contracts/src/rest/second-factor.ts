import { ConfirmedByPasswordSchema } from '../model/account';
import { GrantSchema } from '../model/auth';
import {
  ConfirmedByCodeSchema,
  ConfirmedByPasswordAndCodeSchema,
  RecoveryCodesSchema,
  SecondFactorLoginInputSchema,
  SecondFactorSetupSchema,
} from '../model/second-factor';
import { route } from './route';

/** Codes of an app besides the password (RFC 6238), for whoever wants them. */
export const secondFactorRoutes = {
  signIn: route({
    method: 'POST',
    path: '/auth/login/second-factor',
    summary: 'Finish a login that was answered with a challenge, by a code of the app or a recovery code',
    access: 'public',
    body: SecondFactorLoginInputSchema,
    answers: { 200: GrantSchema },
  }),
  setUp: route({
    method: 'POST',
    path: '/auth/second-factor',
    summary: 'Make a key for an app; it counts once a code of it has come',
    access: 'session',
    body: ConfirmedByPasswordSchema,
    answers: { 200: SecondFactorSetupSchema },
  }),
  enable: route({
    method: 'PUT',
    path: '/auth/second-factor',
    summary: 'Turn the second factor on by a code of the key that was made; the answer alone tells the recovery codes',
    access: 'session',
    body: ConfirmedByCodeSchema,
    answers: { 200: RecoveryCodesSchema },
  }),
  renewRecoveryCodes: route({
    method: 'POST',
    path: '/auth/second-factor/recovery-codes',
    summary: 'Make other recovery codes; those that there are end',
    access: 'session',
    body: ConfirmedByPasswordAndCodeSchema,
    answers: { 200: RecoveryCodesSchema },
  }),
  disable: route({
    method: 'POST',
    path: '/auth/second-factor/disable',
    summary: 'Turn the second factor off',
    access: 'session',
    body: ConfirmedByPasswordAndCodeSchema,
    answers: { 204: null },
  }),
};
