import { BlockList, isIP } from 'node:net';
import { list } from '@parley/server-runtime';
import { z } from 'zod';

/** `::ffff:10.0.0.1`, as a socket that listens on both families tells it, is 10.0.0.1. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return mapped?.[1] ?? address;
}

/** The proxies whose word on their client's address is taken. Built once from the configuration. */
export class TrustedProxies {
  private readonly list = new BlockList();

  /** @param ranges addresses or CIDR ranges, such as `10.0.0.0/8`. @throws Error naming the one that is neither */
  constructor(ranges: readonly string[]) {
    for (const range of ranges) {
      const [address = '', prefix] = range.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      const bits = prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix);
      if (isIP(address) === 0 || !Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv6' ? 128 : 32)) {
        throw new Error(`not an address or CIDR range: ${range}`);
      }
      this.list.addSubnet(address, bits, family);
    }
  }

  private trusts(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.list.check(address, family === 6 ? 'ipv6' : 'ipv4');
  }

  /**
   * The address a request really came from: the peer's own, or, as long as the one who says so is a trusted proxy, the one it names last in
   * `X-Forwarded-For`. What a client writes into that header itself lies further left and is never reached.
   */
  clientAddress(peer: string | undefined, forwardedFor: string | undefined): string {
    let address = plain(peer ?? '');
    const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
    for (let hop = hops.pop(); hop !== undefined && this.trusts(address); hop = hops.pop()) {
      if (isIP(hop) === 0) break;
      address = hop;
    }
    return address;
  }
}

/** Configuration: the proxies in front, as addresses or CIDR ranges separated by commas. None by default: then nobody's word is taken. */
export function trustedProxies() {
  return list()
    .default([])
    .transform((ranges, context) => {
      try {
        return new TrustedProxies(ranges);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is not valid' });
        return z.NEVER;
      }
    });
}
