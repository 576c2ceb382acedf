import { isIPv6 } from 'node:net';
import fc from 'fast-check';
import { countedAddress } from './counted-address';

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
  ['1:2:3:4:5:6:203.0.113.9', '1:2:3:4::/64'],
  ['', ''],
])('S10, S11: %s counts as %s', (address, counted) => {
  expect(countedAddress(address)).toBe(counted);
});

it('S10: whatever somebody has within a /64 counts as one, and nothing outside it', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
  const four = fc.tuple(group, group, group, group).map((groups) => groups.join(':'));
  fc.assert(
    fc.property(four, four, four, (network, one, other) => {
      expect(isIPv6(`${network}:${one}`)).toBe(true);
      expect(countedAddress(`${network}:${one}`)).toBe(countedAddress(`${network}:${other}`));
      expect(countedAddress(`${network}:${one}`) === countedAddress(`${other}:${one}`)).toBe(network === other);
    }),
  );
});
