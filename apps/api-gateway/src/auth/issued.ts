import type { Grant, IssuedGrant } from '@parley/contracts';
import type { FastifyReply } from 'fastify';
import type { RefreshCookie } from './refresh-cookie';

/** What a session's tokens are answered as: a browser's refresh token in its cookie, everybody else's in the body. */
export function grantOf(reply: FastifyReply, cookie: RefreshCookie, issued: IssuedGrant): Grant {
  const { user, accessToken, expiresIn, refreshToken, refreshExpiresIn, session } = issued;
  if (session === 'token') return { user, accessToken, expiresIn, refreshToken };
  cookie.set(reply, refreshToken, refreshExpiresIn);
  return { user, accessToken, expiresIn };
}
