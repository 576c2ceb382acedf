import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { withDeadline, type Address } from '@parley/server-runtime';

/** Answers the IP addresses of a host name. */
export type Lookup = (host: string) => Promise<readonly string[]>;

const LOOKUP_MS = 2_000;

/** All addresses that the system knows for a name: one for each instance of a scaled service. */
export async function systemLookup(host: string): Promise<readonly string[]> {
  const found = await withDeadline(`looking up ${host}`, LOOKUP_MS, () => lookup(host, { all: true }));
  return found.map(({ address }) => address);
}

/** Whether no name has to be looked up. */
export function isLiteral({ host }: Address): boolean {
  return isIP(host) !== 0;
}

/**
 * The instances behind addresses; undefined in the place of a name that could not be looked up now, of which nothing is known then,
 * not even that its instances are gone.
 */
export async function resolveAll(
  addresses: readonly Address[],
  find: Lookup,
): Promise<readonly (readonly Address[] | undefined)[]> {
  return Promise.all(
    addresses.map(async (address) => {
      if (isLiteral(address)) return [address];
      try {
        return (await find(address.host)).map((host) => ({ host, port: address.port }));
      } catch {
        return undefined;
      }
    }),
  );
}
