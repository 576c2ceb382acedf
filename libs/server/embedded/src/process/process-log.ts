import { closeSync, copyFileSync, fstatSync, mkdirSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Largest size of one log file in bytes; there is at most one older file (`.1`) beside it. */
export const LOG_LIMIT_BYTES = 8 * 1024 * 1024;
const TAIL_BYTES = 64 * 1024;

/**
 * The file that a process writes its output to. The process gets the descriptor itself, so that it goes on writing when
 * whoever started it is killed (a broken pipe would take it down), and nobody spends time on copying its lines.
 */
export class ProcessLog {
  #startOfRun = 0;

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
  }

  /**
   * Opens the file for appending and remembers where this run begins. The caller hands the descriptor to the process and
   * closes its own copy.
   */
  open(): number {
    this.keepWithinLimit();
    const descriptor = openSync(this.path, 'a', 0o640);
    this.#startOfRun = fstatSync(descriptor).size;
    return descriptor;
  }

  /** The last lines, at most `count`, that were written since the last `open`. */
  tail(count: number): string[] {
    return readLines(this.path, this.#startOfRun).slice(-count);
  }

  /**
   * Moves the content aside once it has grown past `limit` bytes. Writers append, so after the cut they go on at the new
   * end; what they write between the copy and the cut is lost, which a log can bear.
   */
  keepWithinLimit(limit = LOG_LIMIT_BYTES): void {
    if (sizeOf(this.path) <= limit) return;
    copyFileSync(this.path, `${this.path}.1`);
    truncateSync(this.path);
    this.#startOfRun = 0;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function readLines(path: string, from: number): string[] {
  const size = sizeOf(path);
  const start = Math.max(Math.min(from, size), size - TAIL_BYTES);
  if (size === start) return [];
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(size - start);
    const length = readSync(descriptor, buffer, 0, buffer.length, start);
    return buffer
      .toString('utf8', 0, length)
      .split('\n')
      .filter((line) => line.trim() !== '');
  } finally {
    closeSync(descriptor);
  }
}
