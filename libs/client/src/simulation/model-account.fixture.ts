import type { SessionState } from '../session/session';
import type { Account } from '../socket/connection';
import { Value } from '../value';
import type { Seat } from './model-network.fixture';

/** When a token of the model ends, in virtual milliseconds: it says so itself. */
export const endOf = (token: string): number => Number(token);

export interface AccountOptions {
  readonly seat: Seat;
  /** How long a token lasts, in virtual milliseconds; Infinity for ever. */
  readonly lifeMs: number;
  /** Asks the server, over the network of the seat. */
  readonly ask: <T>(read: () => T) => Promise<T>;
}

const profile = (id: string): SessionState =>
  ({ status: 'signedIn', user: { id, displayName: id } }) as Extract<SessionState, { status: 'signedIn' }>;

/** Whose session a program has: tokens that end, and new ones that are asked for over the same network as everything else. */
export class ModelAccount implements Account {
  readonly state = new Value<SessionState>({ status: 'unknown' });
  private current: string;
  private asking: Promise<string> | null = null;

  constructor(private readonly options: AccountOptions) {
    this.current = this.next();
  }

  signIn(): void {
    this.state.set(profile(this.options.seat.userId));
  }

  async token(): Promise<string> {
    const { seat, lifeMs } = this.options;
    if (lifeMs === Infinity || endOf(this.current) - seat.machine.now() > lifeMs / 4) return this.current;
    return this.refresh();
  }

  refresh(): Promise<string> {
    this.asking ??= this.options
      .ask(() => this.next())
      .then((token) => (this.current = token))
      .finally(() => (this.asking = null));
    return this.asking;
  }

  end(): void {
    // Nobody ends a session here.
  }

  private next(): string {
    const { seat, lifeMs } = this.options;
    return String(seat.machine.now() + lifeMs);
  }
}
