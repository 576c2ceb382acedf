import { personThere } from './person-there';

const verified = { email: ' Ana@Example.org ', email_verified: true };

it.each([
  [{ name: '  Ana   Lima ' }, 'Ana Lima'],
  [{ name: '\u202E', given_name: 'Ana' }, 'Ana'],
  [{ name: 'x'.repeat(300) }, 'x'.repeat(60)],
  [{ name: 'ana@example.org' }, 'New member'],
  [{ name: 7 }, 'New member'],
  [{}, 'New member'],
])('of %j the name is %j, and never the address', (claims, displayName) => {
  expect(personThere({ ...verified, ...claims })).toEqual({ email: 'ana@example.org', displayName });
});

it.each([
  {},
  { email: 'ana@example.org' },
  { email: 'ana@example.org', email_verified: false },
  { email: 'ana@example.org', email_verified: 'yes' },
  { email: 'nobody', email_verified: true },
  { email: ['ana@example.org'], email_verified: true },
])('takes no address that the issuer has not verified: %j', (claims) => {
  expect(() => personThere(claims)).toThrow('email: is none that was verified there');
});
