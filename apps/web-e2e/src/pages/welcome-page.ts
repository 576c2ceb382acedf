import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** What one teaches and wants to learn, right after opening an account. */
export class WelcomePage {
  constructor(readonly page: Page) {}

  teaches(skill: string): Promise<void> {
    return this.add('Add a skill to teach', skill);
  }

  learns(skill: string): Promise<void> {
    return this.add('Add a skill to learn', skill);
  }

  /** On to "See who fits", once everything is saved. */
  async goOn(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
    await this.page.getByRole('link', { name: 'See who fits' }).click();
  }

  private async add(label: string, skill: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).fill(skill);
    await this.page.getByRole('option', { name: skill, exact: true }).click();
    await expect(this.page.getByLabel(`Level of ${skill}`)).toBeVisible();
  }
}
