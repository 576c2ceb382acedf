import type { Logger } from '@parley/server-runtime';
import type { Logger as TypeOrmLogger } from 'typeorm';

/**
 * TypeORM's own reports in our log; left alone it prints them. Statements and their failures are not among them: whoever runs a
 * statement gets its error, and parameters are what people wrote.
 */
export class OrmLogger implements TypeOrmLogger {
  constructor(private readonly target: Logger | undefined) {}

  logQuery(): void {}

  logQueryError(): void {}

  logQuerySlow(): void {}

  logSchemaBuild(message: string): void {
    this.target?.debug(message);
  }

  logMigration(message: string): void {
    this.target?.warn(message);
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    this.target?.[level === 'warn' ? 'warn' : 'debug'](String(message));
  }
}
