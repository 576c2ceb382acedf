import { ConfirmedByPasswordSchema } from '../model/account';
import { OidcAnswerSchema, OidcGrantSchema, OidcProviderSchema, OidcRedirectSchema } from '../model/oidc';
import { route } from './route';

/**
 * Signing in by an issuer (OpenID Connect), where one is configured: `not_found` otherwise. For browsers alone: what begins it sets a cookie, without
 * which nothing finishes it.
 */
export const oidcRoutes = {
  provider: route({
    method: 'GET',
    path: '/auth/oidc',
    summary: 'The issuer by which one can sign in, if there is one',
    access: 'public',
    answers: { 200: OidcProviderSchema },
  }),
  begin: route({
    method: 'POST',
    path: '/auth/oidc/begin',
    summary: 'Begin to sign in by the issuer; its account opens one here where none belongs to it yet',
    access: 'public',
    answers: { 200: OidcRedirectSchema },
  }),
  finish: route({
    method: 'POST',
    path: '/auth/oidc/finish',
    summary: 'Sign in by what the browser brought back from the issuer',
    access: 'public',
    body: OidcAnswerSchema,
    answers: { 200: OidcGrantSchema },
  }),
  beginLink: route({
    method: 'POST',
    path: '/auth/oidc/link/begin',
    summary: 'Begin to connect an account of the issuer with one’s own',
    access: 'session',
    body: ConfirmedByPasswordSchema,
    answers: { 200: OidcRedirectSchema },
  }),
  finishLink: route({
    method: 'POST',
    path: '/auth/oidc/link/finish',
    summary: 'Connect it, by what the browser brought back from the issuer',
    access: 'session',
    body: OidcAnswerSchema,
    answers: { 204: null },
  }),
  unlink: route({
    method: 'POST',
    path: '/auth/oidc/unlink',
    summary: 'Disconnect it: it signs in here no more',
    access: 'session',
    body: ConfirmedByPasswordSchema,
    answers: { 204: null },
  }),
};
