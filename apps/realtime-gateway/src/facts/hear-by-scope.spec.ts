import { facts, scopes, type Fact, type Scope } from '@parley/contracts';
import fc from 'fast-check';
import type { GatewaySocket } from '../connection/gateway-socket';
import { hearByScope } from './hear-by-scope';

/** Whether a connection with these scopes lets through what Socket.IO writes. */
function isHeard(held: readonly Scope[], data: string | Buffer): boolean {
  const written: unknown[] = [];
  const connection: Pick<GatewaySocket['conn'], 'write'> = {
    write: (each) => {
      written.push(each);
      return Object.assign({} as GatewaySocket['conn'], connection);
    },
  };
  hearByScope(connection, new Set(held));
  connection.write(data);
  return written.length > 0;
}

const anyScopes = fc.subarray([...scopes]);

it('a fact is heard where a scope covers it, or where it needs none', () => {
  fc.assert(
    fc.property(anyScopes, fc.constantFrom(...Object.entries<Fact>(facts)), fc.json(), (held, [name, fact], json) => {
      const isCovered = fact.scope === null || held.includes(fact.scope);
      expect(isHeard(held, `2${JSON.stringify([name, JSON.parse(json)])}`)).toBe(isCovered);
    }),
  );
});

it.each(['0{"sid":"x"}', '312[{"ok":true,"data":["message:created"]}]', '1', '4{"message":"no"}'])(
  'what is no fact is not held back: %s',
  (data) => {
    expect(isHeard([], data)).toBe(true);
  },
);

it.each([
  '2["message:invented",{}]',
  '2["constructor",{}]',
  '2["message:\\u0063reated",{}]',
  '2/other,["server:draining",{}]',
  '27["server:draining",{}]',
  '51-["server:draining",{"_placeholder":true,"num":0}]',
  Buffer.from('2["server:draining",{}]'),
  '',
])('what is not known to be covered is held back: %s', (data) => {
  expect(isHeard(['rooms:read'], data)).toBe(false);
});

it('a key with every scope is not looked at', () => {
  const write = (): never => {
    throw new Error('not called');
  };
  const connection: Pick<GatewaySocket['conn'], 'write'> = { write };
  hearByScope(connection, new Set(scopes));
  expect(connection.write).toBe(write);
});
