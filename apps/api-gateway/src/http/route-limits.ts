import { rest, type RestRoute } from '@parley/contracts';
import {
  commandLimit,
  countedAddress,
  rateLimited,
  type Identity,
  type Limit,
  type RateLimiter,
} from '@parley/server-edge';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clients } from './clients';

/** How often one network address may use what needs no session, in the numbers of the configuration. */
export interface AddressLimits {
  readonly registrationsPerHour: number;
  readonly loginsPerMinute: number;
  readonly refreshesPerMinute: number;
  readonly resetsPerHour: number;
}

/** Routes that do what a socket command does are counted with it. */
const commandOf = new Map<RestRoute, string>([
  [rest.messages.send, 'message:send'],
  [rest.messages.edit, 'message:edit'],
  [rest.messages.remove, 'message:delete'],
  [rest.messages.react, 'message:react'],
  [rest.messages.unreact, 'message:react'],
  [rest.chatrooms.markRead, 'room:read'],
]);

const MINUTE_MS = 60_000;

/** Passwords that somebody who is signed in may try: a session left open must not become a way to guess one. All these routes count together. */
const passwordChecks: Limit = { name: 'password', max: 10, windowMs: 15 * MINUTE_MS };
const askingForPassword: readonly RestRoute[] = [
  rest.account.changePassword,
  rest.account.changeEmail,
  rest.account.deactivate,
  rest.account.remove,
  rest.secondFactor.setUp,
  rest.secondFactor.renewRecoveryCodes,
  rest.secondFactor.disable,
  rest.oidc.beginLink,
  rest.oidc.unlink,
];

/** The limit of each route: for a member the contract's, shared with the socket command of the same meaning; for everybody else by network address. */
export class RouteLimits {
  private readonly limits = new Map<RestRoute, Limit>();

  constructor(
    private readonly limiter: RateLimiter,
    private readonly clients: Clients,
    { registrationsPerHour, loginsPerMinute, refreshesPerMinute, resetsPerHour }: AddressLimits,
  ) {
    for (const [area, routes] of Object.entries(rest)) {
      for (const [name, route] of Object.entries<RestRoute>(routes)) {
        this.limits.set(route, commandLimit(commandOf.get(route) ?? `${area}.${name}`));
      }
    }
    for (const route of askingForPassword) this.limits.set(route, passwordChecks);
    this.limits.set(rest.auth.register, { name: 'register', max: registrationsPerHour, windowMs: 60 * MINUTE_MS });
    this.limits.set(rest.auth.login, { name: 'login', max: loginsPerMinute, windowMs: MINUTE_MS });
    this.limits.set(rest.secondFactor.signIn, { name: 'login-code', max: loginsPerMinute, windowMs: MINUTE_MS });
    // Each begun one is a row, and each finished one three calls to the issuer.
    for (const route of [rest.oidc.begin, rest.oidc.finish]) {
      this.limits.set(route, { name: 'oidc', max: loginsPerMinute, windowMs: MINUTE_MS });
    }
    // The first codes of a key, which whoever sends them was shown.
    this.limits.set(rest.secondFactor.enable, { name: 'first-code', max: 10, windowMs: 15 * MINUTE_MS });
    // Each is a whole room, by as many calls as it has pages.
    this.limits.set(rest.chatrooms.export, { name: 'room-export', max: 30, windowMs: 10 * MINUTE_MS });
    this.limits.set(rest.account.sendVerification, { name: 'verification', max: 5, windowMs: 60 * MINUTE_MS });
    this.limits.set(rest.account.requestReset, { name: 'reset', max: resetsPerHour, windowMs: 60 * MINUTE_MS });
    for (const route of [rest.account.resetPassword, rest.account.confirmEmail]) {
      this.limits.set(route, { name: 'mail-token', max: loginsPerMinute, windowMs: MINUTE_MS });
    }
    this.limits.set(rest.auth.refresh, { name: 'refresh', max: refreshesPerMinute, windowMs: MINUTE_MS });
  }

  /** Counts a request, tells in its headers where it stands, and refuses one too many. @throws ParleyError `rate_limited` */
  async take(route: RestRoute, request: FastifyRequest, reply: FastifyReply, identity: Identity | null): Promise<void> {
    const limit = this.limits.get(route);
    if (limit === undefined) throw new Error(`No limit is known for ${route.method} ${route.path}.`);
    const verdict = await this.limiter.take(limit, identity?.userId ?? countedAddress(this.clients.addressOf(request)));
    const seconds = (ms: number): number => Math.max(0, Math.ceil(ms / 1_000));
    void reply.header('ratelimit-policy', `"${limit.name}";q=${limit.max};w=${seconds(limit.windowMs)}`);
    void reply.header('ratelimit', `"${limit.name}";r=${verdict.remaining};t=${seconds(verdict.resetMs)}`);
    if (!verdict.allowed) throw rateLimited(verdict);
  }
}
