import { EventEmitter } from 'node:events';
import { createLogger } from '@parley/server-runtime';
import { logLostNodes } from './lost-nodes';

class FakeCluster extends EventEmitter {
  status = 'ready';
  slots = [['a:1', 'b:2'], ['b:2']];
}

class FakeNode extends EventEmitter {
  readonly options = { host: 'b', port: 2 };
}

function watched() {
  const lines: string[] = [];
  const write = (line: string): void => {
    const { msg, redis, node } = JSON.parse(line) as Record<string, string>;
    lines.push(`${redis} ${node}: ${msg}`);
  };
  const cluster = new FakeCluster();
  logLostNodes(cluster, 'listen', createLogger({ name: 'test', level: 'info', destination: { write } }));
  return { cluster, lines };
}

it('tells once which node is lost, and that it is back when it answers again', () => {
  const { cluster, lines } = watched();
  for (let time = 0; time < 3; time++) {
    cluster.emit('+node', new FakeNode());
    cluster.emit('-node', new FakeNode());
  }
  expect(lines).toEqual(['listen b:2: a node of the Redis Cluster is away']);
  const node = new FakeNode();
  cluster.emit('+node', node);
  node.emit('ready');
  expect(lines.slice(1)).toEqual(['listen b:2: a node of the Redis Cluster is back']);
});

it('says nothing of a node that has no slot any more, nor when all are let go of', () => {
  const { cluster, lines } = watched();
  cluster.slots = [['a:1']];
  cluster.emit('-node', new FakeNode());
  cluster.slots = [['b:2']];
  cluster.status = 'disconnecting';
  cluster.emit('-node', new FakeNode());
  expect(lines).toEqual([]);
});
