import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger, Readiness } from '@parley/server-runtime';
import { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { openDatabase, type TestDatabase } from './database.fixture';
import { DatabaseModule, type DatabaseModuleOptions } from './database-module';
import { namedQuery } from './named-query';
import { poolOf } from './pool-of';
import { startProxy } from './proxy.fixture';
import { transaction } from './transaction';
import { tryIdle } from './try-idle';

@Module({})
class RootModule {}

const log = createLogger({ name: 'test', level: 'silent' });
let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

function behind(port: number): string {
  const url = new URL(database.url);
  url.port = String(port);
  return url.href;
}

async function start(options: Partial<DatabaseModuleOptions> = {}) {
  const imports = [DatabaseModule.forRoot({ url: database.url, applicationName: 'module', log, ...options })];
  const app = await NestFactory.createApplicationContext(
    { module: RootModule, imports },
    { logger: false, abortOnError: false },
  );
  return { app, source: app.get(DataSource) };
}

it('gives the application a data source, its check and its metrics, and closes it', async () => {
  const readiness = new Readiness();
  readiness.markStarted();
  const metrics = new Registry();
  const { app, source } = await start({ readiness, metrics });
  await expect(source.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  await expect(readiness.report()).resolves.toEqual({ ready: true, checks: { process: 'ok', database: 'ok' } });
  await expect(metrics.metrics()).resolves.toContain('parley_database_connections{state="idle"} 1');
  await app.close();
  expect(source.isInitialized).toBe(false);
  await expect(readiness.report()).resolves.toMatchObject({ ready: false });
});

it('waits at the start for a database that is not there yet', async () => {
  const target = { host: '127.0.0.1', port: Number(new URL(database.url).port) };
  const placeholder = await startProxy(target);
  const { port } = placeholder;
  await placeholder.close();
  const starting = start({ url: behind(port) });
  const proxy = await startProxy(target, port);
  const { app, source } = await starting;
  await expect(source.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  await app.close();
  await proxy.close();
});

it('does not wait where waiting can not help', async () => {
  const url = new URL(database.url);
  url.password = 'wrong';
  await expect(start({ url: url.href })).rejects.toThrow(/password/);
});

it('finds out that a connection is half open, and goes on with another', async () => {
  const proxy = await startProxy({ host: '127.0.0.1', port: Number(new URL(database.url).port) });
  const { app, source } = await start({ url: behind(proxy.port), poolSize: 1, statementTimeoutMs: 100 });
  await source.query('SELECT 1');
  proxy.freeze();
  await expect(source.query('SELECT 1')).rejects.toThrow('Query read timeout');
  await expect(source.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  await app.close();
  await proxy.close();
});

it('gives up a half open connection in the middle of a transaction with the first statement that gets no answer', async () => {
  const proxy = await startProxy({ host: '127.0.0.1', port: Number(new URL(database.url).port) });
  const { app, source } = await start({ url: behind(proxy.port), poolSize: 1, statementTimeoutMs: 100 });
  const one = { name: 'one', text: 'SELECT 1 AS one' };
  const failure = (query: Promise<unknown>): Promise<unknown> => query.catch((error: unknown) => error);
  let next: unknown;
  const work = transaction(source, async (manager) => {
    await namedQuery(manager, one, []);
    proxy.freeze();
    const error = await failure(namedQuery(manager, one, []));
    // Nothing waits for the silent server again, so neither does the ROLLBACK.
    next = await failure(manager.query('SELECT 1'));
    throw error;
  });
  await expect(work).rejects.toThrow('Query read timeout');
  expect(String(next)).toMatch(/closed|terminated|not queryable/i);
  await expect(namedQuery(source, one, [])).resolves.toEqual([{ one: 1 }]);
  await app.close();
  await proxy.close();
});

it('finds out which of the connections that nobody uses are half open, all at once', async () => {
  const proxy = await startProxy({ host: '127.0.0.1', port: Number(new URL(database.url).port) });
  // Without the module, which tries them every few seconds by itself.
  const source = await database.open({ url: behind(proxy.port), poolSize: 3 });
  const pool = poolOf(source);
  const threeAtOnce = (): Promise<unknown> =>
    Promise.all(Array.from({ length: 3 }, () => source.query('SELECT pg_sleep(0.05)')));
  await threeAtOnce();
  await tryIdle(pool, 10_000);
  expect(pool.idleCount).toBe(3);
  proxy.freeze();
  await tryIdle(pool, 50);
  expect(pool.totalCount).toBe(0);
  await threeAtOnce();
  expect(pool.idleCount).toBe(3);
  await source.destroy();
  await proxy.close();
});
