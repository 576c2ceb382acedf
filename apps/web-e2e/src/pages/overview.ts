import type { Locator, Page } from '@playwright/test';

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

  /** The way to the rooms from anywhere; it says in how many there is something new. */
  get chats(): Locator {
    return this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Chats' });
  }
}
