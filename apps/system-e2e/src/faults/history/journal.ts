import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { HistoryEvent } from './events';

/** The history of a run as JSON lines, on one clock. */
export class Journal {
  private readonly file: WriteStream | null;
  private readonly begin = performance.now();
  lines = 0;

  /** @param path where to write; nothing is written without one */
  constructor(path: string | undefined) {
    this.file = path === undefined ? null : createWriteStream(path);
  }

  /** Milliseconds since the run began. */
  now(): number {
    return performance.now() - this.begin;
  }

  note(event: Omit<HistoryEvent, 't'>): number {
    const t = this.now();
    this.lines++;
    this.file?.write(`${JSON.stringify({ ...event, t: Math.round(t * 1_000) / 1_000 })}\n`);
    return t;
  }

  async close(): Promise<void> {
    if (!this.file) return;
    this.file.end();
    await finished(this.file);
  }
}
