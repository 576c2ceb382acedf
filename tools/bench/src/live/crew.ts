import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { quantile, type Figures } from '../comparison';
import { totalMs, type Side, type UsedMs } from './side';
import type { WorkerOrder, WorkerReport } from './worker';

export type Load = Omit<Extract<WorkerOrder, { type: 'load' }>, 'type'>;

const WORKERS = 2;

/** The processes that carry the connections to one side, apart from it: their own processor time counts for nobody. */
export class Crew {
  readonly #side: Side;
  readonly #workers: ChildProcess[];
  /** Of the load before: processor time for each message, in microseconds by what used it. */
  parts: Readonly<Record<string, number>> = {};

  constructor(side: Side) {
    this.#side = side;
    this.#workers = Array.from({ length: WORKERS }, () => fork(join(import.meta.dirname, 'worker.ts')));
  }

  /** Opens every connection. @throws Error where one is refused */
  async connect(): Promise<void> {
    const { seats } = this.#side;
    // By halves, as neighbours sit in the same room: a sender and who hears it are in one process, and their clocks are one.
    const share = Math.ceil(seats.length / WORKERS);
    await this.#all((place) => ({ type: 'connect', seats: seats.slice(place * share, (place + 1) * share) }));
  }

  /**
   * Puts a load on the side, and answers what it took.
   * @throws Error where something was refused or a connection ended: then nothing that was measured is worth anything
   */
  async bear({ pace, ...load }: Load): Promise<Figures> {
    const before = this.#side.used();
    const split = 'inFlight' in pace ? { inFlight: pace.inFlight / WORKERS } : { perSecond: pace.perSecond / WORKERS };
    const reports = await this.#all(() => ({ type: 'load', pace: split, ...load }));
    const used = since(before, this.#side.used());
    const loaded = reports.flatMap((report) => (report.type === 'loaded' ? [report] : []));
    const sum = (of: (report: (typeof loaded)[number]) => number) => loaded.reduce((all, one) => all + of(one), 0);
    const [acknowledged, refused] = [sum((one) => one.acknowledged), sum((one) => one.refused)];
    if (refused > 0) throw new Error(`${refused} messages were refused, ${acknowledged} acknowledged.`);
    const deliveryMs = loaded.flatMap((report) => report.deliveryMs);
    const ackMs = loaded.flatMap((report) => report.ackMs);
    const usedUs = totalMs(used) * 1_000;
    this.parts = Object.fromEntries(Object.entries(used).map(([part, ms]) => [part, (ms * 1_000) / acknowledged]));
    return {
      'CPU µs/delivery': usedUs / deliveryMs.length,
      'CPU µs/message': usedUs / acknowledged,
      'messages/s': acknowledged / (load.ms / 1_000),
      'deliveries/s': deliveryMs.length / (load.ms / 1_000),
      'delivery p50 ms': quantile(deliveryMs, 0.5),
      'delivery p99 ms': quantile(deliveryMs, 0.99),
      'ack p50 ms': quantile(ackMs, 0.5),
      'ack p99 ms': quantile(ackMs, 0.99),
    };
  }

  stop(): void {
    for (const worker of this.#workers) worker.kill('SIGKILL');
  }

  #all(order: (place: number) => WorkerOrder): Promise<WorkerReport[]> {
    return Promise.all(
      this.#workers.map(
        (worker, place) =>
          new Promise<WorkerReport>((resolve, reject) => {
            worker.once('message', (report: WorkerReport) => {
              if (report.type === 'failed') reject(new Error(report.reason));
              else resolve(report);
            });
            worker.send(order(place));
          }),
      ),
    );
  }
}

function since(before: UsedMs, after: UsedMs): UsedMs {
  const parts = Object.entries(after) as [keyof UsedMs, number][];
  return Object.fromEntries(parts.map(([part, ms]) => [part, ms - (before[part] ?? 0)]));
}
