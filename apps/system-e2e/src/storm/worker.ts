import { StormClient, type StormSeat } from './storm-client';

/** What the process that leads the storm tells one that carries clients. */
export type WorkerOrder =
  | { readonly type: 'seats'; readonly seats: readonly StormSeat[]; readonly ports: readonly number[] }
  /** Connect, each at a random moment within so many milliseconds. */
  | { readonly type: 'connect'; readonly withinMs: number }
  /** From now on, count who has been told everything up to these revisions. */
  | { readonly type: 'targets'; readonly revisions: readonly (readonly [string, number])[] };

/** How a worker's clients stand, told five times a second. */
export interface WorkerReport {
  readonly connected: number;
  /** Clients that have all up to the targets; null before there are any. */
  readonly converged: number | null;
  /** Attempts to connect that came to nothing, by reason. */
  readonly turnedAway: Readonly<Record<string, number>>;
}

const REPORT_EVERY_MS = 200;
let clients: StormClient[] = [];
const turnedAway: Record<string, number> = {};
let targets: ReadonlyMap<string, number> | null = null;

process.on('message', (order: WorkerOrder) => {
  if (order.type === 'seats') clients = order.seats.map((seat) => new StormClient(seat, order.ports, note));
  if (order.type === 'connect') for (const client of clients) client.connectIn(Math.random() * order.withinMs);
  if (order.type === 'targets') targets = new Map(order.revisions);
});

function note(reason: string): void {
  turnedAway[reason] = (turnedAway[reason] ?? 0) + 1;
}

setInterval(() => {
  const wanted = targets;
  const report: WorkerReport = {
    connected: clients.filter((client) => client.isConnected).length,
    converged: wanted && clients.filter((client) => client.isConnected && client.has(wanted)).length,
    turnedAway,
  };
  process.send?.(report);
}, REPORT_EVERY_MS);

process.on('disconnect', () => process.exit());
