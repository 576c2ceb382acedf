import { throwAwaySystem } from '@parley/testing';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Chatter, gatherCrowd } from './crowd';
import { watchHealth } from './health';
import { StormWorkers } from './workers';

/**
 * F13: everybody at once. Ten thousand clients connect within five seconds, then one gateway of three is killed while messages go on.
 * `npx nx storm system-e2e -- --connections 10000`. Ends with 1 where an aim was missed.
 */
const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '2' },
    'messages-per-second': { type: 'string', default: '5' },
  },
});
const connections = Number(values.connections);
const AIMS = { connectedMs: 60_000, backMs: 10_000, convergedMs: 20_000 };
/** How long past an aim is waited, to say how far it was missed. */
const BEYOND_MS = 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (ms: number | null): string => (ms === null ? 'never' : `${(ms / 1_000).toFixed(1)} s`);
const root = join(import.meta.dirname, '../../../..');

const { places, system, stop } = await throwAwaySystem({ gateways: 3, distDir: join(root, 'dist') });
let workers: StormWorkers | undefined;
try {
  say(`Gathering people for ${connections} connections …`);
  const { seats, rooms } = await gatherCrowd(places, connections);
  workers = new StormWorkers(seats, places.gateways, Number(values.workers));
  const everybody = workers;
  const health = watchHealth(places.gateways);

  const begin = performance.now();
  everybody.tell({ type: 'connect', withinMs: 5_000 });
  const connected = await everybody.until(
    () => everybody.connected === connections,
    begin,
    AIMS.connectedMs + BEYOND_MS,
  );
  say(
    `connected ${everybody.connected} of ${connections}, all after ${seconds(connected)} (aim ${seconds(AIMS.connectedMs)})`,
  );
  say(`a gateway's health answered, p99 while connecting: ${Math.round(health.p99())} ms`);

  say(`attempts turned away: ${JSON.stringify(everybody.turnedAway)}`);

  const chatter = new Chatter(rooms, Number(values['messages-per-second']));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  health.forget();
  const victim = system.processes.get('realtime-gateway-2');
  const before = everybody.connected;
  const killed = performance.now();
  victim?.kill('SIGKILL');
  await everybody.until(() => everybody.connected < before, killed, AIMS.backMs);
  const cut = before - everybody.connected;
  const back = everybody.until(() => everybody.connected >= connections * 0.95, killed, AIMS.backMs + BEYOND_MS);
  const all = everybody.until(() => everybody.connected === connections, killed, AIMS.convergedMs + BEYOND_MS);
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await chatter.stop();
  everybody.tell({ type: 'targets', revisions: [...chatter.revisions] });
  const converged = await everybody.until(
    () => everybody.converged === connections,
    killed,
    AIMS.convergedMs + BEYOND_MS,
  );
  const [backMs, allMs] = await Promise.all([back, all]);
  say(`killed one gateway of three: at least ${cut} clients cut off`);
  say(`95 % connected after ${seconds(backMs)} (aim ${seconds(AIMS.backMs)}), all after ${seconds(allMs)}`);
  say(`messages acknowledged meanwhile ${chatter.acknowledged}, refused ${chatter.refused}`);
  say(
    `everybody has everything after ${seconds(converged)} (aim ${seconds(AIMS.convergedMs)}); ${everybody.converged} of ${connections}`,
  );
  say(`a gateway's health answered, p99 after the kill: ${Math.round(health.p99())} ms`);
  health.stop();
  const met = [
    connected !== null && connected <= AIMS.connectedMs,
    backMs !== null && backMs <= AIMS.backMs,
    converged !== null && converged <= AIMS.convergedMs,
  ];
  process.exitCode = met.every(Boolean) ? 0 : 1;
} finally {
  workers?.stop();
  await stop();
}
