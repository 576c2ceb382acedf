import { styleText } from 'node:util';

/** Where progress is written: a terminal, or a file or pipe. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const TICK_MS = 1_000;
/** Without a terminal a step that takes long is mentioned again and again. */
const MENTION_EVERY_TICKS = 15;

/** What is shown while Parley starts: one line a step, with the time it took. */
export class Progress {
  /** What stands on the terminal's last line, to be written over. */
  #open = '';

  constructor(private readonly output: Output) {}

  /** Shows a step while it is done. `report` adds what is going on inside it; `done` may change its name at the end. */
  async step<Result>(
    name: string,
    work: (report: (detail: string) => void) => Promise<Result>,
    done?: (result: Result) => string,
  ): Promise<Result> {
    const beganAt = performance.now();
    const elapsed = (): string => `${((performance.now() - beganAt) / 1_000).toFixed(1)} s`;
    let detail = '';
    let ticks = 0;
    if (!this.#isTerminal) this.#line(`  … ${name}`);
    const show = (): void =>
      this.#overwrite(`  … ${name}${this.#dim(`  ${elapsed()}${detail === '' ? '' : `  ${detail}`}`)}`);
    const timer = setInterval(() => {
      ticks += 1;
      if (this.#isTerminal) show();
      else if (ticks % MENTION_EVERY_TICKS === 0) this.#line(`  … ${name} (${elapsed()}) ${detail}`.trimEnd());
    }, TICK_MS);
    if (this.#isTerminal) show();
    try {
      const result = await work((text) => {
        detail = text.slice(0, 60);
        if (this.#isTerminal) show();
      });
      this.#line(`  ${this.#color('green', '✓')} ${done?.(result) ?? name}${this.#dim(`  ${elapsed()}`)}`);
      return result;
    } catch (error) {
      this.#line(`  ${this.#color('red', '✗')} ${name}`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  /** Says something that happened by itself. */
  note(text: string): void {
    this.#line(`  ${this.#color('yellow', '!')} ${text}`);
  }

  /** Writes text as it is. */
  say(text: string): void {
    this.#line(text);
  }

  /** Says why it goes no further. */
  fail(sentence: string): void {
    this.#line(`\n  ${this.#color('red', sentence)}\n`);
  }

  get #isTerminal(): boolean {
    return this.output.isTTY === true;
  }

  #line(text: string): void {
    this.#overwrite('');
    this.output.write(`${text}\n`);
  }

  #overwrite(text: string): void {
    if (!this.#isTerminal) return;
    if (this.#open !== '' || text !== '') this.output.write(`\r\u001B[2K${text}`);
    this.#open = text;
  }

  #dim(text: string): string {
    return this.#color('dim', text);
  }

  #color(style: 'dim' | 'green' | 'red' | 'yellow', text: string): string {
    return this.#isTerminal && process.env['NO_COLOR'] === undefined
      ? styleText(style, text, { validateStream: false })
      : text;
  }
}
