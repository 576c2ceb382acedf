import { v7 as uuidv7 } from 'uuid';

/** What the SDK takes from the machine it runs on. A simulation gives its own, where no time passes but what it lets pass. */
export interface Machine {
  /** Milliseconds of the epoch. */
  now(): number;
  /** Calls back once, after so many milliseconds. Answers the function that prevents it. */
  after(delayMs: number, run: () => void): () => void;
  /** From 0 to below 1. */
  random(): number;
  /** A new UUID. */
  newId(): string;
}

export const thisMachine: Machine = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  newId: () => uuidv7(),
};

/** The promise's outcome, or an error once it has taken this long. */
export function withDeadline<T>(machine: Machine, deadlineMs: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = machine.after(deadlineMs, () => reject(new Error(`no answer within ${deadlineMs} ms`)));
    promise.then(resolve, reject).finally(stop);
  });
}
