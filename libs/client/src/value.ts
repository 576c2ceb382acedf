/** Something that has a present value and tells of each new one: the one shape in which the SDK shows state to any framework. */
export interface Readable<T> {
  get(): T;
  /** Calls the listener at once and after each change. Answers the function that ends it. */
  subscribe(listener: (value: T) => void): () => void;
}

/** A `Readable` that its owner may change. Setting the same value again tells nobody. */
export class Value<T> implements Readable<T> {
  private readonly listeners = new Set<(value: T) => void>();

  constructor(private value: T) {}

  get(): T {
    return this.value;
  }

  set(value: T): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const listener of [...this.listeners]) listener(value);
  }

  patch(changes: Partial<T>): void {
    this.set({ ...this.value, ...changes });
  }

  subscribe(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    listener(this.value);
    return () => this.listeners.delete(listener);
  }
}
