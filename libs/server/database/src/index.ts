export { copyRows } from './copy-rows';
export { dataSource, type ClassOf, type DataSourceOptions } from './data-source';
export { DatabaseModule, type DatabaseModuleOptions } from './database-module';
export { isConnectionLoss, isUniqueViolation } from './failures';
export { migrateCommand, type MigrateCommand } from './migrate-command';
export { namedQuery, type NamedStatement } from './named-query';
export { runMigrations, type RunMigrationsOptions } from './run-migrations';
export { takeTurn } from './take-turn';
export { transaction, type TransactionOptions } from './transaction';
