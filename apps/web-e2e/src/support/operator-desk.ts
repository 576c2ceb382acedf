import type { RunningSystem } from '@parley/server-system';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { orders, type Order } from './operator';

/** Takes the orders of tests, which run in processes of their own, to the processes of the systems that this one has started. */
export class OperatorDesk {
  private readonly systems: RunningSystem[] = [];

  private constructor(
    private readonly server: Server,
    private readonly origin: string,
  ) {}

  static async open(): Promise<OperatorDesk> {
    const server = createServer((request, response) => {
      desk.serve(request.url ?? '').then(
        () => response.writeHead(204).end(),
        (error: unknown) => response.writeHead(400).end(String(error)),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const desk = new OperatorDesk(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return desk;
  }

  /** Answers the address at which orders for that system are taken. */
  add(system: RunningSystem): string {
    return `${this.origin}/${this.systems.push(system) - 1}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(url: string): Promise<void> {
    const [, index, name = '', order] = url.split('/');
    const system = this.systems[Number(index)];
    const process = system?.processes.get(name);
    if (!system || !process || !isOrder(order)) throw new Error(`Nobody can do ${url}.`);
    switch (order) {
      case 'kill':
        return process.kill('SIGKILL');
      case 'pause':
        return process.pause();
      case 'resume':
        return process.resume();
      case 'ready':
        return system.ready(name);
    }
  }
}

function isOrder(text: string | undefined): text is Order {
  return orders.some((order) => order === text);
}
