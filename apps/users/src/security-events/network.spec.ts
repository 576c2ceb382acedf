import { networkOf } from './network';

it.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1234:5678::1', '2001:db8:1234::/48'],
  ['2001:0DB8::1', '2001:db8:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['::1', '0:0:0::/48'],
  ['1:2:3:4:5:6:7:8', '1:2:3::/48'],
  ['somewhere', null],
  ['', null],
  [undefined, null],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('never tells the last part of an address', () => {
  for (const address of ['203.0.113.77', '2001:db8:1234:5678:9abc:def0:1111:2222']) {
    expect(networkOf(address)).not.toMatch(/77|5678|2222/);
  }
});
