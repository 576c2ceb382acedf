/** Ends this process the hard way, here and now: nothing after it runs, nothing is written down. */
export function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes a moment later; until then nothing goes on.
  return new Promise(() => undefined);
}

/** Places in a program where it can be made to die, once, at a given passage. */
export class Failpoints {
  private readonly armed = new Map<string, number>();

  /** From now on the passage through `name` after `skip` others is the one. Arming again starts anew. */
  arm(name: string, skip = 0): void {
    this.armed.set(name, skip);
  }

  disarm(name: string): void {
    this.armed.delete(name);
  }

  /** Notes one passage. Answers whether it is the one. */
  passes(name: string): boolean {
    const left = this.armed.get(name);
    if (left === undefined) return false;
    if (left > 0) {
      this.armed.set(name, left - 1);
      return false;
    }
    this.armed.delete(name);
    return true;
  }
}
