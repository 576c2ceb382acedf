import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { withDeadline, type Logger, type Readiness } from '@parley/server-runtime';
import type { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { connect } from './connect';
import { dataSource, type DataSourceOptions } from './data-source';
import { observePool } from './pool-metrics';
import { poolOf } from './pool-of';
import { tryIdleAgainAndAgain } from './try-idle';

export interface DatabaseModuleOptions extends DataSourceOptions {
  readonly log: Logger;
  /** Gets a check "database". */
  readonly readiness?: Readiness;
  /** Gets the pool's gauges. */
  readonly metrics?: Registry;
  /** How long to wait at the start for a database that is not there yet, in milliseconds; 30,000 by default. */
  readonly patienceMs?: number;
}

const CLOSE_MS = 5_000;

/** Gives a Nest application its `DataSource`: connected at the start, checked while it runs, closed with the application. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    const { log, readiness, metrics, patienceMs = 30_000 } = options;
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: DataSource,
          useFactory: async (): Promise<DataSource> => {
            const source = await connect(dataSource(options), patienceMs, log);
            tryIdleAgainAndAgain(poolOf(source));
            readiness?.add('database', async () => {
              await source.query('SELECT 1');
            });
            if (metrics !== undefined) observePool(source, metrics);
            return source;
          },
        },
      ],
      exports: [DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.source.isInitialized) return;
    await withDeadline('closing the database connections', CLOSE_MS, () => this.source.destroy());
  }
}
