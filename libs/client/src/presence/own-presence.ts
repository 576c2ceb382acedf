import { errorTable, ParleyError, type CommandData, type CommandName, type CommandRequest } from '@parley/contracts';
import type { Machine } from '../machine';
import { backoffMs } from '../socket/backoff';

/** What presence needs of the client around it. */
export interface PresenceOptions {
  readonly machine: Machine;
  isOnline(): boolean;
  command<N extends CommandName>(name: N, payload: CommandRequest<N>): Promise<CommandData<N>>;
  /** Told of an error that is no answer of the server's. */
  defect(error: unknown): void;
}

/** A device that nobody has used for so long is away, in milliseconds. */
export const AWAY_MS = 300_000;
const WAITING = { baseMs: 1_000, capMs: 30_000 };

/** Whether this device is in use, as the server is told. On every new connection it is, until it says otherwise. */
export class OwnPresence {
  private active = true;
  /** What the server takes it for. */
  private told = true;
  private usedAt = 0;
  private turn = 0;
  private attempt = 0;
  private telling = false;
  private stopIdling: (() => void) | undefined;
  private stopWaiting: (() => void) | undefined;

  constructor(private readonly options: PresenceOptions) {}

  used(): void {
    const { machine } = this.options;
    this.usedAt = machine.now();
    this.stopIdling ??= machine.after(AWAY_MS, () => this.judge());
    this.become(true);
  }

  online(): void {
    this.turn++;
    this.told = true;
    this.attempt = 0;
    void this.tell();
  }

  /** Forgets that the device was ever used: the session is over. */
  clear(): void {
    for (const stop of [this.stopIdling, this.stopWaiting]) stop?.();
    this.stopIdling = this.stopWaiting = undefined;
    this.active = true;
  }

  private judge(): void {
    const { machine } = this.options;
    this.stopIdling = undefined;
    const left = this.usedAt + AWAY_MS - machine.now();
    if (left > 0) this.stopIdling = machine.after(left, () => this.judge());
    else this.become(false);
  }

  private become(active: boolean): void {
    if (this.active === active) return;
    this.active = active;
    void this.tell();
  }

  /** Never rejects. */
  private async tell(): Promise<void> {
    const { active, turn } = this;
    // Without a connection there is nothing to correct: a new one counts as in use, and is told then.
    if (this.telling || this.stopWaiting || this.told === active || !this.options.isOnline()) return;
    this.telling = true;
    try {
      await this.options.command('presence:set', { active });
      this.heard(turn, active);
    } catch (error) {
      if (!(error instanceof ParleyError)) this.options.defect(error);
      const isPassing = error instanceof ParleyError && errorTable[error.code].retry;
      if (isPassing) this.tellLater(error.retryAfterMs);
      else this.heard(turn, active);
    }
    this.telling = false;
    void this.tell();
  }

  /** The server has it, or will not have it, and then there is nothing more to say. */
  private heard(turn: number, active: boolean): void {
    if (turn !== this.turn) return;
    this.told = active;
    this.attempt = 0;
  }

  private tellLater(retryAfterMs = 0): void {
    const { machine } = this.options;
    const wait = backoffMs(this.attempt++, { ...WAITING, random: () => machine.random() });
    this.stopWaiting = machine.after(retryAfterMs + wait, () => {
      this.stopWaiting = undefined;
      void this.tell();
    });
  }
}
