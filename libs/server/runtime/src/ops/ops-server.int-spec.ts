import { Counter, Registry } from 'prom-client';
import { createLogger } from '../logging/create-logger';
import { startOpsServer, type OpsServer } from './ops-server';
import { Readiness } from './readiness';

const readiness = new Readiness();
const metrics = new Registry();
new Counter({ name: 'parley_things', help: 'Things', registers: [metrics] }).inc(3);
let server: OpsServer;
let outcome: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  const log = createLogger({ name: 'test', level: 'silent' });
  readiness.add('database', () => outcome());
  server = await startOpsServer({ host: '127.0.0.1', port: 0, readiness, metrics, log });
});
afterAll(() => server.close());

async function get(path: string, method = 'GET'): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { status: response.status, text: await response.text() };
}

it('is alive from the first moment', async () => {
  await expect(get('/health/live')).resolves.toMatchObject({ status: 200 });
});

it('is ready once started, while every check passes, until it drains', async () => {
  const ready = async () => {
    const { status, text } = await get('/health/ready');
    const { checks } = JSON.parse(text) as { checks: unknown };
    return { status, checks };
  };
  await expect(ready()).resolves.toEqual({ status: 503, checks: { process: 'starting', database: 'ok' } });
  readiness.markStarted();
  await expect(ready()).resolves.toEqual({ status: 200, checks: { process: 'ok', database: 'ok' } });
  outcome = () => Promise.reject(new Error('no route'));
  await expect(ready()).resolves.toEqual({ status: 503, checks: { process: 'ok', database: 'no route' } });
  outcome = () => new Promise(() => undefined);
  const silent = 'database took longer than 2000 ms';
  await expect(ready()).resolves.toEqual({ status: 503, checks: { process: 'ok', database: silent } });
  outcome = () => Promise.resolve();
  await expect(ready()).resolves.toMatchObject({ status: 200 });
  readiness.markDraining();
  await expect(ready()).resolves.toEqual({ status: 503, checks: { process: 'draining', database: 'ok' } });
});

it('serves the metrics', async () => {
  await expect(get('/metrics')).resolves.toMatchObject({
    status: 200,
    text: expect.stringContaining('parley_things 3'),
  });
});

it('serves nothing else', async () => {
  await expect(get('/')).resolves.toMatchObject({ status: 404 });
  await expect(get('/health/live', 'POST')).resolves.toMatchObject({ status: 405 });
});
