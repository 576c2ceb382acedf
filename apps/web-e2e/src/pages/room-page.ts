import { expect, type Locator, type Page } from '@playwright/test';

/** A room: who it is with, the messages, where one writes. */
export class RoomPage {
  readonly header: Locator;
  readonly log: Locator;
  readonly messages: Locator;
  readonly composer: Locator;
  readonly send: Locator;

  constructor(
    readonly page: Page,
    readonly name: string,
  ) {
    // Of the first level: a group's name stands at the beginning of its history too.
    this.header = page.getByRole('region', { name, exact: true }).getByRole('heading', { name, exact: true, level: 1 });
    this.log = page.getByRole('log', { name: 'Messages' });
    this.messages = this.log.getByRole('article');
    this.composer = page.getByRole('textbox', { name: `Message to ${name}`, exact: true });
    this.send = page.getByRole('button', { name: 'Send', exact: true });
  }

  /** Writes a message and sends it by Enter. */
  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Writes a message and sends it by the button. */
  async sayByButton(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.send.click();
  }

  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  /** Opens the menu of a message. */
  async open(message: Locator): Promise<void> {
    await message.hover();
    await message.getByRole('button', { name: 'Actions for this message' }).click();
    // The first: where the menu lies under the mouse, that of reactions may open by itself.
    await expect(this.page.getByRole('menu').first()).toBeVisible();
  }

  /** Chooses something from what can be done with a message. */
  async act(text: string, action: 'Edit' | 'Delete' | 'Reply' | 'Copy link' | 'Report'): Promise<void> {
    await this.open(this.message(text));
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** What tells the row in the middle of the view from all others: "No. 12 of Ana", "Line 12 of the talk". */
  async underTheEye(): Promise<string> {
    const view = await this.log.boundingBox();
    if (view === null) throw new Error('The messages are not in view.');
    const middle = view.y + view.height / 2;
    const text = await this.messages.evaluateAll(
      (rows, y) => rows.find((row) => row.getBoundingClientRect().bottom > y)?.textContent ?? '',
      middle,
    );
    return /(?:No\.|Line) \d+ of \w+/.exec(text)?.[0] ?? '';
  }

  /** The first and the last message that are drawn. */
  ends(): Promise<(string | null | undefined)[]> {
    return this.messages.evaluateAll((rows) => [rows[0]?.textContent, rows.at(-1)?.textContent]);
  }

  /** The room shows exactly these messages, in this order. */
  async shows(texts: readonly string[]): Promise<void> {
    await expect(this.messages).toContainText(texts);
    // The above is content with a part of the list: a message shown twice would pass it.
    await expect(this.messages).toHaveCount(texts.length);
  }
}
