import type { Page } from '@playwright/test';

/** Who opens an account, as they would type it. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** "Open an account". */
export class RegisterPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/register');
  }

  async submit({ name, email, password }: Registration): Promise<void> {
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('E-mail', { exact: true }).fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Open an account' }).click();
  }
}
