import { expect, type Locator, type Page } from '@playwright/test';

/** "Conversations": the list of one's rooms. */
export class Overview {
  readonly rooms: Locator;

  constructor(readonly page: Page) {
    this.rooms = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem');
  }

  /** Goes to all conversations, none of them open. */
  async open(): Promise<void> {
    await this.page.goto('/rooms');
  }

  /** The row of one room. */
  row(name: string): Locator {
    return this.rooms.filter({ hasText: name });
  }

  /** What opens one room. */
  link(name: string): Locator {
    return this.row(name).getByRole('link');
  }

  /** The count of unread messages beside a room; absent where all is read. */
  unread(name: string): Locator {
    return this.row(name).getByText(/^\d+\+? unread$/);
  }

  /** Opens what can be done with a room, by its button: a finger does not see that, and rests on the row instead. */
  async openMenu(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: `Actions for ${name}` })
      .focus();
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('menu')).toBeVisible();
  }

  /** The way to the rooms from anywhere; it says in how many there is something new. */
  get chats(): Locator {
    return this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Chats' });
  }
}
