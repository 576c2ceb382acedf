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
    this.header = page.getByRole('region', { name, exact: true }).getByRole('heading', { name, exact: true });
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

  /** Chooses something from what can be done with a message. */
  async act(text: string, action: 'Edit' | 'Delete'): Promise<void> {
    const message = this.message(text);
    await message.hover();
    await message.getByRole('button', { name: 'Actions for this message' }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** The room shows exactly these messages, in this order. */
  async shows(texts: readonly string[]): Promise<void> {
    await expect(this.messages).toContainText(texts);
    // The above is content with a part of the list: a message shown twice would pass it.
    await expect(this.messages).toHaveCount(texts.length);
  }
}
