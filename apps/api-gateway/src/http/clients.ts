import type { TrustedProxies } from '@parley/server-edge';
import type { FastifyRequest } from 'fastify';

const USER_AGENT_CHARACTERS = 512;

/** With what and from where a request comes, as far as it can be believed. */
export class Clients {
  constructor(private readonly proxies: TrustedProxies) {}

  /** The network address, as the proxies tell that are trusted. */
  addressOf(request: FastifyRequest): string {
    const forwardedFor = request.headers['x-forwarded-for'];
    return this.proxies.clientAddress(
      request.socket.remoteAddress,
      Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    );
  }

  /** What the users service is told of a request. */
  of({ request }: { readonly request: FastifyRequest }): { userAgent: string; address: string } {
    const userAgent = (request.headers['user-agent'] ?? '').slice(0, USER_AGENT_CHARACTERS);
    return { userAgent, address: this.addressOf(request) };
  }
}
