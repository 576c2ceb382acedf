import type { Locator, Page } from '@playwright/test';

/** "People": who fits, and whom one looks for. */
export class PeoplePage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'People' }).click();
  }

  /** Those who have what one looks for and look for what one has. */
  get mutual(): Locator {
    return this.page.getByRole('region', { name: 'Something for both of you' });
  }

  /** Those who were looked for. */
  get found(): Locator {
    return this.page.getByRole('region', { name: 'People found' });
  }

  async lookFor(what: { name?: string; teaches?: string; learns?: string }): Promise<void> {
    await this.page.getByLabel('Name', { exact: true }).fill(what.name ?? '');
    await this.page.getByLabel('Teaches', { exact: true }).fill(what.teaches ?? '');
    const last = this.page.getByLabel('Wants to learn', { exact: true });
    await last.fill(what.learns ?? '');
    // In a picture the caret is not in a field in which nothing was typed.
    await last.blur();
  }

  /** Somebody's card. */
  card(name: string): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  startChatWith(name: string): Locator {
    return this.page.getByRole('button', { name: `Start a chat with ${name}`, exact: true });
  }
}
