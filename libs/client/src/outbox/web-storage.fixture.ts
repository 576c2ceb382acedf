import type { Locks, TextStorage } from './web-outbox-store';

/** `localStorage` without a browser. */
export class FakeStorage implements TextStorage {
  private readonly kept = new Map<string, string>();
  full = false;
  /** How many characters there is room for. */
  room = Infinity;

  get length(): number {
    return this.kept.size;
  }

  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const others = [...this.kept].filter(([each]) => each !== key).flat();
    const used = others.reduce((sum, text) => sum + text.length, 0);
    if (this.full || used + key.length + value.length > this.room) throw new Error('full');
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

/** Web Locks over all tabs of a browser: a lock is free when its use has ended or its tab is closed. */
export class FakeLocks {
  private readonly held = new Map<string, string>();

  ofTab(tab: string): Locks {
    return {
      request: async (name, { ifAvailable }, use) => {
        if (this.held.has(name)) {
          if (!ifAvailable) throw new Error(`${name} is held already`);
          return use(null);
        }
        this.held.set(name, tab);
        await use({ name });
        if (this.held.get(name) === tab) this.held.delete(name);
      },
    };
  }

  close(tab: string): void {
    for (const [name, holder] of this.held) if (holder === tab) this.held.delete(name);
  }
}
