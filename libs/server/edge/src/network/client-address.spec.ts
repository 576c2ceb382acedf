import { TrustedProxies } from './client-address';

const proxies = new TrustedProxies(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']);

it.each([
  ['the peer, where nothing is forwarded', '203.0.113.9', undefined, '203.0.113.9'],
  ['the peer, whatever a stranger claims', '203.0.113.9', '1.2.3.4', '203.0.113.9'],
  ['whom a trusted proxy names', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['the last that a chain of trusted proxies names', '10.0.0.1', '203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['not what the client wrote into the header itself', '10.0.0.1', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
  ['the proxy, where it names nonsense', '10.0.0.1', 'unknown', '10.0.0.1'],
  ['an IPv4 address in IPv6 clothes', '::ffff:10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
  ['an IPv6 address', 'fd00::1', '2001:db8::1', '2001:db8::1'],
  ['nobody, where the connection has gone', undefined, undefined, ''],
])('S11: the address of a client is that of %s', (_, peer, forwardedFor, expected) => {
  expect(proxies.clientAddress(peer, forwardedFor)).toBe(expected);
});

it.each(['10.0.0.0/33', 'proxy.local', '10.0.0.0/x', '/8'])('%s is no range', (range) => {
  expect(() => new TrustedProxies([range])).toThrow(range);
});
