import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { AddressQuota } from './address-quota';

class Connection extends EventEmitter {
  destroyed = false;
  close(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

it('S10: never counts more of one address than it may have, and forgets who has gone', () => {
  const step = fc.record({ address: fc.constantFrom('a', 'b'), leaves: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const quota = new AddressQuota(3);
      const open: Record<string, Connection[]> = { a: [], b: [] };
      for (const { address, leaves } of steps) {
        const mine = open[address] ?? [];
        if (leaves) mine.shift()?.close();
        else {
          const connection = new Connection();
          const isIn = quota.take(connection, address);
          expect(isIn).toBe(mine.length < 3);
          if (isIn) mine.push(connection);
        }
      }
    }),
  );
});

it('does not count a connection that is over already', () => {
  const quota = new AddressQuota(1);
  const gone = new Connection();
  gone.close();
  expect(quota.take(gone, 'a')).toBe(false);
  expect(quota.take(new Connection(), 'a')).toBe(true);
});
