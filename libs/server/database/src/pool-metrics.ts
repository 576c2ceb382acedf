import { Gauge, type Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { poolOf } from './pool-of';

/** How many connections there are, how many of them are idle, and how many requests wait for one. */
export function observePool(dataSource: DataSource, registry: Registry): void {
  new Gauge({
    name: 'parley_database_connections',
    help: 'Connections of the database pool, by state; waiting: requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      if (!dataSource.isInitialized) return;
      const { totalCount, idleCount, waitingCount } = poolOf(dataSource);
      this.set({ state: 'used' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
}
