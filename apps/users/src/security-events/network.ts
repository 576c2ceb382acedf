import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network of an address: enough to see that two events came from the same place, too little to tell a household.
 * IPv4 by its first 24 bits, IPv6 by its first 48; null for what is neither.
 */
export function networkOf(address: string | undefined): string | null {
  if (address === undefined) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIPv6(mapped)) return `${firstGroups(mapped).join(':')}::/48`;
  return null;
}

/** The first three of the eight groups, whatever `::` leaves out. */
function firstGroups(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const left = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: left }, () => '0'), ...after];
  return groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
}
