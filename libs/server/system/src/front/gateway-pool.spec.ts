import fc from 'fast-check';
import { GatewayPool, type Gateway } from './gateway-pool';
import { anOpsPort } from './upstream.fixture';

function aPool(size: number): GatewayPool {
  return new GatewayPool(
    Array.from({ length: size }, (_, index) => ({ name: `g${index}`, port: index, opsPort: index })),
  );
}

describe('GatewayPool', () => {
  it('keeps gateways level, whatever opens and closes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 200 }), (size, count) => {
        const pool = aPool(size);
        const loads = new Map<string, number>();
        for (let index = 0; index < count; index += 1) {
          const gateway = pool.choose();
          if (gateway === undefined) throw new Error('somebody should be there');
          gateway.connections += 1;
          loads.set(gateway.name, gateway.connections);
        }
        const most = Math.max(0, ...loads.values());
        expect(most).toBe(Math.ceil(count / size));
      }),
    );
  });

  it('in a storm levels those who wait rather than those who are in', () => {
    const pool = aPool(2);
    const newcomer = pool.choose();
    const other = pool.choose(new Set(newcomer ? [newcomer] : []));
    if (!newcomer || !other) throw new Error('there should be two');
    other.connections = 1_000;
    const waiting = Array.from({ length: 200 }, () => {
      const gateway = pool.choose();
      gateway?.pending.add(() => undefined);
      return gateway?.name;
    });
    expect(new Set(waiting.slice(0, 16))).toEqual(new Set([newcomer.name]));
    expect(Math.abs(newcomer.pending.size - other.pending.size)).toBeLessThanOrEqual(16);
  });

  it('lets nobody wait for one that has fallen silent', async () => {
    const pool = aPool(1);
    let tired = 0;
    pool.choose()?.pending.add(() => tired++);
    await pool.probe();
    await pool.probe();
    expect(tired).toBe(0);
    await pool.probe();
    expect(tired).toBe(1);
  });

  it('never offers one twice for the same connection, and ends', () => {
    const pool = aPool(3);
    const tried = new Set<Gateway>();
    for (let gateway = pool.choose(tried); gateway !== undefined; gateway = pool.choose(tried)) {
      expect(tried.has(gateway)).toBe(false);
      tried.add(gateway);
    }
    expect(tried.size).toBe(3);
  });

  it('spares those that are not ready, unless nobody is', async () => {
    let drainingStatus = 503;
    let otherStatus = 200;
    const draining = await anOpsPort(() => drainingStatus);
    const other = await anOpsPort(() => otherStatus);
    const pool = new GatewayPool([
      { name: 'draining', port: 1, opsPort: draining.port },
      { name: 'other', port: 2, opsPort: other.port },
    ]);
    await pool.probe();
    const chosen = pool.choose();
    expect(chosen?.name).toBe('other');
    if (chosen) chosen.connections = 9;
    expect(pool.choose()?.name).toBe('other');
    otherStatus = 503;
    await pool.probe();
    expect(pool.choose()?.name).toBe('draining');
    drainingStatus = 200;
    await pool.probe();
    expect(pool.choose(new Set(chosen ? [chosen] : []))?.name).toBe('draining');
    await Promise.all([draining.close(), other.close()]);
  });

  it('takes one that does not answer for unready', async () => {
    const pool = new GatewayPool([{ name: 'gone', port: 1, opsPort: 1 }]);
    await pool.probe();
    expect(pool.choose()?.isReady).toBe(false);
  });
});
