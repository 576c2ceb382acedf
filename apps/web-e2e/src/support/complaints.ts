import type { ConsoleMessage, Page } from '@playwright/test';

/** What a browser says of its own accord when the first question, who is signed in here, is answered with "nobody". */
const NOBODY_YET = /status of 401 \(Unauthorized\) .*\/api\/v1\/auth\/refresh$/;

/** Everything that a page complained of: errors on its console, breaches of its content security policy, exceptions, dialogs that opened by themselves. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [NOBODY_YET];

  /** What a test brings about on purpose. */
  expect(...expected: RegExp[]): void {
    this.expected.push(...expected);
  }

  /** Listens to a page from now on. */
  of(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('Content Security Policy'))
        this.heard.push(lineOf(message));
    });
    page.on('pageerror', (error) => this.heard.push(error.stack ?? error.message));
    page.on('dialog', (dialog) => {
      this.heard.push(`A dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** What nobody expected. */
  get unexpected(): readonly string[] {
    return this.heard.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }
}

function lineOf(message: ConsoleMessage): string {
  return `${message.text()} ${message.location().url}`;
}
