/** What has to be undone at the end, in the reverse order of what was done. */
export class Undoing {
  readonly #steps: { name: string; undo: () => Promise<void> | void }[] = [];

  add(name: string, undo: () => Promise<void> | void): void {
    this.#steps.push({ name, undo });
  }

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  /** Undoes everything; a step that fails is told and does not keep the others from being done. */
  async run(tell: (problem: string) => void): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step.undo();
      } catch (error) {
        tell(`${step.name} could not be ended in order: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

/** The wish to end, said by a signal, by the death of the parent, or by a failure. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** One press of Ctrl-C may reach us more than once: from the terminal, from npm and from the bootstrap. */
const SAME_PRESS_MS = 700;

/** What of a process tells that it should end. */
export interface SignalSource {
  on(event: NodeJS.Signals | 'disconnect', listener: () => void): unknown;
}

/**
 * Listens for the wish to end.
 * @returns `end` is aborted with `Interrupted` when it is said, `hurry` when it is said again by one who does not want to
 * wait
 */
export function listenForEnd(source: SignalSource): { end: AbortSignal; hurry: AbortSignal } {
  const end = new AbortController();
  const hurry = new AbortController();
  let saidAt = 0;
  const say = (how: string): void => {
    if (!end.signal.aborted) saidAt = performance.now();
    else if (performance.now() - saidAt > SAME_PRESS_MS) hurry.abort();
    end.abort(new Interrupted(how));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) source.on(signal, () => say(signal));
  // The bootstrap holds the other end of this channel: if it is killed, nobody would pass signals on any more.
  source.on('disconnect', () => say('the end of its parent'));
  return { end: end.signal, hurry: hurry.signal };
}
