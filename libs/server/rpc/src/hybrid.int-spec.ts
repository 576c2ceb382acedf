import { Catch, Controller, Get, Module, type ExceptionFilter } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { EchoController, echoRpc, secret } from './echo.fixture';
import { connectRpcServer, rpcClient } from './index';
import { silentLog } from './log.fixture';

@Controller()
class PageController {
  @Get('page')
  page(): string {
    return 'hello';
  }
}

@Module({ controllers: [PageController, EchoController] })
class HybridModule {}

/** What an edge has for its HTTP side; calls must not run into it. */
@Catch()
class HttpOnlyFilter implements ExceptionFilter {
  catch(): void {
    throw new Error('this filter answers HTTP');
  }
}

it.each(['the calls first', 'all at once'])('serves HTTP and calls side by side, and ends both (%s)', async (order) => {
  const app = await NestFactory.create(HybridModule, new FastifyAdapter(), { logger: false, abortOnError: false });
  app.useGlobalFilters(new HttpOnlyFilter());
  const server = await connectRpcServer(app, { host: '127.0.0.1', port: 0, secret, log: silentLog() });
  await app.listen(0, '127.0.0.1');
  const client = rpcClient(echoRpc, {
    addresses: `127.0.0.1:${server.port}`,
    secret,
    caller: 'tests',
    log: silentLog(),
  });

  await expect(client.describe({})).resolves.toMatchObject({ pid: process.pid });
  await expect(client.fail({ code: 'conflict' })).rejects.toMatchObject({ code: 'conflict' });
  const page = await fetch(`${await app.getUrl()}/page`);
  await expect(page.text()).resolves.toBe('hello');

  if (order === 'the calls first') {
    await server.drain();
    await server.close();
  }
  await app.close();
  await expect(client.check()).rejects.toThrow();
  await client.close();
});
