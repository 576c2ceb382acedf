import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../startup-error';
import { endProcess, signalProcess } from './end-process';
import { isAlive, type ProcessIdentity } from './process-identity';

/** One process that was started, by the name it goes by in messages and log files. */
export interface RecordedProcess extends ProcessIdentity {
  readonly name: string;
}

const ORPHAN_STEPS = [{ signal: 'SIGTERM', graceMs: 5_000 }] as const;

/**
 * The list, on disk, of the processes that a launcher has started. It is written the moment one starts, so that after a
 * kill -9 of the launcher the next one finds its orphans and tells them from strangers that got their pids.
 */
export class RunRecord {
  #processes: RecordedProcess[];

  /** @param path a JSON file; what an earlier run left in it is kept until `clearOrphans`. */
  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#processes = readRecord(path);
  }

  /** Notes a process that was just started. Synchronous: no other code may run between the start and the note. */
  add(process: RecordedProcess): void {
    this.#processes.push(process);
    this.#write();
  }

  /** Strikes out a process that has ended. */
  remove(ended: ProcessIdentity): void {
    this.#processes = this.#processes.filter(({ pid, born }) => pid !== ended.pid || born !== ended.born);
    this.#write();
  }

  /**
   * Ends what an earlier run left running, and forgets what is gone.
   * @returns the processes that had to be ended.
   */
  async clearOrphans(): Promise<RecordedProcess[]> {
    const orphans = this.#processes.filter((process) => isAlive(process));
    await Promise.all(orphans.map((orphan) => endProcess(orphan, ORPHAN_STEPS)));
    this.#processes = [];
    this.#write();
    return orphans;
  }

  /** Kills everything that is noted and runs, its descendants too, without waiting for it. */
  killAll(): void {
    for (const process of this.#processes) if (isAlive(process)) signalProcess(process.pid, 'SIGKILL', 'group');
  }

  #write(): void {
    const draft = `${this.path}.${process.pid}.tmp`;
    writeFileSync(draft, `${JSON.stringify({ processes: this.#processes }, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, this.path);
  }
}

/** A record that is missing or damaged counts as empty: it must never keep Parley from starting. */
function readRecord(path: string): RecordedProcess[] {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof content !== 'object' || content === null || !('processes' in content)) return [];
    return Array.isArray(content.processes) ? content.processes.filter(isRecordedProcess) : [];
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return [];
    throw error;
  }
}

function isRecordedProcess(entry: unknown): entry is RecordedProcess {
  if (typeof entry !== 'object' || entry === null) return false;
  const { name, pid, born } = entry as Partial<Record<keyof RecordedProcess, unknown>>;
  return (
    typeof name === 'string' && typeof born === 'string' && typeof pid === 'number' && Number.isInteger(pid) && pid > 1
  );
}
