import { errorTable, type ParleyError, type ErrorCode } from '@parley/contracts';
import type { Logger } from '@parley/server-runtime';

/** Lines of one code within one second; more would let whoever is refused a thousand times write a thousand lines. */
const LINES_PER_SECOND = 20;

/** Logs what clients were answered with, as loudly as the table of errors says, and never so much that the log itself does harm. */
export class ErrorLog {
  private readonly seconds = new Map<ErrorCode, { second: number; lines: number; suppressed: number }>();

  constructor(
    private readonly log: Logger,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @param fields where it happened; never what the client sent. The cause is told of what nobody expected. */
  write(error: ParleyError, fields: Readonly<Record<string, unknown>>): void {
    const second = Math.floor(this.now() / 1_000);
    const before = this.seconds.get(error.code) ?? { second, lines: 0, suppressed: 0 };
    const state = before.second === second ? before : { second, lines: 0, suppressed: before.suppressed };
    this.seconds.set(error.code, state);
    if (state.lines >= LINES_PER_SECOND) {
      state.suppressed++;
      return;
    }
    state.lines++;
    const isUnexpected = error.cause !== undefined && error.code === 'unavailable';
    this.log[errorTable[error.code].log](
      {
        ...fields,
        code: error.code,
        ...(isUnexpected ? { err: error } : {}),
        ...(state.suppressed > 0 ? { suppressed: state.suppressed } : {}),
      },
      'a client was answered with an error',
    );
    state.suppressed = 0;
  }
}
